package kz.sheshim.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kz.sheshim.analysis.AnalysedTable.Cases;
import kz.sheshim.analysis.ClauseSolver.SearchResult;
import kz.sheshim.finding.table.Subsumed;
import kz.sheshim.table.Conclusion;
import kz.sheshim.vocabulary.Phrase;

/** Finds the rules of a COLLECT table that others with the same conclusion make superfluous, alone or together; what is not known counts as a value of its own. */
final class Redundancy {
    private final AnalysedTable analysed;
    private final Propositions propositions;
    private final Report report;

    Redundancy(AnalysedTable analysed, Propositions propositions, Report report) {
        this.analysed = analysed;
        this.propositions = propositions;
        this.report = report;
    }

    /** From the bottom up: all rules that are reported can be removed at the same time. */
    void examine(BitSet duplicates) {
        Map<Conclusion, List<Cases>> groups = new HashMap<>();
        for (int index = 0; index < analysed.rules().size(); index++) {
            if (!duplicates.get(index)) {
                Cases rule = analysed.rules().get(index);
                groups.computeIfAbsent(rule.rule().conclusion(), any -> new ArrayList<>())
                        .add(rule);
            }
        }
        for (int index = analysed.rules().size() - 1; index >= 0 && !report.exhausted(); index--) {
            Cases rule = analysed.rules().get(index);
            List<Cases> group = groups.getOrDefault(rule.rule().conclusion(), List.of());
            if (!duplicates.get(index) && group.size() > 1) {
                examine(rule, group);
            }
        }
    }

    private void examine(Cases rule, List<Cases> group) {
        List<Cases> beside = group.stream()
                .filter(other ->
                        other != rule && other.possible().and(rule.possible()).isPresent())
                .toList();
        Optional<Cases> whole = beside.stream()
                .filter(other -> other.holds().surelyContains(rule.holds())
                        && other.possible().surelyContains(rule.possible()))
                .findFirst();
        if (whole.isPresent()) {
            report.add(rule.rule(), new Subsumed(ShadowsAndGaps.named(List.of(whole.get())), false));
            group.remove(rule);
            return;
        }
        if (beside.isEmpty()) {
            return;
        }
        SearchResult beyond = beyond(rule, beside, Cases::holds);
        if (beyond == SearchResult.NONE) {
            beyond = beyond(rule, beside, Cases::possible);
        }
        if (beyond == SearchResult.GAVE_UP) {
            String id = rule.rule().id().rule();
            report.gaveUp(
                    report.exhausted()
                            ? Phrase.of("rule {0} is subsumed (and, perhaps, earlier ones)", id)
                            : Phrase.of("rule {0} is subsumed", id));
        } else if (beyond == SearchResult.NONE) {
            report.add(rule.rule(), new Subsumed(ShadowsAndGaps.named(beside), beside.size() > 1));
            group.remove(rule);
        }
    }

    /** Is there a case of the rule that none of the others has? */
    private SearchResult beyond(Cases rule, List<Cases> others, Function<Cases, Region> region) {
        int[] assumed = new int[others.size() + 1];
        for (int i = 0; i < others.size(); i++) {
            assumed[i + 1] = -propositions.define(region.apply(others.get(i)));
        }
        assumed[0] = propositions.define(region.apply(rule));
        return propositions.solve(assumed);
    }
}
