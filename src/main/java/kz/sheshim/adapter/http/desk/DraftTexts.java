package kz.sheshim.adapter.http.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the pages of drafts and publications. The texts are in {@code messages/draft_*.properties}. */
@MessageBundle("draft")
interface DraftTexts {
    @Message
    String newDraft();

    @Message
    String title();

    @Message
    String workbooks();

    @Message
    String workbooksHint();

    @Message
    String open();

    @Message
    String orInPlace();

    @Message
    String none();

    @Message
    String state();

    @Message
    String authors();

    @Message
    String changed();

    @Message
    String code();

    @Message
    String codeFile();

    @Message
    String unchanged();

    @Message
    String stale();

    @Message
    String version();

    @Message
    String base();

    @Message
    String revision();

    @Message
    String unreadable();

    @Message
    String due();

    @Message
    String entry();

    @Message
    String changes();

    @Message
    String nothingChanged();

    @Message
    String editTable();

    @Message
    String whatNow();

    @Message
    String readable();

    @Message
    String dossierReady();

    @Message
    String noErrors();

    @Message
    String changesSomething();

    @Message
    String onLaw();

    @Message
    String isProposed();

    @Message
    String isApproved();

    @Message
    String ownWork();

    @Message
    String why();

    @Message
    String propose();

    @Message
    String reason();

    @Message
    String at();

    @Message
    String binds();

    @Message
    String approve();

    @Message
    String confirm();

    @Message
    String rebase();

    @Message
    String rebaseHint();

    @Message
    String upload();

    @Message
    String uploadHint();

    @Message
    String reject();

    @Message
    String withdraw();

    @Message
    String withdrawHint();

    @Message
    String alone();

    @Message
    String aloneHint();

    @Message
    String download();

    @Message
    String history();

    @Message
    String comment();

    @Message
    String send();

    @Message
    String dossier();

    @Message
    String making();

    @Message
    String lookAgain();

    @Message
    String warning();

    @Message
    String equivalent();

    @Message
    String before();

    @Message
    String after();

    @Message
    String sameByOtherRules(long number);

    @Message
    String notMade();

    @Message
    String voidOtherLaw();

    @Message
    String voidKeyRevoked();

    @Message
    String older();

    @Message
    String stepComment();

    @Message
    String stepProposal();

    @Message
    String stepApproval();

    @Message
    String stepRejection();

    @Message
    String stepWithdrawal();

    @Message
    String stepEmergency();

    @Message
    String stepConfirmation();

    @Message
    String stepVoid();

    @Message
    String cancel();

    @Message
    String examples(int number);

    @Message
    String noExample();

    @Message
    String undo();

    @Message
    String about();

    @Message
    String aboutAll();

    @Message
    String effectOf();

    @Message
    String effectHint();

    @Message
    String onlyNewest();

    @Message
    String findOut();

    @Message
    String cancelMaking();

    @Message
    String removeWorkbook();

    @Message
    String remove();

    @Message
    String removeHint();

    @Message
    String waiting();

    @Message
    String reading();

    @Message
    String compiling();

    @Message
    String decidingScenarios(long scenarios);

    @Message
    String analysing(long tables);

    @Message
    String tryingMistakes();

    @Message
    String comparing();

    @Message
    String decidingAgain(long applications);

    @Message
    String effectRough();

    @Message
    String affected();

    @Message
    String affectedAll(long decisions);

    @Message
    String affectedSoFar(long decisions, long entry);

    @Message
    String goOn();

    @Message
    String goOnHint();

    @Message
    String goesOn();

    @Message
    String wholeTable();

    @Message
    String warnings(long number);

    @Message
    String folderPublishes();

    @Message
    String unusable();

    @Message
    String errorsFirst();

    @Message
    String errorsApproved();

    @Message
    String staleApproved();

    @Message
    String dossierFirst();

    @Message
    String approverKey();

    @Message
    String approverKeyAsk();

    @Message
    String atZone(String zone);

    @Message
    String otherTable();

    @Message
    String removeAsk(String path);

    @Message
    String versionChanged();

    @Message
    String lookAtDraft();

    @Message
    String errors(int number);

    @Message
    String errorsMend();

    @Message
    String errorsReject();

    @Message
    String staleMend();

    @Message
    String dossierUnknown();

    @Message
    String openedAt();
}
