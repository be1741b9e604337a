package kz.sheshim.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kz.sheshim.table.Condition.Between.Bound;
import org.junit.jupiter.api.Test;

/** Cells as people are shown them. */
class CellTextTest {
    private static final BigDecimal HUNDRED = new BigDecimal("100").stripTrailingZeros();

    @Test
    void numberIsWrittenInFull() {
        assertThat(HUNDRED).hasToString("1E+2");
        assertThat(CellText.value(HUNDRED)).isEqualTo("100");
        assertThat(CellText.of(new Condition.Between(new Bound(HUNDRED, true), null)))
                .isEqualTo(">= 100");
        assertThat(CellText.of(new Condition.Between(null, new Bound(HUNDRED, false))))
                .isEqualTo("< 100");
        assertThat(CellText.of(new Condition.Between(new Bound(BigDecimal.ONE, true), new Bound(HUNDRED, true))))
                .isEqualTo("1..100");
    }

    @Test
    void valuesAscend() {
        assertThat(CellText.of(new Condition.OneOf(new LinkedHashSet<>(List.of(18L, 9L)))))
                .isEqualTo("9, 18");
        assertThat(CellText.of(new Condition.NoneOf(new LinkedHashSet<>(List.of("RUS", "KGZ")))))
                .isEqualTo("not KGZ, RUS");
    }

    @Test
    void valueIsWrittenAsInACell() {
        assertThat(CellText.value(true)).isEqualTo("yes");
        assertThat(CellText.value(LocalDate.of(2027, 1, 1))).isEqualTo("2027-01-01");
        assertThat(CellText.value(List.of("a", "b"))).isEqualTo("a, b");
        assertThat(CellText.of(new Condition.Includes(Set.of(false)))).isEqualTo("includes no");
        assertThat(CellText.of(new Condition.Lacks(Set.of("in force")))).isEqualTo("lacks in force");
        assertThat(CellText.of(new Condition.Missing())).isEqualTo("missing");
        assertThat(CellText.of(new Condition.Present())).isEqualTo("present");
    }

    @Test
    void periodIsTheConditionOnItsDays() {
        Condition condition = new Period(LocalDate.of(2024, 3, 25), null).asCondition();
        assertThat(CellText.of(condition)).isEqualTo(">= 2024-03-25");
        assertThat(condition.bounds()).hasSize(1);
        assertThat(new Period(null, null).asCondition().bounds()).isEmpty();
    }
}
