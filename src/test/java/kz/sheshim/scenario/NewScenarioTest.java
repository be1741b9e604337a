package kz.sheshim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kz.sheshim.facts.Facts;
import kz.sheshim.workbook.EditRefused;
import org.junit.jupiter.api.Test;

/** A case becomes the rows of a scenario that says the same facts. */
class NewScenarioTest {
    private final ScenariosFixture law = ScenariosFixture.read();

    private NewScenario of(List<Scenario> known, Facts facts) {
        return NewScenario.of(law.sheets(), known, law.ruleset(), facts).orElseThrow();
    }

    private ScenariosFixture written(NewScenario scenario, String id, Map<VerdictPart, String> expected)
            throws EditRefused {
        return ScenariosFixture.edited(
                scenario.sheet().file(), scenario.edits(law.ruleset(), id, "As the case shows", expected));
    }

    @Test
    void eachCaseIsReadBackAsItWas() throws EditRefused {
        for (Scenario scenario : law.scenarios()) {
            List<Scenario> others =
                    law.scenarios().stream().filter(each -> each != scenario).toList();
            NewScenario written = of(others, scenario.facts());
            Map<VerdictPart, String> expected = new TreeMap<>();
            scenario.expected().forEach(each -> expected.put(each.part(), String.join(", ", each.names())));
            ScenariosFixture read = written(written, "again", expected);
            assertThat(read.findings())
                    .as(scenario.id() + " " + written.edits(law.ruleset(), "again", "", expected))
                    .isEmpty();
            assertThat(read.scenarios())
                    .as(scenario.id() + " " + written.edits(law.ruleset(), "again", "", expected))
                    .extracting(Scenario::id)
                    .contains("again");
            Scenario again = read.scenario("again");
            assertThat(again.expected())
                    .extracting(Expected::names)
                    .isEqualTo(scenario.expected().stream().map(Expected::names).toList());
            NewScenario difference = of(List.of(scenario), again.facts());
            assertThat(difference.facts()).as(scenario.id()).isEmpty();
            assertThat(written.leftOut()).as(scenario.id()).isEmpty();
            assertThat(difference.counts()).as(scenario.id()).isEmpty();
            assertThat(difference.asIn()).isEqualTo(scenario.id());
        }
    }

    @Test
    void onlyWhatDiffersIsWritten() {
        Facts paid = law.scenario("paid").facts();
        NewScenario scenario = of(
                law.scenarios().stream()
                        .filter(each -> !each.id().equals("paid"))
                        .toList(),
                paid);
        assertThat(scenario.asIn()).isNotEmpty();
        assertThat(scenario.facts()).hasSizeLessThan(of(List.of(), paid).facts().size());
    }

    @Test
    void whereThereIsNoSheetThereIsNoScenario() {
        Facts facts = law.scenario("family").facts();
        assertThat(NewScenario.of(List.of(), law.scenarios(), law.ruleset(), facts))
                .isEqualTo(Optional.empty());
    }
}
