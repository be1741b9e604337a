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
    String approvers();

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
    String findings();

    @Message
    String noFindings();

    @Message
    String error();

    @Message
    String warning();

    @Message
    String scenarios();

    @Message
    String dossierMade();

    @Message
    String recordedSince(String entry, String number);

    @Message
    String passed(long passed, long total);

    @Message
    String coveredRules();

    @Message
    String decisiveCells();

    /** A part of a whole. */
    @Message
    String ofAll(long part, long whole);

    @Message
    String mistakes(long noticed, long made);

    @Message
    String untried(long mistakes);

    @Message
    String failing();

    @Message
    String meaning();

    @Message
    String equivalent();

    @Message
    String notCompared();

    @Message
    String situation();

    @Message
    String before();

    @Message
    String after();

    @Message
    String moreCases();

    @Message
    String impact();

    @Message
    String noImpact();

    @Message
    String withheld();

    @Message
    String retroactive();

    @Message
    String retroactiveMeans();

    @Message
    String changedOf(long changed, long decided);

    @Message
    String sameByOtherRules(long number);

    @Message
    String unreadableNow(long number);

    @Message
    String undecidedNow(long number);

    @Message
    String notMade();

    @Message
    String noDossier();

    @Message
    String voidOtherLaw();

    @Message
    String voidKeyRevoked();

    @Message
    String tryAgain();

    @Message
    String otherDue(long number);

    @Message
    String dueGained(long number);

    @Message
    String dueLost(long number);

    @Message
    String dueLater();

    @Message
    String dueWorkingLater();

    @Message
    String dueBefore();

    @Message
    String dueAfter();

    @Message
    String flow();

    @Message
    String asTable();

    @Message
    String number();

    @Message
    String gained();

    @Message
    String lost();

    @Message
    String byRule();

    @Message
    String byRuleMeans();

    @Message
    String differing();

    @Message
    String decision();

    @Message
    String compare();

    @Message
    String compareFrom();

    @Message
    String compareTo();

    @Message
    String whatChanged();

    @Message
    String evidence();

    @Message
    String rollBack();

    @Message
    String rollBackHint();

    @Message
    String rollBackTo(String revision);

    @Message
    String older();

    @Message
    String same();

    @Message
    String isRollBack();

    @Message
    String wayFirstStart();

    @Message
    String wayFolder();

    @Message
    String wayApproval();

    @Message
    String wayEmergency();

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
    String cancel();

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
    String examples(int number);

    @Message
    String noExample();

    @Message
    String undo();

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
    String about();

    @Message
    String aboutAll();

    @Message
    String selected();

    @Message
    String newestOf(long number);

    @Message
    String allOf();

    @Message
    String others();

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
    String publishedAlone();

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
    String standsNow();

    @Message
    String nothing();

    @Message
    String addRow();

    @Message
    String approverKey();

    @Message
    String approverKeyAsk();

    @Message
    String atZone(String zone);

    @Message
    String otherTable();

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
    String sameOutcome(long number);

    @Message
    String removeAsk(String path);

    @Message
    String moreScenarios(int number);

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

    @Message
    String flipsFailing(int number);
}
