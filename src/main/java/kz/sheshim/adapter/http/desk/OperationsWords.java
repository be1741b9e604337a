package kz.sheshim.adapter.http.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the pages of operators. The texts are in {@code messages/operations_*.properties}. */
@MessageBundle("operations")
interface OperationsWords {
    @Message
    String health();

    @Message
    String record();

    @Message
    String recordWorks();

    @Message
    String restart();

    @Message
    String log();

    @Message
    String logWorks();

    @Message
    String policy();

    @Message
    String policyWorks();

    @Message
    String policyRefused(int findings);

    @Message
    String deciding();

    @Message
    String decidingWorks();

    @Message
    String decidingStuck(long number);

    @Message
    String handOvers();

    @Message
    String backlog(long waiting, long dead);

    @Message
    String keys();

    @Message
    String keysHint();

    @Message
    String handOversHint();

    @Message
    String logHint();

    @Message
    String audits();

    @Message
    String auditsHint();

    @Message
    String makeKey();

    @Message
    String owner();

    @Message
    String ownerHint();

    @Message
    String validUntil();

    @Message
    String untilHint();

    @Message
    String allKeys();

    @Message
    String state();

    @Message
    String made();

    @Message
    String revoke();

    @Message
    String valid();

    @Message
    String expired();

    @Message
    String revoked();

    @Message
    String newKey();

    @Message
    String shownOnce();

    @Message
    String keyOf();

    @Message
    String revokeKey();

    @Message
    String revokeMeans();

    @Message
    String revokeOwn();

    @Message
    String leave();

    @Message
    String destinations();

    @Message
    String destination();

    @Message
    String noDestinations();

    @Message
    String actions();

    @Message
    String allActions();

    @Message
    String notInSettings();

    @Message
    String waiting();

    @Message
    String dead();

    @Message
    String oldest();

    @Message
    String list();

    @Message
    String any();

    @Message
    String noDead();

    @Message
    String noneFound();

    @Message
    String number();

    @Message
    String action();

    @Message
    String decided();

    @Message
    String attempts();

    @Message
    String failure();

    @Message
    String failingSince();

    @Message
    String nextAttempt();

    @Message
    String settled();

    @Message
    String toDo();

    @Message
    String retry();

    @Message
    String retryThese(int number);

    @Message
    String abandon();

    @Message
    String next();

    @Message
    String abandonThis();

    @Message
    String abandonMeans();

    @Message
    String stateWaiting();

    @Message
    String stateDelivered();

    @Message
    String stateDead();

    @Message
    String stateAbandoned();

    @Message
    String stopped();

    @Message
    String resume();

    @Message
    String resumeMeans();

    @Message
    String resumed(int erased);

    @Message
    String notStopped();

    @Message
    String checkpoint();

    @Message
    String entries(long number);

    @Message
    String root();

    @Message
    String cosigned();

    @Message
    String noWitness();

    @Message
    String showCheckpoint();

    @Message
    String nothingSigned();

    @Message
    String logKey();

    @Message
    String logKeyHint();

    @Message
    String newAudit();

    @Message
    String auditMeans();

    @Message
    String beginAudit();

    @Message
    String newReplay();

    @Message
    String replayMeans();

    @Message
    String filedFrom();

    @Message
    String filedTo();

    @Message
    String newest();

    @Message
    String emptyMeansAll();

    @Message
    String beginReplay();

    @Message
    String lastAudit();

    @Message
    String lastReplay();

    @Message
    String noRun();

    @Message
    String runs();

    @Message
    String done(long number);

    @Message
    String refresh();

    @Message
    String askedFor();

    @Message
    String cancelled();

    @Message
    String runFailed();

    @Message
    String clean();

    @Message
    String flawed(int number);

    @Message
    String entry();

    @Message
    String whatIsWrong();

    @Message
    String signedNote();

    @Message
    String quotas();

    @Message
    String quota(int perSecond);

    @Message
    String noRequests();

    @Message
    String requests();

    @Message
    String tooMany();

    @Message
    String leftNow();

    @Message
    String wasShown();

    @Message
    String tried(int number);

    @Message
    String seeWaiting();

    @Message
    String findKey();

    @Message
    String findKeyHint();

    @Message
    String keyText();

    @Message
    String keyFound();

    @Message
    String keyNotFound();

    @Message
    String lastUsed();

    @Message
    String notUsed();
}
