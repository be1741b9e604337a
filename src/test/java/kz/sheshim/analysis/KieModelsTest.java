package kz.sheshim.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import kz.sheshim.table.HitPolicy;
import kz.sheshim.vocabulary.FieldType;
import kz.sheshim.vocabulary.IfAbsent;
import org.junit.jupiter.api.Test;

/**
 * The models of KIE's own tests of gaps, overlaps, masking and subsumption (apache/incubator-kie-drools, kie-dmn-validation, dtanalysis/*.dmn) as our tables: what KIE finds is found. Each test is named for its model. KIE's
 * hit policies ANY and PRIORITY are read as UNIQUE, to see overlaps, or as FIRST in the order of the priorities. KIE cuts gaps into disjoint boxes, we widen them, so points of its boxes are compared.
 */
class KieModelsTest {
    private static final FieldType NUMBER = new FieldType.Decimal();
    private static final FieldType YES_NO = new FieldType.YesNo();

    private static BigDecimal number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros();
    }

    private static TableFixture numbers(HitPolicy policy, String... fields) {
        TableFixture table = new TableFixture(policy);
        for (String field : fields) {
            table.column("x." + field, NUMBER);
        }
        return table;
    }

    private static void gaps(TableFixture table, double[][] points) {
        for (double[] point : points) {
            assertThat(isGap(table, point)).as(Arrays.toString(point)).isTrue();
        }
    }

    private static void noGaps(TableFixture table, double[][] points) {
        for (double[] point : points) {
            assertThat(isGap(table, point)).as(Arrays.toString(point)).isFalse();
        }
    }

    private static boolean isGap(TableFixture table, double[] point) {
        return table.isGap(Arrays.stream(point).mapToObj(KieModelsTest::number).toArray());
    }

    private static List<String> found(TableFixture table, String code) {
        return table.findings().stream()
                .filter(finding -> finding.defect().code().equals(code))
                .map(finding -> finding.defect().message())
                .toList();
    }

    private static TableFixture gapsAndOverlaps(HitPolicy policy) {
        return numbers(policy, "input1", "input2")
                .row("a", "0..4", "0..2")
                .row("b", "1..3", "5..6")
                .row("c", "2..5", "1..4")
                .row("a", "6..7", "0..3");
    }

    @Test
    void gapsAndOverlaps1() {
        for (HitPolicy policy : new HitPolicy[] {HitPolicy.FIRST, HitPolicy.UNIQUE}) {
            TableFixture table = gapsAndOverlaps(policy);
            // a point of each of KIE's 17 gaps
            gaps(table, new double[][] {
                {-1, 1},
                {0.5, -1},
                {0.5, 2.5},
                {1.5, -1},
                {1.5, 3},
                {1.5, 7},
                {2.5, -1},
                {2.5, 4.5},
                {2.5, 7},
                {3.5, -1},
                {3.5, 4.5},
                {4.5, 0.5},
                {4.5, 4.5},
                {5.5, 1},
                {6.5, -1},
                {6.5, 3.5},
                {8, 1}
            });
            noGaps(table, new double[][] {{0, 0}, {4, 2}, {1, 5}, {3, 6}, {2, 4}, {5, 1}, {6, 3}, {7, 0}});
        }
        assertThat(found(gapsAndOverlaps(HitPolicy.UNIQUE), "overlap"))
                .singleElement()
                .asString()
                .contains("rule R1")
                .contains("x.input1 2..4, x.input2 1..2");
    }

    @Test
    void gapsXY() {
        TableFixture table = numbers(HitPolicy.UNIQUE, "input1", "input2")
                .row("a", "< 0", "<= 0")
                .row("b", "0", "< 0")
                .row("c", "> 0", ">= 0");
        gaps(table, new double[][] {{-1, 1}, {-0.1, 0.1}, {0, 0}, {0, 1}, {1, -1}, {0.1, -0.1}});
        noGaps(table, new double[][] {{-1, -1}, {-1, 0}, {0, -1}, {1, 0}, {1, 1}});
        assertThat(found(table, "overlap")).isEmpty();
    }

    @Test
    void gapsCube3() {
        TableFixture table = numbers(HitPolicy.FIRST, "input2", "input1", "input3")
                .row("a", "0..1", "0..2", "0..3")
                .row("b", "2..3", "1..3", "1..3");
        gaps(table, new double[][] {{0, 2.5, 1}, {1, 3, 3}, {1.5, 1, 1}, {2, 0.5, 1}, {3, 0, 3}, {2, 1, 0.5}, {3, 3, 0}
        });
        noGaps(table, new double[][] {{0, 0, 0}, {1, 2, 3}, {2, 1, 1}, {3, 3, 3}});
    }

    @Test
    void gapsOverlapsBoolean() {
        TableFixture table = new TableFixture(HitPolicy.UNIQUE)
                .column("x.one", YES_NO)
                .column("x.two", YES_NO)
                .row("a", "no", "no")
                .row("b", "no", "-")
                .row("c", "yes", "no");
        assertThat(found(table, "gap"))
                .singleElement()
                .asString()
                .contains("No rule matches this case: x.one yes, x.two yes.")
                .contains("[x.one: yes; x.two: yes]");
        assertThat(found(table, "overlap")).singleElement().asString().contains("rule R1 [x.one: no; x.two: no]");
    }

    @Test
    void overlapHitPolicy() {
        TableFixture table = numbers(HitPolicy.UNIQUE, "score")
                .row("a", "< 10")
                .row("b", "10..30")
                .row("c", ">= 30");
        assertThat(table.found()).containsExactly("overlap R3");
        assertThat(found(table, "overlap").get(0))
                .contains("rule R2 [x.score: 10..30] both match this case: x.score 30.");
    }

    @Test
    void maskBasicAndMaskTest() {
        TableFixture basic = numbers(HitPolicy.FIRST, "age").row("a", "-").row("b", ">= 18");
        assertThat(basic.found()).containsExactly("shadowed R2");

        TableFixture table = numbers(HitPolicy.FIRST, "age")
                .column("x.risk", new FieldType.Code(TableFixture.LETTERS), new IfAbsent.Refuse())
                .column("x.mitigated", YES_NO)
                .row("a", "-", "-", "-")
                .row("b", ">= 18", "b, c", "yes");
        assertThat(table.found()).containsExactly("shadowed R2");
        assertThat(found(table, "shadowed").get(0))
                .contains("R1 [no condition]")
                .contains("x.age >= 18, x.risk b");
    }

    @Test
    void misleadingRules() {
        String[][] rows = {{"yes", "c"}, {"-", "b"}, {"yes", "a"}, {"no", "-"}};
        String[] approvals = {"a", "b", "c", "c"};
        TableFixture unique = misleading(HitPolicy.UNIQUE);
        for (int i = 0; i < rows.length; i++) {
            unique.row(approvals[i], rows[i]);
        }
        assertThat(unique.found()).containsExactly("overlap R4");
        assertThat(found(unique, "overlap").get(0)).contains("rule R2").contains("x.mitigated no, x.risk b");

        TableFixture first = misleading(HitPolicy.FIRST);
        for (int i : new int[] {0, 2, 3, 1}) {
            first.row(approvals[i], rows[i]);
        }
        assertThat(first.found()).isEmpty();
    }

    private static TableFixture misleading(HitPolicy policy) {
        return new TableFixture(policy)
                .column("x.mitigated", YES_NO)
                .column("x.risk", new FieldType.Code(TableFixture.LETTERS));
    }

    private static TableFixture subsumption(HitPolicy policy) {
        return numbers(policy, "age")
                .otherwise(new FieldType.Codes(TableFixture.LETTERS), new IfAbsent.None())
                .column("x.risky", YES_NO)
                .row("a", "< 18", "-")
                .row("b", ">= 18", "-")
                .row("c", "> 21", "no")
                .row("b", "> 21", "yes");
    }

    @Test
    void subsumption() {
        assertThat(subsumption(HitPolicy.COLLECT).found()).containsExactly("subsumed R4");
        assertThat(found(subsumption(HitPolicy.COLLECT), "subsumed").get(0)).contains("rule R2 [x.age: >= 18]");
        assertThat(subsumption(HitPolicy.UNIQUE).found()).containsExactly("overlap R3", "overlap R4");
        assertThat(found(subsumption(HitPolicy.UNIQUE), "overlap"))
                .allMatch(message -> message.contains("rule R2") && message.contains("x.age > 21"));
    }

    @Test
    void srGapsOverlapsSubsumption2() {
        TableFixture table = numbers(HitPolicy.UNIQUE, "score")
                .column("x.dti", new FieldType.Code(TableFixture.codes("dti", "good", "fair", "bad")))
                .row("a", "> 660", "good")
                .row("b", ">= 660", "bad")
                .row("a", "600..660", "good")
                .row("b", "600..660", "fair, bad")
                .row("b", "< 600", "-");
        assertThat(table.found()).containsExactly("overlap R4", "gap");
        assertThat(found(table, "overlap").get(0)).contains("rule R2").contains("x.score 660, x.dti bad");
        assertThat(found(table, "gap").get(0)).contains("[x.score: > 660; x.dti: fair]");
    }

    @Test
    void dtAnalysisFirst() {
        assertThat(numbers(HitPolicy.FIRST, "number")
                        .row("a", "< 0")
                        .row("b", "0")
                        .row("c", "> 0")
                        .found())
                .isEmpty();
    }

    @Test
    void noGapsDateAdjacent() {
        assertThat(new TableFixture(HitPolicy.UNIQUE)
                        .column("x.date", new FieldType.Date())
                        .row("a", "< 2021-03-01")
                        .row("b", "2021-03-01..2021-03-31")
                        .row("c", "2021-04-01..2021-04-30")
                        .row("a", ">= 2021-05-01")
                        .found())
                .isEmpty();
    }
}
