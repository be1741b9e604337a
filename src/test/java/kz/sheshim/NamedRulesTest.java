package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.engine.Trace;
import kz.sheshim.facts.Facts;
import kz.sheshim.facts.Truth;
import kz.sheshim.verdict.Ground;
import kz.sheshim.verdict.MatchedRule;
import kz.sheshim.verdict.Verdict;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A row gives what a rule of a rule file finds by a join that no table can express, without a field of the vocabulary between them. */
class NamedRulesTest {
    private static final String RULE =
            """
            package sheshim.rules

            rule "a later document has the number of an earlier one"
                @reads( "documents.kind, documents.number, documents.issuedBy" )
                ruleflow-group "same-document-twice"
            when
                $documents : Document( number != null, $kind : kind, $number : number, $place : instance_index )
                Document( kind == $kind, number == $number, issuedBy == $documents.issuedBy, instance_index < $place )
            then
            end
            """;

    /** The shipped policy with a table beside that of documents that are not authentic, of which the column of conditions is bound to the rule. */
    private static EditedPolicyFixture policy(String binding, String forEach, String rule) {
        return new EditedPolicyFixture()
                .put("rules/same.drl", rule.getBytes(StandardCharsets.UTF_8))
                .edit("denial.xlsx", book -> addTable(book, binding, forEach));
    }

    private static void addTable(XSSFWorkbook book, String binding, String forEach) {
        var sheet = book.cloneSheet(book.getSheetIndex("Documents not authentic"), "Same document twice");
        sheet.getRow(0).getCell(1).setCellValue("same-document-twice");
        sheet.getRow(1).getCell(1).setCellValue("The same document twice");
        assertThat(sheet.getRow(4).getCell(0).toString()).isEqualTo("For each");
        if (forEach == null) {
            sheet.getRow(4).getCell(0).setBlank();
            sheet.getRow(4).getCell(1).setBlank();
        }
        assertThat(sheet.getRow(7).getCell(3).toString()).isEqualTo("documents.authentic");
        sheet.getRow(7).getCell(3).setCellValue(binding);
        for (int row = 8; row <= sheet.getLastRowNum(); row++) {
            sheet.getRow(row).getCell(3).setCellValue("yes");
        }
    }

    private static ApplicationFixture twice(Map<String, Object> second) {
        ApplicationFixture application = new ApplicationFixture()
                .set("documents.0.kind", "birth-certificate")
                .set("documents.0.number", "N1")
                .set("documents.0.issuedBy", "UZB")
                .set("documents.1.kind", "birth-certificate")
                .set("documents.1.number", "N1")
                .set("documents.1.issuedBy", "UZB");
        second.forEach((field, value) -> application.set("documents.1." + field, value));
        return application;
    }

    private static Facts facts(DecidingPolicy policy, ApplicationFixture application) {
        return application.facts(policy.ruleset().vocabulary());
    }

    private static List<String> subjects(Verdict verdict) {
        return verdict.grounds().stream()
                .filter(ground -> ground.rule().table().equals("same-document-twice"))
                .map(Ground::subject)
                .toList();
    }

    @Test
    void rowHoldsForTheInstanceThatTheRuleBinds() {
        try (DecidingPolicy policy =
                policy("rule same-document-twice", "documents", RULE).policy()) {
            Verdict verdict = policy.decide(facts(policy, twice(Map.of())));
            assertThat(subjects(verdict)).containsExactly("documents[1]");
            Ground ground = verdict.grounds().stream()
                    .filter(each -> each.rule().table().equals("same-document-twice"))
                    .findFirst()
                    .orElseThrow();
            assertThat(ground.code()).isEqualTo("documents-not-authentic");
            assertThat(policy.ruleset().address(ground.rule()).toString())
                    .startsWith("denial.xlsx › Same document twice › A");
            assertThat(subjects(policy.decide(facts(policy, twice(Map.of("number", "N2"))))))
                    .isEmpty();
        }
    }

    @Test
    void rowTellsWhatTheRuleRead() {
        try (DecidingPolicy policy =
                policy("rule same-document-twice", "documents", RULE).policy()) {
            MatchedRule matched = policy.decide(facts(policy, twice(Map.of()))).matched().stream()
                    .filter(rule -> rule.rule().table().equals("same-document-twice"))
                    .findFirst()
                    .orElseThrow();
            assertThat(matched.values())
                    .containsOnlyKeys(
                            "documents[0].kind",
                            "documents[0].number",
                            "documents[0].issuedBy",
                            "documents[1].kind",
                            "documents[1].number",
                            "documents[1].issuedBy");
        }
    }

    @Test
    void rowIsOpenOnAnyFactThatTheRuleReads() {
        try (DecidingPolicy policy =
                policy("rule same-document-twice", "documents", RULE).policy()) {
            ApplicationFixture application = twice(Map.of()).set("documents.0.issuedBy", null);
            Verdict verdict = policy.decide(facts(policy, application));
            assertThat(subjects(verdict)).isEmpty();
            assertThat(verdict.missingFacts().toString()).contains("documents[0].issuedBy");
        }
    }

    @Test
    void tableThatIsReadOnceAsksWhetherTheRuleHoldsAtAll() {
        try (DecidingPolicy policy =
                policy("rule same-document-twice", null, RULE).policy()) {
            assertThat(policy.decide(facts(policy, twice(Map.of()))).grounds())
                    .anyMatch(ground -> ground.rule().table().equals("same-document-twice"));
            assertThat(policy.decide(facts(policy, twice(Map.of("kind", "will"))))
                            .grounds())
                    .noneMatch(ground -> ground.rule().table().equals("same-document-twice"));
        }
    }

    @Test
    void traceShowsTheRowAsAnyOther() {
        try (DecidingPolicy policy =
                policy("rule same-document-twice", "documents", RULE).policy()) {
            Trace trace = policy.explain(facts(policy, twice(Map.of())));
            assertThat(trace.tables().stream()
                            .filter(table -> table.table().id().equals("same-document-twice"))
                            .flatMap(table -> table.rules().stream())
                            .filter(rule -> rule.inForce() == Truth.TRUE)
                            .map(rule -> rule.cells()))
                    .containsExactly(List.of(Truth.FALSE), List.of(Truth.TRUE));
        }
    }

    /** A session serves one application after the other. */
    @Test
    void nothingIsLeftForTheNextApplicationAndTheReferenceAgrees() {
        Random random = new Random(12);
        try (DecidingPolicy policy =
                policy("rule same-document-twice", "documents", RULE).policy()) {
            Stream.generate(() -> twice(random.nextBoolean() ? Map.of() : Map.of("number", "N2")))
                    .limit(40)
                    .forEach(application -> {
                        Facts facts = facts(policy, application);
                        boolean same = application.toString().split("\"N1\"", -1).length == 3;
                        assertThat(subjects(policy.decide(facts))).hasSize(same ? 1 : 0);
                        assertThat(policy.compare(facts).disagreements()).isEmpty();
                    });
        }
    }

    @Test
    void columnBoundToAnUnknownRuleIsAFinding() {
        assertThat(policy("rule same-document-twise", "documents", RULE).findings())
                .contains("unknown-name at denial.xlsx › Same document twice › D8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "documents.issuedBy\"  | documents.isuedBy\"   | unknown-field at rules/same.drl › line 3",
                "same-document-twice   | Same document twice   | faulty-rule-file at rules/same.drl › line 3",
            })
    void whatIsWrongWithTheRuleIsAFindingAtItsLine(String right, String wrong, String finding) {
        assertThat(policy("rule same-document-twice", "documents", RULE.replace(right, wrong))
                        .findings())
                .contains(finding);
    }

    @Test
    void ruleThatNoTableNamesIsAWarning() {
        assertThat(new SmallPolicyFixture()
                        .with(
                                "lost.drl",
                                """
                                package sheshim.rules
                                rule "lost" @reads( "applicant.age" ) ruleflow-group "lost" when Applicant( age > 5 ) then end
                                """
                                        .getBytes(StandardCharsets.UTF_8))
                        .check()
                        .findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.defect().code()).isEqualTo("unused-code");
                    assertThat(finding.address().toString()).isEqualTo("rules/lost.drl › line 2");
                });
    }
}
