package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A draft with its dossier, as people read it on the command line. */
class DraftsShowTest {
    /** What the service answers about the draft, and about its dossier. */
    private static final String ANSWER =
            """
            {"id": "d1", "title": "Five days", "state": "proposed", "base": "sha256:1", "revision": "sha256:2",
             "versions": [{"number": 1, "author": "aigul", "at": "2026-11-30T08:00:00.000Z"},
                          {"number": 2, "author": "aigul", "at": "2026-11-30T08:01:30.000Z"}],
             "steps": [{"kind": "proposal", "person": "aigul", "at": "2026-11-30T08:01:00.000Z", "text": "Order 514"},
                       {"kind": "comment", "person": "marat", "at": "2026-11-30T08:01:10.000Z", "text": "Why?", "about": "terms/T-1"},
                       {"kind": "proposal", "person": "aigul", "at": "2026-11-30T08:01:40.000Z", "text": "Again"}],
             "madeAt": "2026-11-30T08:02:00.000Z", "errors": 1, "recordedSince": 10000,
             "content": {
                "findings": [{"severity": "error", "place": "a.xlsx › S › A2", "message": "It fails."}],
                "scenarios": {"total": 3, "failing": ["S-1"], "rules": 9, "coveredRules": 8, "cells": 7, "decisiveCells": 6,
                    "mistakes": 5, "noticedMistakes": 4, "untriedMistakes": 0,
                    "before": {"rules": 9, "coveredRules": 7, "cells": 7, "decisiveCells": 5}},
                "changes": [
                    {"place": ["table terms", "T-1", "days"], "before": "3", "after": "5"},
                    {"place": ["table", "terms", "in meaning"], "equivalent": false, "cases": [], "allCases": true}],
                "retroactive": [{"table": "terms", "rule": "T-1", "since": "2026-10-01"}],
                "impact": {"decided": 100, "changed": 7, "unreadable": 0, "undecided": 2, "otherDueDate": 7,
                    "outcomes": {"refused": {"granted": 7}}, "gained": {}, "lost": {"late": 7}, "decisions": []}}}
            """;

    private String answer = ANSWER;

    @RegisterExtension
    final AnsweringFixture service = new AnsweringFixture(method -> answer);

    @Test
    void draftIsAPageAndNotItsJson() {
        assertThat(service.run("drafts show d1").text())
                .isEqualTo(
                        """
                        draft d1: Five days
                          state     proposed
                          base      sha256:1
                          revision  sha256:2
                          2026-11-30T08:00:00.000Z  version 1 by aigul
                          2026-11-30T08:01:00.000Z  proposal by aigul: Order 514
                          2026-11-30T08:01:10.000Z  comment by marat on terms/T-1: Why?
                          2026-11-30T08:01:30.000Z  version 2 by aigul
                          2026-11-30T08:01:40.000Z  proposal by aigul: Again
                          dossier   made at 2026-11-30T08:02:00.000Z, errors: 1, decisions since: 10000 or more
                          error     a.xlsx › S › A2: It fails.
                          scenarios 3, failing: [S-1]
                          rules     matched: 8 of 9; by the base: 7 of 9
                          cells     decisive: 6 of 7; by the base: 5 of 7
                          mistakes  noticed: 4 of 5
                          changes   1
                                    table terms › T-1 › days: 3 → 5
                          past      changes the law of days that have passed: terms/T-1, since 2026-10-01
                          effect    decided again: 100, otherwise: 7, without a verdict: 2, another due date: 7
                                    refused → granted: 7
                                    lost: late 7
                          next      sheshim propose FILE… --draft d1 uploads changed workbooks
                        """);
    }

    @Test
    void allOfItIsItsJson() {
        assertThat(service.run("drafts show d1", "--all").text())
                .startsWith("draft d1: Five days\n")
                .contains("\"retroactive\"", "\"decisions\"");
    }

    @Test
    void approverIsToldHowToApproveWhatHasNoErrors() {
        answer = ANSWER.replace("\"errors\": 1", "\"errors\": 0");
        assertThat(service.run("drafts show d1").text())
                .endsWith(
                        """
                          next      sheshim drafts dossier d1 shows what it does
                                    somebody who wrote no version approves it when its dossier is ready and has no errors:
                                    sheshim drafts approve d1 --revision sha256:2 --reason TEXT
                        """);
    }
}
