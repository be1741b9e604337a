package kz.sheshim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.sheshim.workbook.EditRefused;
import kz.sheshim.workbook.RowEdit;
import org.junit.jupiter.api.Test;

/** A scenario is written anew where it stands. */
class StandingScenarioTest {
    private final ScenariosFixture law = ScenariosFixture.read();

    private Map<VerdictPart, String> expected(StandingScenario standing) {
        Map<VerdictPart, String> expected = new TreeMap<>();
        standing.parts(law.ruleset())
                .forEach((part, heading) -> expected.put(part, standing.expects(part, law.ruleset())));
        return expected;
    }

    @Test
    void nothingIsWrittenWhereNothingDiffers() {
        for (Scenario scenario : law.scenarios()) {
            StandingScenario standing = law.standing(scenario.id());
            assertThat(standing.edits(law.ruleset(), null, scenario.shows(), expected(standing)))
                    .isEmpty();
            assertThat(standing.says(scenario.facts(), law.ruleset())).isTrue();
            assertThat(standing.with(scenario.facts(), law.scenarios(), law.ruleset()))
                    .as(scenario.id())
                    .isPresent();
        }
    }

    @Test
    void onlyTheExpectationChanges() throws EditRefused {
        StandingScenario standing = law.standing("over-limit");
        Map<VerdictPart, String> expected = expected(standing);
        expected.put(VerdictPart.OUTCOME, "awarded");
        List<RowEdit> edits = standing.edits(law.ruleset(), null, "Another text", expected);
        assertThat(edits).singleElement().isInstanceOf(RowEdit.Change.class);
        assertThat(edits.get(0).texts().values()).containsExactlyInAnyOrder("Another text", "awarded");
        ScenariosFixture read =
                ScenariosFixture.edited(law.sheets().get(0).sheet().file(), edits);
        assertThat(read.scenarios()).extracting(Scenario::id).containsExactlyElementsOf(ids(law));
        assertThat(read.standing("over-limit").scenario().shows()).isEqualTo("Another text");
        assertThat(read.standing("over-limit").expects(VerdictPart.OUTCOME, law.ruleset()))
                .isEqualTo("awarded");
    }

    @Test
    void aCellThatMeansTheSameKeepsItsText() {
        StandingScenario standing = law.standing("three-children");
        Map<VerdictPart, String> expected = expected(standing);
        assertThat(expected.get(VerdictPart.NOTICES)).isEqualTo("what-is-paid, larger-family");
        expected.put(VerdictPart.NOTICES, "larger-family,what-is-paid");
        expected.put(VerdictPart.DUE, "2026-12-31");
        assertThat(standing.edits(law.ruleset(), null, standing.scenario().shows(), expected))
                .singleElement()
                .satisfies(edit -> assertThat(edit.texts().values()).containsExactly("2026-12-31"));
    }

    /** Each of them with the facts of each scenario, be they more rows or fewer. */
    @Test
    void otherFactsAreWrittenInItsPlace() throws EditRefused {
        int written = 0;
        for (Scenario from : law.scenarios()) {
            for (String id : List.of("family", "over-limit")) {
                StandingScenario standing = law.standing(id);
                NewScenario anew = standing.with(from.facts(), law.scenarios(), law.ruleset())
                        .orElse(null);
                List<RowEdit> edits =
                        anew == null ? null : standing.edits(law.ruleset(), anew, "Other facts", expected(standing));
                if (edits != null) {
                    ScenariosFixture read =
                            ScenariosFixture.edited(law.sheets().get(0).sheet().file(), edits);
                    assertThat(read.findings()).as(id + " " + from.id()).isEmpty();
                    assertThat(read.scenarios()).extracting(Scenario::id).containsExactlyElementsOf(ids(law));
                    assertThat(read.standing(id).says(from.facts(), law.ruleset()))
                            .as(id + " " + from.id())
                            .isTrue();
                    written++;
                }
            }
        }
        assertThat(written).isGreaterThan(law.scenarios().size());
    }

    private static List<String> ids(ScenariosFixture read) {
        return read.scenarios().stream().map(Scenario::id).toList();
    }
}
