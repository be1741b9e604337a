package kz.sheshim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import kz.sheshim.facts.Fact;
import kz.sheshim.facts.FactLayout;
import kz.sheshim.facts.FactPath;
import kz.sheshim.table.Citation;
import kz.sheshim.table.Conclusion;
import kz.sheshim.table.HitPolicy;
import kz.sheshim.table.Period;
import kz.sheshim.table.Rule;
import kz.sheshim.table.RuleId;
import kz.sheshim.vocabulary.CodeList;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.FieldType;
import kz.sheshim.vocabulary.IfAbsent;
import kz.sheshim.vocabulary.Label;
import kz.sheshim.vocabulary.Vocabulary;
import kz.sheshim.workbook.CellAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hit policies where some rows are open: what is certain, what stays open, and what a derived field then is. */
class HitPoliciesTest {
    private static final Label LABEL = Label.same("x");
    private static final FactLayout NO_FIELDS = new FactLayout(new Vocabulary(List.of(), List.of(), List.of()));
    private static final FieldPath GIVEN = new FieldPath("applicant", "letters");
    private static final FactPath PATH = new FactPath(GIVEN, FactPath.ONCE);
    private static final FieldType CODE = new FieldType.Code(letters());
    private static final FieldType CODES = new FieldType.Codes(letters());

    private static CodeList letters() {
        Map<String, Label> codes = new LinkedHashMap<>();
        Stream.of("a", "b", "c").forEach(code -> codes.put(code, LABEL));
        return new CodeList("letter", codes);
    }

    private static Field field(FieldType type, IfAbsent ifAbsent) {
        return new Field(GIVEN, type, ifAbsent, true, null, LABEL, false, false);
    }

    private static SortedSet<FactPath> facts(String... names) {
        SortedSet<FactPath> facts = new TreeSet<>();
        Stream.of(names).forEach(name -> facts.add(new FactPath(new FieldPath("checks", name), FactPath.ONCE)));
        return facts;
    }

    private static Conclusion gives(Object value) {
        return new Conclusion.OfFact(GIVEN, value);
    }

    private static Conclusion ground(String code, String act) {
        return new Conclusion.OfGround(code, null, new Citation(act, null, Citation.Status.TO_VERIFY));
    }

    private static Match match(String rule, Conclusion conclusion, boolean holds, String... missing) {
        Rule row = new Rule(
                new RuleId("table", rule),
                new Period(null, null),
                List.of(),
                conclusion,
                new CellAddress("t.xlsx", "T", 8, 0));
        return new Match(new PreparedRule(row, 0, null, NO_FIELDS), FactPath.ONCE, holds, facts(missing));
    }

    private static Match holding(String rule, Object value) {
        return match(rule, gives(value), true);
    }

    private static Match open(String rule, Object value, String... missing) {
        return match(rule, gives(value), false, missing);
    }

    private static List<Match> counted(HitPolicy policy, Match... matches) {
        return HitPolicies.counted(policy, List.of(matches));
    }

    private static Fact fact(Field field, Match... matches) {
        return HitPolicies.fact(field, PATH, List.of(matches));
    }

    private static Fact unknown(String... missing) {
        return new Fact.Unknown(facts(missing));
    }

    @ParameterizedTest
    @EnumSource
    void nothingMatchesSoNothingCounts(HitPolicy policy) {
        assertThat(counted(policy)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void singleMatchCountsAsItIs(HitPolicy policy) {
        Match holding = holding("1", "a");
        Match open = open("1", "a", "x");
        assertThat(counted(policy, holding)).containsExactly(holding);
        assertThat(counted(policy, open)).containsExactly(open);
    }

    @Test
    void collectCountsEveryMatch() {
        Match first = open("1", "a", "x");
        Match second = holding("2", "b");
        Match third = holding("3", "a");
        assertThat(counted(HitPolicy.COLLECT, first, second, third)).containsExactly(first, second, third);
    }

    @Test
    void uniqueRowThatHoldsRulesOutOpenOnes() {
        Match holding = holding("2", "b");
        assertThat(counted(HitPolicy.UNIQUE, open("1", "a", "x"), holding, open("3", "c", "y")))
                .containsExactly(holding);
    }

    @Test
    void uniqueWithoutHoldingRowLeavesAllOpen() {
        Match first = open("1", "a", "x");
        Match second = open("2", "b", "y");
        assertThat(counted(HitPolicy.UNIQUE, first, second)).containsExactly(first, second);
    }

    @Test
    void twoUniqueRowsThatHoldAreAConflictOfBoth() {
        RulesConflict conflict = catchThrowableOfType(
                RulesConflict.class,
                () -> counted(HitPolicy.UNIQUE, holding("1", "a"), open("2", "a", "x"), holding("3", "b")));
        assertThat(conflict.rules()).containsExactly(new RuleId("table", "1"), new RuleId("table", "3"));
        assertThat(conflict).hasMessageContaining("table/1, table/3").hasMessageContaining("UNIQUE");
    }

    @Test
    void twoUniqueRowsThatHoldConflictEvenWhenTheyConcludeTheSame() {
        assertThat(catchThrowableOfType(
                        RulesConflict.class, () -> counted(HitPolicy.UNIQUE, holding("1", "a"), holding("2", "a"))))
                .isNotNull();
    }

    @Test
    void rowsBehindOneThatHoldsAreOut() {
        Match holding = holding("1", "a");
        assertThat(counted(HitPolicy.FIRST, holding, holding("2", "b"), open("3", "c", "x")))
                .containsExactly(holding);
    }

    @Test
    void openRowsBeforeOneOfTheSameConclusionDoNotMatter() {
        Match holding = holding("3", "a");
        assertThat(counted(HitPolicy.FIRST, open("1", "a", "x"), open("2", "a", "y"), holding, holding("4", "b")))
                .containsExactly(holding);
    }

    @Test
    void sameGroundIsTheSameConclusionWhateverItCites() {
        Match holding = match("2", ground("wrong-form", "R4"), true);
        assertThat(counted(HitPolicy.FIRST, match("1", ground("wrong-form", "R3"), false, "x"), holding))
                .containsExactly(holding);
    }

    @Test
    void openRowOfAnotherConclusionLeavesTheHoldingOneOpen() {
        List<Match> counted = counted(
                HitPolicy.FIRST, open("1", "a", "x"), open("2", "b", "y"), holding("3", "b"), holding("4", "c"));
        assertThat(counted).extracting(match -> match.id().rule()).containsExactly("1", "2", "3");
        assertThat(counted).extracting(Match::holds).containsOnly(false);
        assertThat(counted).extracting(Match::missing).containsExactly(facts("x"), facts("x", "y"), facts("x", "y"));
    }

    @Test
    void openRowMissesWhatTheOpenRowsBeforeItMiss() {
        assertThat(counted(HitPolicy.FIRST, open("1", "a", "x"), open("2", "a", "y"), open("3", "b", "x")))
                .extracting(Match::missing)
                .containsExactly(facts("x"), facts("x", "y"), facts("x", "y"));
    }

    @Test
    void fieldThatNoRowGivesIsWhatItsAbsenceMeans() {
        assertThat(fact(field(CODE, new IfAbsent.None()))).isEqualTo(Fact.ABSENT);
        assertThat(fact(field(CODE, new IfAbsent.Means("c")))).isEqualTo(new Fact.Known("c"));
        assertThat(fact(field(CODES, new IfAbsent.None()))).isEqualTo(Fact.ABSENT);
    }

    @Test
    void fieldHasTheValueThatHolds() {
        Field field = field(CODE, new IfAbsent.Means("c"));
        assertThat(fact(field, holding("1", "a"))).isEqualTo(new Fact.Known("a"));
        assertThat(fact(field, holding("1", "a"), holding("2", "a"))).isEqualTo(new Fact.Known("a"));
    }

    @Test
    void fieldIsKnownWhenOpenRowsGiveItNothingElse() {
        assertThat(fact(field(CODE, new IfAbsent.None()), open("1", "a", "x"), holding("2", "a")))
                .isEqualTo(new Fact.Known("a"));
    }

    @Test
    void fieldIsUnknownWhenAnOpenRowGivesAnotherValue() {
        assertThat(fact(field(CODE, new IfAbsent.None()), holding("1", "a"), open("2", "b", "x", "y")))
                .isEqualTo(unknown("x", "y"));
    }

    @Test
    void fieldThatOnlyOpenRowsGiveIsUnknownAndMissesWhatAllOfThemMiss() {
        assertThat(fact(field(CODE, new IfAbsent.None()), open("1", "a", "y"), open("2", "a", "x")))
                .isEqualTo(unknown("x", "y"));
        assertThat(fact(field(CODE, new IfAbsent.Means("c")), open("1", "a", "y"), open("2", "b", "x")))
                .isEqualTo(unknown("x", "y"));
    }

    @Test
    void openRowsThatGiveWhatAbsenceMeansLeaveTheFieldKnown() {
        Field field = field(CODE, new IfAbsent.Means("c"));
        assertThat(fact(field, open("1", "c", "x"), open("2", "c", "y"))).isEqualTo(new Fact.Known("c"));
        assertThat(fact(field, open("1", "c", "x"), open("2", "a", "y"))).isEqualTo(unknown("x", "y"));
    }

    @Test
    void rowsThatGiveOneFieldTwoValuesAreAConflict() {
        RulesConflict conflict = catchThrowableOfType(
                RulesConflict.class,
                () -> fact(
                        field(CODE, new IfAbsent.None()), holding("1", "a"), open("2", "c", "x"), holding("3", "b")));
        assertThat(conflict.rules()).containsExactly(new RuleId("table", "1"), new RuleId("table", "3"));
        assertThat(conflict).hasMessageContaining("applicant.letters").hasMessageContaining("[a, b]");
    }

    @Test
    void listHasEveryValueThatHoldsOnceAndSorted() {
        assertThat(fact(
                        field(CODES, new IfAbsent.None()),
                        holding("1", List.of("c")),
                        holding("2", List.of("a")),
                        holding("3", List.of("c"))))
                .isEqualTo(new Fact.Known(List.of("a", "c")));
    }

    @Test
    void listTakesRowsThatGiveSingleValuesToo() {
        assertThat(fact(field(CODES, new IfAbsent.None()), holding("1", "c"), holding("2", List.of("a", "b"))))
                .isEqualTo(new Fact.Known(List.of("a", "b", "c")));
    }

    @Test
    void listIsKnownWhenOpenRowsAddNothingNew() {
        assertThat(fact(
                        field(CODES, new IfAbsent.None()),
                        holding("1", "a"),
                        holding("2", "b"),
                        open("3", "a", "x"),
                        open("4", "b", "y")))
                .isEqualTo(new Fact.Known(List.of("a", "b")));
    }

    @Test
    void listIsUnknownWhenAnOpenRowCouldAddAValue() {
        assertThat(fact(field(CODES, new IfAbsent.None()), holding("1", "a"), open("2", "b", "x")))
                .isEqualTo(unknown("x"));
        assertThat(fact(field(CODES, new IfAbsent.None()), open("1", "a", "x"))).isEqualTo(unknown("x"));
    }

    @Test
    void firstRowsThatAllGiveOneValueMakeTheFieldKnown() {
        Field field = field(CODE, new IfAbsent.Means("c"));
        List<Match> same = counted(HitPolicy.FIRST, open("1", "a", "x"), holding("2", "a"));
        assertThat(HitPolicies.fact(field, PATH, same)).isEqualTo(new Fact.Known("a"));
        List<Match> other = counted(HitPolicy.FIRST, open("1", "a", "x"), holding("2", "b"));
        assertThat(HitPolicies.fact(field, PATH, other)).isEqualTo(unknown("x"));
    }
}
