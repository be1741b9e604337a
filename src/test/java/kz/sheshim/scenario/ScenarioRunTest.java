package kz.sheshim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A scenario passes when the verdict says exactly what its cells expect. */
class ScenarioRunTest {

    @Test
    void scenarioWhoseExpectationsAreMetPasses() {
        ScenarioRun run = ScenarioSheetFixture.granted().run();
        assertThat(run.passed()).isEqualTo(1);
        assertThat(run.failures()).isEmpty();
    }

    @Test
    void eachExpectationThatIsNotMetFailsAtItsCell() {
        ScenarioRun run = ScenarioSheetFixture.granted(
                        "closed | x | base | formation | egov-portal | 2024-03-25T10:00:00+05:00 | | | | | | | | | | granted | no-consent")
                .run();
        assertThat(ScenarioSheetFixture.names(run.failures()))
                .containsExactly("scenario-fails at P6", "scenario-fails at Q6");
        assertThat(run.failures().get(1).defect().message())
                .startsWith(
                        "The scenario \"closed\" expects the grounds: no-consent. The rules give: channel-not-open.");
    }

    @Test
    void groundTooManyIsAFailureAsIsOneTooFew() {
        assertThat(ScenarioSheetFixture.names(ScenarioSheetFixture.granted(
                                "less | x | base | | | | | special | | | | | | | | acceptance-refused",
                                "more | x | base | | | | | special | | | | | | | | acceptance-refused | no-consent, wrong-form",
                                "same | x | base | | | | | special | | | | | | | | acceptance-refused | wrong-form")
                        .run()
                        .failures()))
                .containsExactly("scenario-fails at Q6", "scenario-fails at Q7");
    }

    @Test
    void subjectBelongsToTheGround() {
        assertThat(ScenarioSheetFixture.names(ScenarioSheetFixture.granted(
                                "code | x | base | | | | | | | | | no | | | | denied | documents-not-authentic",
                                "other | x | base | | | | | | | | | no | | | | denied | documents-not-authentic (documents[1])",
                                "right | x | base | | | | | | | | | no | | | | denied | documents-not-authentic (documents[0])")
                        .run()
                        .failures()))
                .containsExactly("scenario-fails at Q6", "scenario-fails at Q7");
    }

    @Test
    void everyPartOfTheVerdictCanBeExpected() {
        ScenarioSheetFixture sheet = new ScenarioSheetFixture(
                        "Scenario | Shows | a | b | c | d | e | f | o | g | m | n | a | d | c",
                        " | | application.service | application.channel | application.filedAt | application.filedBy | application.form | applicant.status"
                                + " | → outcome | → grounds | → missing | → notices | → actions | → due | → citations")
                .row(
                        "right | x | formation | state-corporation | 2023-08-01T11:00:00+06:00 | applicant | ordinary | asylum-seeker | denied | applicant-not-covered | "
                                + "| refugee-status-first, complaint-within-three-months, hearing-may-be-omitted, citation-to-verify (applicant-not-covered)"
                                + " | issue-receipt | 2023-08-02 | LSS")
                .row(
                        "wrong | x | formation | state-corporation | 2023-08-01T11:00:00+06:00 | applicant | ordinary | asylum-seeker | denied | applicant-not-covered"
                                + " | checks.dataAccurate | | issue-refusal-receipt | 2023-08-03 | R4");
        assertThat(ScenarioSheetFixture.names(sheet.run().failures()))
                .containsExactlyInAnyOrder(
                        "scenario-fails at K6",
                        "scenario-fails at L6",
                        "scenario-fails at M6",
                        "scenario-fails at N6",
                        "scenario-fails at O6");
    }

    @Test
    void coverageTellsWhichRulesMatchedAndWhichCellsDecided() {
        Coverage.TableCoverage table = ScenarioSheetFixture.granted(
                        "convict | x | base | | | | | special | | | | | | | | acceptance-refused | wrong-form")
                .run()
                .coverage()
                .tables()
                .stream()
                .filter(each -> each.table().id().equals("form-and-certification"))
                .findFirst()
                .orElseThrow();
        assertThat(table.uncovered().stream().map(rule -> rule.id().rule()))
                .containsExactlyInAnyOrder("FC-01", "FC-03", "FC-04", "FC-05", "FC-06", "FC-07", "FC-08");
        assertThat(table.undecided().stream()
                        .filter(cell -> cell.rule().rule().equals("FC-02"))
                        .map(Coverage.Undecided::field))
                .containsExactly("application.specialFormNeeded");
    }
}
