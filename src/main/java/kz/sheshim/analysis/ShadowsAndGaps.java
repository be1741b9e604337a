package kz.sheshim.analysis;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import kz.sheshim.analysis.AnalysedTable.Cases;
import kz.sheshim.analysis.ClauseSolver.SearchResult;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.table.Gap;
import kz.sheshim.finding.table.MoreFindings;
import kz.sheshim.finding.table.Shadowed;
import kz.sheshim.finding.table.TermGap;
import kz.sheshim.table.HitPolicy;
import kz.sheshim.vocabulary.Phrase;

/** Goes through a UNIQUE or FIRST table from the top: which rules come too late, and which cases are left at the end. */
final class ShadowsAndGaps {
    private static final int MAX_NAMED = 5;

    private final AnalysedTable analysed;
    private final CaseTexts wording;
    private final Propositions propositions;
    private final Effort effort;
    private final Report report;

    ShadowsAndGaps(AnalysedTable analysed, CaseTexts wording, Propositions propositions, Effort effort, Report report) {
        this.analysed = analysed;
        this.wording = wording;
        this.propositions = propositions;
        this.effort = effort;
        this.report = report;
    }

    /**
     * @param duplicates rules that are reported already
     * @param gaps whether to look for gaps
     */
    void examine(BitSet duplicates, boolean gaps) {
        List<Cases> rules = analysed.rules();
        for (int index = 0; index < rules.size(); index++) {
            int holds = propositions.define(rules.get(index).holds());
            if (analysed.table().hitPolicy() == HitPolicy.FIRST && !duplicates.get(index) && !report.exhausted()) {
                shadowed(index, holds);
            }
            propositions.add(-holds);
        }
        if (gaps) {
            gaps(List.of(), Gap.class, Gap::new);
        }
    }

    /**
     * Looks for cases in which no rule gives a term.
     *
     * @param without the cases in which none is meant to
     */
    void examineTerms(List<Region> without) {
        analysed.rules().forEach(rule -> propositions.add(-propositions.define(rule.holds())));
        without.forEach(region -> propositions.add(-propositions.define(region)));
        gaps(without, TermGap.class, TermGap::new);
    }

    /** Asked with all earlier rules excluded. A rule that is only ever open never decides, so what is known counts. */
    private void shadowed(int index, int holds) {
        Cases rule = analysed.rules().get(index);
        int[] assumed = propositions.known();
        int[] with = Arrays.copyOf(assumed, assumed.length + 1);
        with[assumed.length] = holds;
        SearchResult answer = propositions.solve(with);
        if (answer == SearchResult.GAVE_UP) {
            String id = rule.rule().id().rule();
            report.gaveUp(
                    index < analysed.rules().size() - 1
                            ? Phrase.of("rule {0} is shadowed (and, perhaps, later ones)", id)
                            : Phrase.of("rule {0} is shadowed", id));
        } else if (answer == SearchResult.NONE) {
            boolean open = propositions.solve(propositions.define(rule.possible())) == SearchResult.FOUND;
            List<Cases> before = analysed.rules().subList(0, index).stream()
                    .filter(earlier -> earlier.holds().and(rule.holds()).isPresent())
                    .toList();
            List<Cases> whole = before.stream()
                    .filter(earlier -> earlier.holds().surelyContains(rule.holds()))
                    .limit(1)
                    .toList();
            Region example = (whole.isEmpty() ? before : whole)
                    .get(0)
                    .holds()
                    .and(rule.holds())
                    .orElse(rule.holds());
            report.add(
                    rule.rule(),
                    new Shadowed(wording.situation(example), named(whole.isEmpty() ? before : whole), open));
        }
    }

    /** The rules by id with their cells. */
    static Phrase named(List<Cases> rules) {
        Phrase names = Phrase.joined(
                ", ",
                rules.stream()
                        .limit(MAX_NAMED)
                        .map(rule -> Phrase.of("{0} [{1}]", rule.rule().id().rule(), CaseTexts.cells(rule.rule())))
                        .toList());
        return rules.size() > MAX_NAMED ? Phrase.of("{0} and {1} more", names, rules.size() - MAX_NAMED) : names;
    }

    /**
     * Each case that is left is widened to a row; then the next is looked for.
     *
     * @param without cases that are none
     */
    private void gaps(
            List<Region> without,
            Class<? extends Defect> sort,
            BiFunction<Phrase, Map<String, List<String>>, Defect> defect) {
        WidenToRow widening = new WidenToRow(
                analysed.space(),
                Stream.concat(analysed.rules().stream().map(Cases::holds), without.stream())
                        .toList());
        int dated = analysed.space().single(analysed.table().datedBy()).orElse(-1);
        for (int listed = 0; ; listed++) {
            SearchResult answer = propositions.solve(propositions.asked());
            if (answer == SearchResult.GAVE_UP) {
                report.gaveUp(listed == 0 ? Phrase.of("there are gaps") : Phrase.of("there are more gaps"));
            }
            if (answer != SearchResult.FOUND) {
                return;
            }
            if (listed == effort.maxListed()) {
                report.add(new MoreFindings(Defect.code(sort), 0));
                return;
            }
            Box box = widening.widen(propositions.found(), dated);
            report.add(defect.apply(wording.situation(box.region()), wording.row(box)));
            propositions.exclude(box);
        }
    }
}
