package kz.sheshim.adapter.http.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the page on which a case becomes a scenario. The texts are in {@code messages/scenario_*.properties}. */
@MessageBundle("scenario")
interface ScenarioWords {
    @Message
    String title();

    @Message
    String place();

    @Message
    String asIn();

    @Message
    String differs();

    @Message
    String says();

    @Message
    String same();

    @Message
    String id();

    @Message
    String shows();

    @Message
    String expected();

    @Message
    String expectedHint();

    @Message
    String into();

    @Message
    String newDraft();

    @Message
    String draftTitle();

    @Message
    String save();

    @Message
    String back();

    @Message
    String idForm();

    @Message
    String idTaken();

    @Message
    String needsShows();

    @Message
    String needsTitle();

    @Message
    String mendFirst();

    @Message
    String noColumns();

    @Message
    String leftOut();

    @Message
    String withALaw();

    @Message
    String personalLeftOut();

    @Message
    String correct(String id);

    @Message
    String stands();

    @Message
    String correctHint();

    @Message
    String undecided();

    @Message
    String none();

    @Message
    String changeFacts();

    @Message
    String nothingChanged();

    @Message
    String readOnly();

    @Message
    String cancel();

    @Message
    String failing();

    @Message
    String failingHint();

    @Message
    String noneFails();

    @Message
    String takeSelected();

    @Message
    String takeThese(int number);

    @Message
    String take();

    @Message
    String selectFirst();

    @Message
    String saveAndNext();

    @Message
    String select();

    @Message
    String showsStays();

    @Message
    String showsFits();

    @Message
    String scenario(String id);
}
