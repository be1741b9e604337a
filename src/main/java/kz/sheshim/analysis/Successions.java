package kz.sheshim.analysis;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.sheshim.analysis.AnalysedTable.Cases;
import kz.sheshim.finding.table.ConclusionLapses;
import kz.sheshim.finding.table.SupersededNotEnded;
import kz.sheshim.table.Conclusion;
import kz.sheshim.table.Period;
import kz.sheshim.table.Rule;

/** Compares the periods of rules that conclude the same in the same cases, one after the other: an earlier one that was not ended, and days on which neither is in force. */
final class Successions {
    /** A longer lapse, in days, is taken to be meant: a pilot that is held twice. */
    private static final int LONGEST_LAPSE = 92;

    /** A rule with its cases, whatever the day is. */
    private record Dated(Rule rule, Region cases) {
        LocalDate from() {
            return rule.inForce().from() == null
                    ? LocalDate.MIN
                    : rule.inForce().from();
        }
    }

    private final Report report;
    private final List<List<Dated>> matters;

    Successions(AnalysedTable analysed, Report report) {
        this.report = report;
        int day = analysed.space().single(analysed.table().datedBy()).orElse(-1);
        Map<String, List<Dated>> matters = new LinkedHashMap<>();
        for (Cases rule : analysed.rules()) {
            matters.computeIfAbsent(matter(rule.rule().conclusion()), any -> new ArrayList<>())
                    .add(new Dated(rule.rule(), rule.holds().without(dimension -> dimension == day)));
        }
        this.matters = List.copyOf(matters.values());
        this.matters.forEach(rules -> rules.sort(Comparator.comparing(Dated::from)));
    }

    /** What a later rule replaces an earlier one in. */
    private static String matter(Conclusion conclusion) {
        if (conclusion instanceof Conclusion.OfTerm) {
            return "";
        }
        return conclusion instanceof Conclusion.OfFact fact && !(fact.value() instanceof List)
                ? fact.field().toString()
                : conclusion.text();
    }

    void findNotEnded() {
        for (List<Dated> rules : matters) {
            for (int second = 1; second < rules.size(); second++) {
                for (int first = 0; first < second; first++) {
                    Rule earlier = rules.get(first).rule();
                    Rule later = rules.get(second).rule();
                    if (otherCitation(earlier, later)
                            && earlier.inForce().overlaps(later.inForce())
                            && sameCases(rules.get(first), rules.get(second))) {
                        report.add(
                                earlier,
                                new SupersededNotEnded(
                                        later.id().rule(), later.inForce().text()));
                    }
                }
            }
        }
    }

    private static boolean otherCitation(Rule earlier, Rule later) {
        return earlier.conclusion().sameAs(later.conclusion())
                && !earlier.conclusion().equals(later.conclusion());
    }

    private static boolean sameCases(Dated a, Dated b) {
        return a.cases().surelyContains(b.cases()) || b.cases().surelyContains(a.cases());
    }

    void findLapses() {
        for (List<Dated> rules : matters) {
            for (Dated later : rules) {
                rules.stream()
                        .filter(earlier -> lapse(earlier, later).isPresent() && sameCases(earlier, later))
                        .max(Comparator.comparing(earlier -> end(earlier)))
                        .filter(earlier -> rules.stream().noneMatch(other -> succeeds(other, earlier)))
                        .ifPresent(earlier -> report.add(
                                later.rule(),
                                new ConclusionLapses(
                                        earlier.rule().id().rule(),
                                        lapse(earlier, later).orElseThrow().text())));
            }
        }
    }

    /** Whether another rule is in force in the same cases as soon as the earlier one ends. */
    private static boolean succeeds(Dated other, Dated earlier) {
        return other.rule().inForce().contains(end(earlier).plusDays(1)) && sameCases(other, earlier);
    }

    private static LocalDate end(Dated rule) {
        LocalDate until = rule.rule().inForce().until();
        return until == null ? LocalDate.MAX : until;
    }

    /** As a wrong year makes it. */
    private static boolean wholeYears(LocalDate next, LocalDate from) {
        return next.plusYears(ChronoUnit.YEARS.between(next, from)).equals(from);
    }

    /** The days between two periods; empty when there are none, or so many that they are meant. */
    private static Optional<Period> lapse(Dated earlier, Dated later) {
        LocalDate until = earlier.rule().inForce().until();
        LocalDate from = later.rule().inForce().from();
        if (until == null || from == null) {
            return Optional.empty();
        }
        long days = ChronoUnit.DAYS.between(until, from) - 1;
        return days < 1 || days > LONGEST_LAPSE && !wholeYears(until.plusDays(1), from)
                ? Optional.empty()
                : Optional.of(new Period(until.plusDays(1), from.minusDays(1)));
    }
}
