package kz.sheshim.adapter.http.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the frame of every page, and of the pages of tables. The texts are in {@code messages/desk_*.properties}. */
@MessageBundle("desk")
interface Texts {
    @Message
    String skip();

    @Message
    String menu();

    @Message
    String home();

    @Message
    String tables();

    @Message
    String drafts();

    @Message
    String publications();

    @Message
    String decisions();

    @Message
    String tryACase();

    @Message
    String numbers();

    @Message
    String operations();

    @Message
    String signIn();

    @Message
    String signOut();

    @Message
    String apiKey();

    @Message
    String apiKeyHint();

    @Message
    String keyRefused();

    @Message
    String linkRefused();

    @Message
    String signInAtProvider();

    @Message
    String orByKey();

    @Message
    String providerRefused();

    @Message
    String noRoles();

    @Message
    String signedIn();

    @Message
    String signedOut();

    @Message
    String goOn();

    @Message
    String roles();

    @Message
    String lawInForce();

    @Message
    String folderIsLaw();

    @Message
    String unconfirmed();

    @Message
    String since();

    @Message
    String approvedBy();

    @Message
    String tablesAndRules(int tables, int rules);

    @Message
    String toJudge();

    @Message
    String nothingToJudge();

    @Message
    String ownDrafts();

    @Message
    String noOwnDrafts();

    @Message
    String changeTheLaw();

    @Message
    String tryACaseHint();

    @Message
    String reference();

    @Message
    String search();

    @Message
    String show();

    @Message
    String searchTables();

    @Message
    String nothingFound();

    @Message
    String table();

    @Message
    String rule();

    @Message
    String rules();

    @Message
    String column();

    @Message
    String cell();

    @Message
    String gives();

    @Message
    String givesFact();

    @Message
    String givesGround();

    @Message
    String givesNotice();

    @Message
    String givesAction();

    @Message
    String givesTerm();

    @Message
    String otherRevision();

    @Message
    String showInForce();

    @Message
    String inForceOn();

    @Message
    String roleIntake();

    @Message
    String roleAnalyst();

    @Message
    String roleApprover();

    @Message
    String roleAuditor();

    @Message
    String roleOperator();

    @Message
    String roleArchivist();

    @Message
    String roleEmergency();

    @Message
    String stateDraft();

    @Message
    String stateProposed();

    @Message
    String stateApproved();

    @Message
    String stateInForce();

    @Message
    String stateSuperseded();

    @Message
    String stateRejected();

    @Message
    String stateWithdrawn();

    @Message
    String problemInput();

    @Message
    String problemForbidden();

    @Message
    String problemNotFound();

    @Message
    String problemConflict();

    @Message
    String problemGone();

    @Message
    String problemLater();

    @Message
    String problemOurs();

    @Message
    String erasures();

    @Message
    String rejectedDrafts();

    @Message
    String problemNotNow();

    @Message
    String publishedAloneBy();

    @Message
    String toConfirm();

    @Message
    String forbiddenHint();

    @Message
    String times();

    @Message
    String sendAgain();

    @Message
    String backToPage();

    @Message
    String filesAgain();

    @Message
    String inCells(int number);

    @Message
    String allTables();
}
