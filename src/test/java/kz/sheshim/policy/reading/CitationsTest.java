package kz.sheshim.policy.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import kz.sheshim.EditedPolicyFixture;
import org.junit.jupiter.api.Test;

/** Acts, places and status of what a row cites. */
class CitationsTest {
    private static final String SHEET = "Grounds of denial";

    private static EditedPolicyFixture policy() {
        return new EditedPolicyFixture();
    }

    /** The shipped policy with a second citation of the row GD-01, by these bindings and cells from column O on. */
    private static EditedPolicyFixture second(Map<String, String> cells) {
        EditedPolicyFixture policy = policy();
        char column = 'O';
        for (String name : new String[] {"→ citation 2", "→ place 2", "→ status 2"}) {
            if (cells.containsKey(name)) {
                policy.set("denial.xlsx", SHEET, column + "7", name)
                        .set("denial.xlsx", SHEET, column + "8", name)
                        .set("denial.xlsx", SHEET, column + "9", cells.get(name).isEmpty() ? null : cells.get(name));
                column++;
            }
        }
        return policy;
    }

    @Test
    void placeIsOneOfItsAct() {
        assertThat(policy().set("denial.xlsx", SHEET, "L10", "A4-9(7)").findings())
                .contains("unknown-code at denial.xlsx › Grounds of denial › L10");
        assertThat(policy().set("denial.xlsx", SHEET, "K10", "LSS").findings())
                .as("a place of another act")
                .contains("unknown-code at denial.xlsx › Grounds of denial › L10");
    }

    @Test
    void placeIsTranslatedDefinedOnceAndOfAKnownAct() {
        assertThat(policy().set("vocabulary.xlsx", "Places", "E10", null)
                        .set("vocabulary.xlsx", "Places", "B12", "A4-9(1)")
                        .set("vocabulary.xlsx", "Places", "A15", "LS")
                        .findings())
                .contains(
                        "missing-translation at vocabulary.xlsx › Places › E10",
                        "duplicate at vocabulary.xlsx › Places › B12",
                        "unknown-code at vocabulary.xlsx › Places › A15");
    }

    @Test
    void secondCitationIsWholeOrAbsent() {
        assertThat(second(Map.of("→ citation 2", "R3", "→ place 2", "", "→ status 2", "to verify"))
                        .findings())
                .isEmpty();
        assertThat(second(Map.of("→ citation 2", "R3", "→ place 2", "", "→ status 2", ""))
                        .findings())
                .containsExactly("citation-without-status at denial.xlsx › Grounds of denial › Q9");
        assertThat(second(Map.of("→ citation 2", "", "→ place 2", "", "→ status 2", "verified"))
                        .findings())
                .containsExactly("blank-conclusion at denial.xlsx › Grounds of denial › O9");
    }

    @Test
    void secondCitationHasAllItsColumns() {
        assertThat(second(Map.of("→ citation 2", "R3")).findings())
                .containsExactly("missing-column at denial.xlsx › Grounds of denial › A8");
        assertThat(second(Map.of("→ place 2", "A4-9(1)")).findings())
                .containsOnly("missing-column at denial.xlsx › Grounds of denial › A8")
                .hasSize(2);
    }
}
