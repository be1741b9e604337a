package kz.sheshim.adapter.http.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the pages of decisions. The texts are in {@code messages/decision_*.properties}. */
@MessageBundle("decision")
interface DecisionTexts {
    @Message
    String filedFrom();

    @Message
    String filedUntil();

    @Message
    String filedOn();

    @Message
    String outcome();

    @Message
    String ground();

    @Message
    String grounds();

    @Message
    String any();

    @Message
    String decidedAt();

    @Message
    String entry();

    @Message
    String entryInLog();

    @Message
    String pages();

    @Message
    String newest();

    @Message
    String older();

    @Message
    String noMore();

    @Message
    String nothingMeets();

    @Message
    String referenceIsExact();

    @Message
    String allDecisions();

    @Message
    String noDecisions();

    @Message
    String recordFirst();

    @Message
    String howProgramsFile();

    @Message
    String erased();

    @Message
    String decision();

    @Message
    String revision();

    @Message
    String engine();

    @Message
    String id();

    @Message
    String trace();

    @Message
    String proof();

    @Message
    String replay();

    @Message
    String erase();

    @Message
    String noGrounds();

    @Message
    String remedy();

    @Message
    String verified();

    @Message
    String toVerify();

    @Message
    String rule();

    @Message
    String missingFacts();

    @Message
    String missingFactsHint();

    @Message
    String application();

    @Message
    String field();

    @Message
    String value();

    @Message
    String asReceived();

    @Message
    String onlyBeginning();

    @Message
    String downloadApplication();

    @Message
    String whatFollows();

    @Message
    String noActions();

    @Message
    String notices();

    @Message
    String dueDate();

    @Message
    String calendarEnds();

    @Message
    String workingDays(int number);

    @Message
    String calendarDays(int number);

    @Message
    String months(int number);

    @Message
    String termBegins(String day);

    @Message
    String termCalendar();

    @Message
    String filed();

    @Message
    String dayOff();

    @Message
    String due();

    @Message
    String receipts();

    @Message
    String noReceipts();

    @Message
    String erasedHint();

    @Message
    String erasedAt();

    @Message
    String basis();

    @Message
    String orderedBy();

    @Message
    String erasedByEntry();

    @Message
    String whatIsLeft();

    @Message
    String none();

    @Message
    String notStated();

    @Message
    String notKnown();

    @Message
    String moreGrounds(int number);

    @Message
    String isTrue();

    @Message
    String isFalse();

    @Message
    String isOpen();

    @Message
    String legendHint();

    @Message
    String held();

    @Message
    String passed();

    @Message
    String ruledOut();

    @Message
    String open();

    @Message
    String otherToday();

    @Message
    String hitFirst();

    @Message
    String hitUnique();

    @Message
    String hitCollect();

    @Message
    String otherInstances(int number);

    @Message
    String instancesNotShown(int number);

    @Message
    String silent();

    @Message
    String silentHint();

    @Message
    String notExamined();

    @Message
    String notExaminedHint();

    @Message
    String noInstances();

    @Message
    String replayBy();

    @Message
    String itsOwn();

    @Message
    String nowInForce();

    @Message
    String cannotBeRead();

    @Message
    String identical();

    @Message
    String notIdentical();

    @Message
    String bothVerdicts();

    @Message
    String part();

    @Message
    String recordedBy();

    @Message
    String replayedBy();

    @Message
    String differs();

    @Message
    String allDifferences(int number);

    @Message
    String differences();

    @Message
    String eraseConsequence();

    @Message
    String basisHint();

    @Message
    String sureToErase();

    @Message
    String eraseNow();

    @Message
    String back();

    @Message
    String ruleForm();

    @Message
    String furtherConditions();

    @Message
    String decidedFrom();

    @Message
    String decidedUntil();

    @Message
    String submitter();

    @Message
    String noneSoFar();

    @Message
    String searchOn();

    @Message
    String decidedThisMonth();

    @Message
    String matchedIn(long number);

    @Message
    String showThem();

    @Message
    String findCases();

    @Message
    String findCasesHint();

    @Message
    String noPersonalTexts();

    @Message
    String casesFound(int n);

    @Message
    String underHold();

    @Message
    String noErasures();

    @Message
    String reason();

    @Message
    String reasonHint();

    @Message
    String holdsOfCase();

    @Message
    String holdPlaced();

    @Message
    String holdReleased();

    @Message
    String hold();

    @Message
    String holdConsequence();

    @Message
    String release();

    @Message
    String inFull();
}
