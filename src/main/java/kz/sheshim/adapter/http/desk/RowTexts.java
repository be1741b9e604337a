package kz.sheshim.adapter.http.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the form of a row, and of the rows of tables. The texts are in {@code messages/row_*.properties}. */
@MessageBundle("row")
interface RowTexts {
    @Message
    String rowOf(String rule);

    @Message
    String newRow();

    @Message
    String editRow();

    @Message
    String copyRow();

    @Message
    String save();

    @Message
    String newDraftHint();

    @Message
    String rowHint();

    @Message
    String codes();

    @Message
    String preview();

    @Message
    String previewHint();

    @Message
    String showEffect();

    @Message
    String flips(int number);

    @Message
    String changedMeanwhile();

    @Message
    String needsTitle();

    @Message
    String ruleTaken();

    @Message
    String fromDay();

    @Message
    String fromDayHint(String id);

    @Message
    String untilHint();

    @Message
    String gapRow();

    @Message
    String takeOver();

    @Message
    String standsNow();

    @Message
    String nothing();

    @Message
    String addRow();

    @Message
    String goOnIn();

    @Message
    String orNewDraft();

    @Message
    String removeRow();

    @Message
    String removeAdded();

    @Message
    String removeLaw();

    @Message
    String removeSure();

    @Message
    String removeUnsure();

    @Message
    String emptied();

    @Message
    String copyFromDay();

    @Message
    String moreScenarios(int number);

    @Message
    String flipsFailing(int number);
}
