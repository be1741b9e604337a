package kz.sheshim.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import kz.sheshim.table.ConclusionKind;
import kz.sheshim.table.HitPolicy;
import kz.sheshim.vocabulary.FieldType;
import kz.sheshim.vocabulary.IfAbsent;
import org.junit.jupiter.api.Test;

/** Rules that follow each other in time. */
class SuccessionsTest {
    private static final FieldType LETTER = new FieldType.Code(TableFixture.LETTERS);

    private static TableFixture table(ConclusionKind gives) {
        return new TableFixture(HitPolicy.COLLECT, gives)
                .column("x.channel", LETTER)
                .column("x.age", new FieldType.Whole());
    }

    @Test
    void oldRuleThatGoesOnBesideItsSuccessorIsTold() {
        assertThat(table(ConclusionKind.GROUND)
                        .dated("2024-01-01", "", "young act-1", "a", "< 16")
                        .dated("2027-01-01", "", "young act-2", "a", "< 16")
                        .found())
                .containsExactly("superseded-not-ended R1");
        assertThat(table(ConclusionKind.GROUND)
                        .dated("2027-01-01", "", "young act-2", "a", "< 14")
                        .dated("", "2027-01-01", "young act-1", "a, b", "< 16")
                        .found())
                .as("of narrower cases, and for one day")
                .containsExactly("superseded-not-ended R2");
    }

    @Test
    void plannedSuccessionOtherCasesAndOtherGroundsAreNot() {
        assertThat(table(ConclusionKind.GROUND)
                        .dated("2024-01-01", "2026-12-31", "young act-1", "a", "< 16")
                        .dated("2027-01-01", "", "young act-2", "a", "< 16")
                        .dated("2027-01-01", "", "young act-3", "b", "< 16")
                        .dated("2027-01-01", "", "old act-2", "a", "< 16")
                        .found())
                .isEmpty();
    }

    @Test
    void wrongYearIsALapseHoweverLong() {
        assertThat(table(ConclusionKind.ACTION)
                        .dated("2024-01-01", "2026-12-31", "send", "a", "< 16")
                        .dated("2028-01-01", "", "send", "a", "< 18")
                        .found())
                .containsExactly("conclusion-lapses R2");
    }

    @Test
    void daysBetweenARuleAndItsSuccessorAreTold() {
        assertThat(table(ConclusionKind.ACTION)
                        .dated("2024-01-01", "2026-12-31", "send", "a", "< 16")
                        .dated("2027-01-02", "", "send", "a", "< 18")
                        .found())
                .containsExactly("conclusion-lapses R2");
        assertThat(table(ConclusionKind.TERM)
                        .dated("2024-01-01", "2026-12-31", "3", "a", "")
                        .dated("2027-01-15", "", "5", "a", "")
                        .findings())
                .filteredOn(finding -> finding.rule() != null)
                .singleElement()
                .extracting(finding -> finding.defect().wrong().toString())
                .asString()
                .contains("rule R1")
                .contains("from 2027-01-01 until 2027-01-14");
        assertThat(new TableFixture(HitPolicy.UNIQUE)
                        .otherwise(LETTER, new IfAbsent.Means("c"))
                        .column("x.age", new FieldType.Whole())
                        .dated("2024-01-01", "2026-12-31", "a", "< 16")
                        .dated("2027-01-02", "", "b", "< 16")
                        .found())
                .as("where a case without a rule is not a gap")
                .containsExactly("conclusion-lapses R2");
    }

    @Test
    void longLapseAndOneThatAnotherRuleFillsAreMeant() {
        assertThat(table(ConclusionKind.ACTION)
                        .dated("2024-01-01", "2026-12-31", "send", "a", "< 16")
                        .dated("2027-04-04", "", "send", "a", "< 16")
                        .found())
                .isEmpty();
        assertThat(table(ConclusionKind.ACTION)
                        .dated("2024-01-01", "2024-12-31", "send", "", "< 16")
                        .dated("2025-01-01", "", "send", "a", "< 16")
                        .dated("2025-01-20", "", "send", "b", "< 16")
                        .found())
                .as("the law is split")
                .isEmpty();
    }
}
