package kz.sheshim.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import kz.sheshim.analysis.AnalysedTable.Cases;
import kz.sheshim.analysis.Region.Literal;
import kz.sheshim.facts.Truth;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.table.NeverMatches;
import kz.sheshim.finding.table.NotAnalysed;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.policy.VerdictFields;
import kz.sheshim.table.CellText;
import kz.sheshim.table.ConclusionKind;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.FieldCondition;
import kz.sheshim.table.HitPolicy;
import kz.sheshim.table.Period;
import kz.sheshim.table.Rule;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.IfAbsent;
import kz.sheshim.vocabulary.Phrase;

/** Proves what is wrong between the rules of each table of a ruleset. */
public final class TableAnalysis {
    private final ClauseSolver.Factory solvers;
    private final Effort effort;

    public TableAnalysis(ClauseSolver.Factory solvers, Effort effort) {
        this.solvers = solvers;
        this.effort = effort;
    }

    /** The findings of all tables. */
    public List<Finding> of(Ruleset ruleset) {
        Possibilities possibilities = new Possibilities(ruleset);
        List<Finding> findings = new ArrayList<>();
        for (DecisionTable table : ruleset.tables()) {
            findings.addAll(of(table, ruleset, possibilities));
        }
        return findings;
    }

    /** The findings of one of its tables. */
    public List<Finding> of(Ruleset ruleset, DecisionTable table) {
        return of(table, ruleset, new Possibilities(ruleset));
    }

    private List<Finding> of(DecisionTable table, Ruleset ruleset, Possibilities possibilities) {
        CaseSpace space = new CaseSpace(List.of(table), field -> possibilities.of(field, table));
        if (space.size() * table.rules().size() > effort.maxBits()) {
            return List.of(Finding.at(
                    table.address(),
                    new NotAnalysed(table.id(), Phrase.of("there are gaps, overlaps or rules that never count"))));
        }
        AnalysedTable analysed = AnalysedTable.of(table, space);
        Report report = new Report(table, effort);
        analysed.never().forEach(rule -> report.add(rule, new NeverMatches(reason(space, table, rule))));
        CaseTexts wording = new CaseTexts(space, table.datedBy());
        BitSet duplicates = new RulePairs(analysed, ruleset.vocabulary(), wording, report).examine();
        boolean gapsCount = table.hitPolicy() != HitPolicy.COLLECT && !saysWhatNoMatchMeans(table, ruleset);
        Successions successions = new Successions(analysed, report);
        successions.findNotEnded();
        if (!gapsCount) {
            successions.findLapses();
        }
        Propositions propositions = new Propositions(space, solvers.open(effort.maxConflicts()));
        if (table.hitPolicy() == HitPolicy.COLLECT) {
            new Redundancy(analysed, propositions, report).examine(duplicates);
            if (table.gives() == ConclusionKind.TERM) {
                Propositions again = new Propositions(space, solvers.open(effort.maxConflicts()));
                new ShadowsAndGaps(analysed, wording, again, effort, report).examineTerms(withoutTerm(analysed));
            }
        } else {
            new ShadowsAndGaps(analysed, wording, propositions, effort, report).examine(duplicates, gapsCount);
        }
        return report.findings();
    }

    /** The outcomes that no rule names, and the days on which none is in force: no term is meant there. */
    private static List<Region> withoutTerm(AnalysedTable analysed) {
        FieldPath day = analysed.table().datedBy();
        return Stream.of(
                        unnamed(
                                analysed,
                                VerdictFields.OUTCOME,
                                rule -> reduced(rule, new Period(null, null), condition -> condition
                                        .field()
                                        .equals(VerdictFields.OUTCOME))),
                        unnamed(analysed, day, rule -> reduced(rule, rule.inForce(), condition -> false)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The cases that no rule has by this field alone. */
    private static Optional<Region> unnamed(AnalysedTable analysed, FieldPath field, UnaryOperator<Rule> reduced) {
        CaseSpace space = analysed.space();
        return space.single(field).flatMap(dimension -> {
            BitSet left = space.asked(dimension);
            for (Cases rule : analysed.rules()) {
                space.region(analysed.table(), reduced.apply(rule.rule()), Truth.TRUE)
                        .ifPresent(region -> left.andNot(region.box().getOrDefault(dimension, left)));
            }
            return Region.of(List.of(List.of(new Literal(dimension, left))));
        });
    }

    private static Rule reduced(Rule rule, Period inForce, Predicate<FieldCondition> kept) {
        return new Rule(
                rule.id(),
                inForce,
                rule.conditions().stream().filter(kept).toList(),
                rule.conclusion(),
                rule.address());
    }

    /** Whether the vocabulary gives the table's field a value for cases without a match; such cases are not gaps. */
    private static boolean saysWhatNoMatchMeans(DecisionTable table, Ruleset ruleset) {
        List<Field> given = table.givenFields().stream()
                .map(ruleset.vocabulary()::field)
                .flatMap(Optional::stream)
                .toList();
        return !given.isEmpty() && given.stream().allMatch(field -> field.ifAbsent() instanceof IfAbsent.Means);
    }

    private static Phrase reason(CaseSpace space, DecisionTable table, Rule rule) {
        Rule dated = new Rule(rule.id(), rule.inForce(), List.of(), rule.conclusion(), rule.address());
        if (space.region(table, dated, Truth.TRUE).isEmpty()) {
            return Phrase.of(
                    "the day that dates the table ({0}) is never in its period [{1}]",
                    table.datedBy(), CaseTexts.cells(dated));
        }
        for (FieldCondition condition : rule.conditions()) {
            Rule alone =
                    new Rule(rule.id(), new Period(null, null), List.of(condition), rule.conclusion(), rule.address());
            if (space.region(table, alone, Truth.TRUE).isEmpty()) {
                return Phrase.of("{0} is never \"{1}\"", condition.field(), CellText.of(condition.condition()));
            }
        }
        return Phrase.of("its cells exclude each other [{0}]", CaseTexts.cells(rule));
    }
}
