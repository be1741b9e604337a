package kz.sheshim.analysis;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kz.sheshim.analysis.AnalysedTable.Cases;
import kz.sheshim.finding.Severity;
import kz.sheshim.finding.table.Conflict;
import kz.sheshim.finding.table.DuplicateRule;
import kz.sheshim.finding.table.Overlap;
import kz.sheshim.table.Conclusion;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.HitPolicy;
import kz.sheshim.table.Rule;
import kz.sheshim.vocabulary.Vocabulary;

/** Compares the rules of a table two by two: duplicates, overlaps and conflicts. */
final class RulePairs {
    private final AnalysedTable analysed;
    private final DecisionTable table;
    private final CaseTexts wording;
    private final Report report;
    private final boolean single;
    private final BitSet duplicates = new BitSet();

    RulePairs(AnalysedTable analysed, Vocabulary vocabulary, CaseTexts wording, Report report) {
        this.analysed = analysed;
        this.table = analysed.table();
        this.wording = wording;
        this.report = report;
        this.single = single(table, vocabulary);
    }

    /** What the table gives can have only one value. */
    private static boolean single(DecisionTable table, Vocabulary vocabulary) {
        return switch (table.gives()) {
            case TERM -> true;
            case FACT ->
                table.givenFields().stream()
                        .flatMap(path -> vocabulary.field(path).stream())
                        .noneMatch(field -> field.type().list());
            default -> false;
        };
    }

    /** Reports what it finds, and tells which rules (by index) say the same as an earlier one. */
    BitSet examine() {
        findDuplicates();
        if (table.hitPolicy() == HitPolicy.UNIQUE || single && table.hitPolicy() == HitPolicy.COLLECT) {
            List<Cases> rules = analysed.rules();
            for (int second = 1; second < rules.size(); second++) {
                for (int first = 0; first < second && !duplicates.get(second); first++) {
                    if (!duplicates.get(first)) {
                        compare(rules.get(first), rules.get(second));
                    }
                }
            }
        }
        return duplicates;
    }

    private void findDuplicates() {
        record Meaning(Region holds, Region possible, Conclusion conclusion) {}
        Map<Meaning, Cases> met = new HashMap<>();
        Severity severity = table.hitPolicy() == HitPolicy.UNIQUE ? Severity.ERROR : Severity.WARNING;
        List<Cases> rules = analysed.rules();
        for (int index = 0; index < rules.size(); index++) {
            Cases rule = rules.get(index);
            Cases first = met.putIfAbsent(
                    new Meaning(rule.holds(), rule.possible(), rule.rule().conclusion()), rule);
            if (first != null) {
                duplicates.set(index);
                report.add(rule.rule(), new DuplicateRule(first.rule().id().rule(), severity));
            }
        }
    }

    private void compare(Cases first, Cases second) {
        boolean same = first.rule().conclusion().equals(second.rule().conclusion());
        if (table.hitPolicy() == HitPolicy.COLLECT && same) {
            return;
        }
        Optional<Region> both = first.holds().and(second.holds());
        if (both.isEmpty()) {
            return;
        }
        if (table.hitPolicy() == HitPolicy.UNIQUE) {
            report.add(second.rule(), Overlap.class, () -> overlap(both.get(), first.rule(), second.rule(), same));
        } else {
            report.add(second.rule(), Conflict.class, () -> conflict(both.get(), first.rule(), second.rule()));
        }
    }

    private static LocalDate begin(Rule rule) {
        return Objects.requireNonNullElse(rule.inForce().from(), LocalDate.MIN);
    }

    private Overlap overlap(Region both, Rule first, Rule second, boolean same) {
        return new Overlap(
                wording.situation(both), CaseTexts.cells(second), first.id().rule(), CaseTexts.cells(first), same);
    }

    private Conflict conflict(Region both, Rule first, Rule second) {
        return new Conflict(
                wording.situation(both),
                second.conclusion().phrase(),
                CaseTexts.cells(second),
                first.id().rule(),
                first.conclusion().phrase(),
                CaseTexts.cells(first),
                begin(first).isBefore(begin(second)) ? begin(second).minusDays(1) : null);
    }
}
