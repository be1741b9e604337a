package kz.sheshim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.sheshim.adapter.logicng.LogicNgSolver;
import kz.sheshim.analysis.CasesFixture;
import kz.sheshim.analysis.Effort;
import kz.sheshim.analysis.TableChange;
import kz.sheshim.analysis.TableChange.ChangedCase;
import kz.sheshim.analysis.TableComparison;
import kz.sheshim.analysis.TableFixture;
import kz.sheshim.facts.Fact;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.Facts;
import kz.sheshim.facts.Truth;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.HitPolicy;
import kz.sheshim.table.Rule;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.FieldType;
import kz.sheshim.vocabulary.IfAbsent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The cases in which a changed table is said to conclude something else are those in which the hit policies, applied to its rows, do. */
class MeaningOfChangesTest {
    private static final int TABLES = Integer.getInteger("sheshim.tables", 60);

    private static final Effort ALL = new Effort(1_000_000, 1, 1000, 1_000_000);
    private static final FactPath GIVEN = new FactPath(new FieldPath("x", "result"), FactPath.ONCE);

    private static TableChange compare(TableFixture before, TableFixture after) {
        return new TableComparison(LogicNgSolver::new, ALL)
                .compare(before.ruleset(), before.table(), after.ruleset(), after.table());
    }

    /** What the table gives in a case: the engine's own account of it. */
    private static String result(TableFixture fixture, DecisionTable table, Facts facts) {
        List<Match> matches = new ArrayList<>();
        for (Rule rule : table.rules()) {
            RuleReading reading = RuleReading.of(table, rule, facts, FactPath.ONCE);
            if (reading.truth() != Truth.FALSE) {
                matches.add(new Match(
                        new PreparedRule(rule, 0, null, facts.layout()),
                        FactPath.ONCE,
                        reading.truth() == Truth.TRUE,
                        reading.missing()));
            }
        }
        try {
            Fact fact =
                    HitPolicies.fact(fixture.field("x.result"), GIVEN, HitPolicies.counted(table.hitPolicy(), matches));
            return fact instanceof Fact.Known known
                    ? known.value().toString().replaceAll("[\\[\\]]", "")
                    : fact.unknown()
                            ? "unknown"
                            : fixture.field("x.result").type().list() ? "nothing" : "missing";
        } catch (RulesConflict conflict) {
            return "conflict";
        }
    }

    private static void comparesExactly(HitPolicy policy, FieldType type, IfAbsent ifAbsent) {
        int differing = 0;
        int equivalent = 0;
        for (int seed = 0; seed < TABLES; seed++) {
            TableFixture before = CasesFixture.table(new Random(seed), policy).otherwise(type, ifAbsent);
            TableFixture after = CasesFixture.changed(before, new Random(seed));
            Set<String> expected = new HashSet<>();
            SortedSet<FieldPath> fields = new TreeSet<>(before.table().reads());
            fields.addAll(after.table().reads());
            DecisionTable old = before.table();
            DecisionTable now = after.table();
            CasesFixture.each(before.vocabulary(), fields, facts -> {
                String was = result(before, old, facts);
                String is = result(after, now, facts);
                if (!was.equals(is)) {
                    expected.add(was + " -> " + is);
                }
            });
            TableChange comparison = compare(before, after);
            Set<String> found = new HashSet<>();
            if (comparison instanceof TableChange.Differs differs) {
                differing++;
                assertThat(differs.all()).isTrue();
                for (ChangedCase difference : differs.cases()) {
                    found.add(difference.before() + " -> " + difference.after());
                }
            } else {
                equivalent++;
                assertThat(comparison).isInstanceOf(TableChange.Equivalent.class);
            }
            assertThat(found).as("%s %s seed %s", policy, type, seed).isEqualTo(expected);
        }
        assertThat(differing).isGreaterThan(TABLES / 8);
        assertThat(equivalent).isGreaterThan(TABLES / 12);
    }

    @ParameterizedTest
    @EnumSource
    void fieldWithAValue(HitPolicy policy) {
        comparesExactly(policy, new FieldType.Code(TableFixture.LETTERS), new IfAbsent.None());
    }

    @ParameterizedTest
    @EnumSource
    void fieldThatIsSomethingWithoutAMatch(HitPolicy policy) {
        comparesExactly(policy, new FieldType.Code(TableFixture.LETTERS), new IfAbsent.Means("a"));
    }

    @ParameterizedTest
    @EnumSource
    void fieldWithManyValues(HitPolicy policy) {
        comparesExactly(policy, new FieldType.Codes(TableFixture.LETTERS), new IfAbsent.None());
    }

    @Test
    void rowSplitInTwoIsEquivalent() {
        TableFixture whole = new TableFixture(HitPolicy.COLLECT).column("x.age", new FieldType.Whole());
        TableFixture split = new TableFixture(HitPolicy.COLLECT).column("x.age", new FieldType.Whole());
        whole.dated("2021-01-01", "", "a", ">= 18");
        split.dated("2021-01-01", "2021-12-31", "a", ">= 18")
                .dated("2022-01-01", "", "a", ">= 65")
                .dated("2022-01-01", "", "a", "18..64");
        assertThat(compare(whole, split)).isInstanceOf(TableChange.Equivalent.class);
    }

    @Test
    void otherOrderOfRowsInCollectIsEquivalentAndInFirstIsNot() {
        for (HitPolicy policy : new HitPolicy[] {HitPolicy.COLLECT, HitPolicy.FIRST}) {
            TableFixture one = new TableFixture(policy)
                    .otherwise(new FieldType.Codes(TableFixture.LETTERS), new IfAbsent.None())
                    .column("x.age", new FieldType.Whole())
                    .row("a", ">= 18")
                    .row("b", "< 65");
            TableFixture other = new TableFixture(policy)
                    .otherwise(new FieldType.Codes(TableFixture.LETTERS), new IfAbsent.None())
                    .column("x.age", new FieldType.Whole())
                    .row("b", "< 65")
                    .row("a", ">= 18");
            assertThat(compare(one, other))
                    .hasToString(
                            policy == HitPolicy.COLLECT
                                    ? "Equivalent[]"
                                    : "Differs[cases=[ChangedCase[situation=x.age 18..64, before=a, after=b]], all=true]");
        }
    }

    @Test
    void everyValueOfACaseIsNamed() {
        FieldType kind = new FieldType.Code(TableFixture.LETTERS);
        TableFixture before =
                new TableFixture(HitPolicy.COLLECT).column("x.kind", kind).row("a", "b, c");
        TableFixture after =
                new TableFixture(HitPolicy.COLLECT).column("x.kind", kind).row("b", "b, c");
        assertThat(compare(before, after).toString()).contains("ChangedCase[situation=x.kind b, c, before=a, after=b]");
    }

    @Test
    void movedBoundDiffersJustBetweenTheBounds() {
        TableFixture before = new TableFixture(HitPolicy.COLLECT)
                .column("x.flag", new FieldType.YesNo(), new IfAbsent.NotKnown())
                .dated("2024-03-25", "", "a", "yes");
        TableFixture after = new TableFixture(HitPolicy.COLLECT)
                .column("x.flag", new FieldType.YesNo(), new IfAbsent.NotKnown())
                .dated("2024-04-01", "", "a", "yes");
        assertThat(compare(before, after))
                .hasToString(
                        "Differs[cases=[ChangedCase[situation=x.day 2024-03-25 to 2024-03-31, x.flag yes, before=a, after=missing], "
                                + "ChangedCase[situation=x.day 2024-03-25 to 2024-03-31, x.flag unknown, before=unknown, after=missing]], all=true]");
    }
}
