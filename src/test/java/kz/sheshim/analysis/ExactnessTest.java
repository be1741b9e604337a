package kz.sheshim.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import kz.sheshim.engine.RuleReading;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.Truth;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.table.Gap;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.HitPolicy;
import kz.sheshim.table.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the analysis finds in random tables is what reading their rows shows, case by case: nothing false, nothing missed. */
class ExactnessTest {
    private static final int TABLES = Integer.getInteger("sheshim.tables", 60);
    private static final Effort ALL = new Effort(1_000_000, 1, 1000, 1_000_000);

    /** The truths of the rules in every case. */
    private static List<List<Truth>> cases(TableFixture fixture, List<Rule> rules) {
        DecisionTable table = fixture.table();
        List<List<Truth>> cases = new ArrayList<>();
        CasesFixture.each(
                fixture.vocabulary(),
                new TreeSet<>(table.reads()),
                facts -> cases.add(rules.stream()
                        .map(rule -> RuleReading.of(table, rule, facts, FactPath.ONCE)
                                .truth())
                        .toList()));
        return cases;
    }

    private static Set<String> found(List<Finding> findings, String... codes) {
        Set<String> found = new TreeSet<>();
        findings.stream()
                .filter(finding -> Set.of(codes).contains(finding.defect().code()))
                .forEach(finding -> found.add(finding.rule()));
        return found;
    }

    @ParameterizedTest
    @EnumSource
    void rulesThatNeverMatchAreThoseWithoutACase(HitPolicy policy) {
        for (int seed = 0; seed < TABLES; seed++) {
            TableFixture fixture = CasesFixture.table(new Random(seed), policy);
            List<Rule> rules = fixture.table().rules();
            List<List<Truth>> cases = cases(fixture, rules);
            Set<String> never = new TreeSet<>();
            for (int i = 0; i < rules.size(); i++) {
                int rule = i;
                if (cases.stream().noneMatch(each -> each.get(rule) == Truth.TRUE)) {
                    never.add(rules.get(i).id().rule());
                }
            }
            assertThat(found(fixture.findings(ALL), "never-matches"))
                    .as("seed %s", seed)
                    .isEqualTo(never);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"UNIQUE", "FIRST"})
    void rowsThatCloseTheGapsMatchJustTheCasesThatNoRuleIsOpenFor(HitPolicy policy) {
        int gaps = 0;
        for (int seed = 0; seed < TABLES; seed++) {
            TableFixture fixture = CasesFixture.table(new Random(seed), policy);
            List<Rule> rules = new ArrayList<>(fixture.table().rules());
            int own = rules.size();
            fixture.findings(ALL).stream()
                    .filter(finding -> finding.defect() instanceof Gap)
                    .forEach(finding -> rules.add(fixture.read((Gap) finding.defect())));
            gaps += rules.size() - own;
            for (List<Truth> each : cases(fixture, rules)) {
                boolean closed = each.subList(own, rules.size()).contains(Truth.TRUE);
                boolean covered = each.subList(0, own).stream().anyMatch(truth -> truth == Truth.TRUE);
                boolean open = each.subList(0, own).contains(Truth.UNKNOWN);
                assertThat(closed && covered).as("seed %s: not a gap", seed).isFalse();
                // a case with something unknown is no gap of its own, but it may be one whatever the unknown turns out
                // to be
                boolean openRow = each.subList(own, rules.size()).contains(Truth.UNKNOWN);
                assertThat(closed || covered || open || openRow)
                        .as("seed %s: a gap is missing", seed)
                        .isTrue();
            }
        }
        assertThat(gaps).isGreaterThan(TABLES);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNIQUE", "COLLECT"})
    void overlapsAndConflictsAreThePairsThatHoldTogether(HitPolicy policy) {
        int pairs = 0;
        for (int seed = 0; seed < TABLES; seed++) {
            TableFixture fixture = CasesFixture.table(new Random(seed), policy);
            List<Rule> rules = fixture.table().rules();
            List<Finding> findings = fixture.findings(ALL);
            Set<String> duplicates = found(findings, "duplicate-rule");
            List<List<Truth>> cases = cases(fixture, rules);
            List<String> expected = new ArrayList<>();
            for (int second = 0; second < rules.size(); second++) {
                for (int first = 0; first < second; first++) {
                    Rule one = rules.get(first);
                    Rule two = rules.get(second);
                    boolean matters =
                            policy == HitPolicy.UNIQUE || !one.conclusion().equals(two.conclusion());
                    int f = first;
                    int s = second;
                    if (matters
                            && !duplicates.contains(one.id().rule())
                            && !duplicates.contains(two.id().rule())
                            && cases.stream()
                                    .anyMatch(each -> each.get(f) == Truth.TRUE && each.get(s) == Truth.TRUE)) {
                        expected.add(two.id().rule());
                    }
                }
            }
            pairs += expected.size();
            assertThat(findings.stream()
                            .filter(finding -> Set.of("overlap", "conflict")
                                    .contains(finding.defect().code()))
                            .map(Finding::rule))
                    .as("seed %s", seed)
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
        assertThat(pairs).isGreaterThan(TABLES);
    }

    @ParameterizedTest
    @EnumSource(names = "FIRST")
    void shadowedRulesAreThoseThatNeverMatchFirst(HitPolicy policy) {
        int all = 0;
        for (int seed = 0; seed < TABLES; seed++) {
            TableFixture fixture = CasesFixture.table(new Random(seed), policy);
            List<Rule> rules = fixture.table().rules();
            List<List<Truth>> cases = cases(fixture, rules);
            Set<String> shadowed = new TreeSet<>();
            for (int i = 0; i < rules.size(); i++) {
                int rule = i;
                // a case with something unknown in which it comes first would be one with the same known, too
                if (cases.stream()
                        .noneMatch(each -> each.get(rule) == Truth.TRUE
                                && each.subList(0, rule).stream().allMatch(truth -> truth == Truth.FALSE))) {
                    shadowed.add(rules.get(i).id().rule());
                }
            }
            all += shadowed.size();
            assertThat(found(fixture.findings(ALL), "shadowed", "duplicate-rule", "never-matches"))
                    .as("seed %s", seed)
                    .isEqualTo(shadowed);
        }
        assertThat(all).isGreaterThan(TABLES / 2);
    }

    @ParameterizedTest
    @EnumSource(names = "COLLECT")
    void subsumedRulesCanAllBeRemovedAndNoOther(HitPolicy policy) {
        int all = 0;
        for (int seed = 0; seed < TABLES; seed++) {
            TableFixture fixture = CasesFixture.table(new Random(seed), policy);
            List<Rule> rules = fixture.table().rules();
            List<List<Truth>> cases = cases(fixture, rules);
            List<Finding> findings = fixture.findings(ALL);
            Set<String> superfluous = found(findings, "subsumed", "duplicate-rule");
            all += superfluous.size();
            Set<Integer> kept = new HashSet<>();
            for (int i = 0; i < rules.size(); i++) {
                if (!superfluous.contains(rules.get(i).id().rule())) {
                    kept.add(i);
                }
            }
            assertThat(same(rules, cases, kept)).as("seed %s", seed).isTrue();
            Set<String> never = found(findings, "never-matches");
            for (int rule : kept) {
                Set<Integer> others = new HashSet<>(kept);
                others.remove(rule);
                assertThat(same(rules, cases, others)
                                && !never.contains(rules.get(rule).id().rule()))
                        .as("seed %s, rule %s", seed, rule)
                        .isFalse();
            }
        }
        assertThat(all).isGreaterThan(TABLES / 2);
    }

    /** Whether the kept rules have the same conclusions, holding and open, as all of them. */
    private static boolean same(List<Rule> rules, List<List<Truth>> cases, Set<Integer> kept) {
        for (List<Truth> each : cases) {
            for (Rule rule : rules) {
                Truth before = Truth.FALSE;
                Truth after = Truth.FALSE;
                for (int i = 0; i < rules.size(); i++) {
                    if (rules.get(i).conclusion().equals(rule.conclusion())) {
                        before = max(before, each.get(i));
                        after = kept.contains(i) ? max(after, each.get(i)) : after;
                    }
                }
                if (before != after) {
                    return false;
                }
            }
        }
        return true;
    }

    private static Truth max(Truth a, Truth b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
