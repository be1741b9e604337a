package kz.sheshim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.sheshim.ApplicationsFixture;
import kz.sheshim.ShippedPolicyFixture;
import kz.sheshim.facts.Fact;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.Facts;
import kz.sheshim.vocabulary.FieldPath;
import org.junit.jupiter.api.Test;

/** Scenarios are read as strictly as applications; every fault is a finding at its cell. */
class ScenarioReaderTest {

    private static Facts said(ScenarioSheetFixture sheet, String id) {
        return sheet.scenarios().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow()
                .facts();
    }

    private static Fact fact(Facts facts, String path, int index) {
        return facts.get(new FactPath(FieldPath.parse(path).orElseThrow(), index));
    }

    private static List<Fact> kinds(Facts facts) {
        return facts.paths(FieldPath.parse("documents.kind").orElseThrow())
                .map(facts::get)
                .toList();
    }

    private static Fact known(String value) {
        return new Fact.Known(value);
    }

    @Test
    void factsAreThoseOfTheSameApplication() {
        Facts cells = said(ScenarioSheetFixture.granted(), "base");
        Facts json = ApplicationsFixture.facts(
                """
                {"application": {"reference": "base", "service": "correction", "channel": "state-corporation",
                 "filedAt": "2023-08-01T11:00:00+06:00", "filedBy": "applicant", "form": "ordinary"},
                 "applicant": {"status": "foreigner", "citizenship": "TUR", "consentToRestrictedData": true},
                 "documents": [{"kind": "foreign-passport", "authentic": true, "script": "latin"}], "checks": {"dataAccurate": true}}"""
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        ShippedPolicyFixture.RULESET.vocabulary().fields().stream()
                .filter(field -> !field.derived())
                .forEach(field -> assertThat(cells.paths(field.path())
                                .map(path -> path + " " + cells.get(path))
                                .toList())
                        .isEqualTo(json.paths(field.path())
                                .map(path -> path + " " + json.get(path))
                                .toList()));
    }

    @Test
    void writtenCellsReplaceWhatIsTakenOverAndBlankOnesKeepIt() {
        Facts facts = said(
                ScenarioSheetFixture.granted("next | x | base | formation | | | | | | | | | | | | granted"), "next");
        assertThat(fact(facts, "application.service", FactPath.ONCE)).isEqualTo(known("formation"));
        assertThat(fact(facts, "application.channel", FactPath.ONCE)).isEqualTo(known("state-corporation"));
        assertThat(fact(facts, "application.reference", FactPath.ONCE)).isEqualTo(known("next"));
    }

    @Test
    void notSaidTakesAFactBack() {
        Facts facts = said(
                ScenarioSheetFixture.granted(
                        "next | x | base | | | | | | | | | not said | not said | | not said | granted"),
                "next");
        assertThat(fact(facts, "checks.dataAccurate", FactPath.ONCE).unknown()).isTrue();
        assertThat(fact(facts, "documents.authentic", 0).unknown()).isTrue();
        assertThat(fact(facts, "applicant.citizenship", FactPath.ONCE).unknown())
                .isTrue();
    }

    @Test
    void missingIsNoTextAndOnlyForFieldsWhoseAbsenceMeansNone() {
        Facts facts =
                said(ScenarioSheetFixture.granted("next | x | base | | | | | | | | | | | missing | | granted"), "next");
        assertThat(fact(facts, "applicant.existingIin", FactPath.ONCE)).isEqualTo(Fact.ABSENT);
        assertThat(ScenarioSheetFixture.granted("next | x | base | | | | | | | | | | missing | | | granted")
                        .findings())
                .containsExactly("misplaced-missing at M6");
    }

    @Test
    void rowsBelowChangeAndAddDocumentsPlaceByPlace() {
        ScenarioSheetFixture sheet = ScenarioSheetFixture.granted(
                "two | x | base | | | | | | | | | | | | | granted",
                " | | | | | | | | | | will | yes",
                "other | x | two | | | | | | | | national-id | | | | | granted");
        assertThat(kinds(said(sheet, "two"))).containsExactly(known("foreign-passport"), known("will"));
        assertThat(kinds(said(sheet, "other"))).containsExactly(known("national-id"), known("will"));
        assertThat(fact(said(sheet, "other"), "documents.authentic", 0)).isEqualTo(new Fact.Known(true));
    }

    @Test
    void numberOfDocumentsTakesTheLastOnesBack() {
        ScenarioSheetFixture sheet = ScenarioSheetFixture.granted(
                "two | x | base | | | | | | | 2 | | | | | | granted",
                " | | | | | | | | | | will | yes",
                "one | x | two | | | | | | | 1 | | | | | | granted",
                "none | x | two | | | | | | | 0 | | | | | | granted");
        assertThat(kinds(said(sheet, "one"))).containsExactly(known("foreign-passport"));
        assertThat(kinds(said(sheet, "none"))).isEmpty();
        assertThat(sheet.findings()).isEmpty();
    }

    @Test
    void numberOfDocumentsMustFitTheRows() {
        assertThat(ScenarioSheetFixture.granted(
                                "many | x | base | | | | | | | 2 | | | | | | granted",
                                "few | x | base | | | | | | | 0 | will | | | | | granted",
                                "word | x | base | | | | | | | some | | | | | | granted")
                        .findings())
                .containsExactly(
                        "wrong-instance-count at J6", "wrong-instance-count at J7", "wrong-instance-count at J8");
    }

    @Test
    void everyFaultyFactIsFoundOnceAtItsCellWhoeverTakesItOver() {
        assertThat(ScenarioSheetFixture.granted(
                                "wrong | x | base | formatoin | | 2024-03-25 | | | | | will | maybe | perhaps | | TR | granted",
                                "heir | x | wrong | | | | | | | | | | | | | granted")
                        .findings())
                .containsExactly(
                        "unknown-code at D6",
                        "wrong-type at F6",
                        "unknown-code at O6",
                        "wrong-type at L6",
                        "wrong-type at M6");
    }

    @Test
    void factThatAnApplicationNeedsIsMissedOnceAtTheScenario() {
        assertThat(ScenarioSheetFixture.granted(
                                "bare | x | | formation | state-corporation | | applicant | ordinary | foreigner | | | | | | | granted",
                                "heir | x | bare | | | | | | | | | | | | | granted",
                                "less | x | base | not said | | | | | | | | | | | | granted",
                                "added | x | base | | | | | | | | | | | | | granted",
                                " | | | | | | | | | | | yes")
                        .findings())
                .containsExactly("invalid-scenario at A6", "invalid-scenario at D8", "invalid-scenario at A9");
    }

    @Test
    void unknownAndCyclicAsInIsFound() {
        assertThat(ScenarioSheetFixture.granted(
                                "one | x | bas | formation | egov-portal | 2024-03-25T10:00:00+05:00 | applicant | ordinary | foreigner | | | | | | | granted",
                                "two | x | three | formation | egov-portal | 2024-03-25T10:00:00+05:00 | applicant | ordinary | foreigner | | | | | | | granted",
                                "three | x | two | | | | | | | | | | | | | granted")
                        .findings())
                .contains("unknown-name at C6", "cyclic-scenarios at C8");
    }

    @Test
    void chainOfScenariosMayBeAsLongAsASheet() {
        String[] chain = new String[20_000];
        for (int i = 0; i < chain.length; i++) {
            String next = i + 1 < chain.length ? "link" + (i + 1) : "base";
            chain[i] = "link" + i + " | x | " + next + " | | | | | | | | | | | | | granted";
        }
        assertThat(ScenarioSheetFixture.granted(chain).scenarios()).hasSize(20_001);
    }

    @Test
    void soManyDocumentsAreNoExample() {
        String[] rows = new String[201];
        rows[0] = "many | x | base | | | | | | | | | | | | | granted";
        java.util.Arrays.fill(rows, 1, rows.length, " | | | | | | | | | | will | yes");
        assertThat(ScenarioSheetFixture.granted(rows).findings()).containsExactly("invalid-scenario at A6");
    }

    @Test
    void idsAreNeededFormedAndUnique() {
        assertThat(ScenarioSheetFixture.granted(
                                "base | again | base | | | | | | | | | | | | | granted",
                                "two words | x | base | | | | | | | | | | | | | granted",
                                "silent | | base | | | | | | | | | | | | | granted")
                        .findings())
                .containsExactlyInAnyOrder("duplicate at A6", "malformed-name at A7", "blank-cell at B8");
    }

    @Test
    void rowWithoutAnIdOnlyDescribesADocument() {
        assertThat(ScenarioSheetFixture.granted(" | forgot the id | base | | | | | | | | will | yes | | | | granted")
                        .findings())
                .containsExactlyInAnyOrder("misplaced-cell at B6", "misplaced-cell at C6", "misplaced-cell at P6");
        assertThat(new ScenarioSheetFixture(
                                "Scenario | Shows | Kind | Outcome | Grounds",
                                " | | documents.kind | → outcome | → grounds")
                        .row(" | | will")
                        .findings())
                .containsExactly("blank-cell at A5");
    }

    @Test
    void blankRowIsFound() {
        assertThat(ScenarioSheetFixture.granted("", "next | x | base | | | | | | | | | | | | | granted")
                        .findings())
                .containsExactly("blank-row at A6");
    }

    @Test
    void expectationsAreReadStrictly() {
        assertThat(ScenarioSheetFixture.granted(
                                "one | x | base | | | | | | | | | | | | | ",
                                "two | x | base | | | | | | | | | | | | | grantd",
                                "three | x | base | | | | | | | | | | | | | denied | wrong-from, no-consent",
                                "four | x | base | | | | | | | | | | | | | denied | no-consent,")
                        .findings())
                .containsExactly("blank-cell at P6", "unknown-code at P7", "unknown-code at Q8", "unknown-code at Q9");
    }

    @Test
    void everyColumnMustBeBoundToSomethingThatScenariosSay() {
        assertThat(new ScenarioSheetFixture(
                                "Scenario | Shows | As in | a | b | c | d | e | f | g",
                                "x | | | application.servcie | application.filedOn | documents.kind | documents.kind | → outcom | → outcome | → due")
                        .findings())
                .containsExactlyInAnyOrder(
                        "misplaced-binding at A4",
                        "unknown-field at D4",
                        "misplaced-binding at E4",
                        "misplaced-binding at G4",
                        "unknown-word at H4",
                        "missing-column at A4");
        assertThat(new ScenarioSheetFixture("Id | Shows", " | | → outcome | → grounds").findings())
                .containsExactly("missing-column at A3");
    }

    @Test
    void onlyAColumnThatSaysSoIsANote() {
        assertThat(new ScenarioSheetFixture(
                                "Scenario | Shows | Note on it | Remark | Outcome | Grounds",
                                " | | | | → outcome | → grounds")
                        .row("x | y | ask the ministry | formation | granted")
                        .findings())
                .containsOnlyOnce("unbound-column at D4")
                .containsOnly("unbound-column at D4", "invalid-scenario at A5");
    }

    @Test
    void missingFactsAndDueDatesAreReadStrictly() {
        assertThat(new ScenarioSheetFixture(
                                "Scenario | Shows | o | g | m | n | a | d | c",
                                " | | → outcome | → grounds | → missing | → notices | → actions | → due | → citations")
                        .row(
                                "x | y | granted | | documents[0].authentik | open-chanel (x) | hold-hering | 2024-02-30 | R9")
                        .findings())
                .contains(
                        "unknown-field at E5",
                        "unknown-code at F5",
                        "unknown-code at G5",
                        "wrong-type at H5",
                        "unknown-code at I5");
    }
}
