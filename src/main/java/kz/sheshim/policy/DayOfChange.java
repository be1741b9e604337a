package kz.sheshim.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.Period;
import kz.sheshim.table.Rule;
import kz.sheshim.table.RuleId;
import org.jspecify.annotations.Nullable;

/**
 * A day on which a policy's acts or rules change.
 *
 * @param actsBegun the acts whose first day it is, by code
 * @param actsEnded the acts whose last day was the day before
 * @param rulesBegun the rules whose first day it is
 * @param rulesEnded the rules whose last day was the day before
 */
public record DayOfChange(
        LocalDate day,
        List<String> actsBegun,
        List<String> actsEnded,
        List<RuleId> rulesBegun,
        List<RuleId> rulesEnded) {

    public DayOfChange {
        actsBegun = List.copyOf(actsBegun);
        actsEnded = List.copyOf(actsEnded);
        rulesBegun = List.copyOf(rulesBegun);
        rulesEnded = List.copyOf(rulesEnded);
    }

    /** All such days, the earliest first. */
    public static List<DayOfChange> of(Ruleset ruleset) {
        SortedMap<LocalDate, Found> days = new TreeMap<>();
        ruleset.catalogue().acts().forEach((code, act) -> {
            Found.of(days, act.inForce().from()).actsBegun.add(code);
            Found.of(days, dayAfter(act.inForce())).actsEnded.add(code);
        });
        for (DecisionTable table : ruleset.tables()) {
            for (Rule rule : table.rules()) {
                Found.of(days, rule.inForce().from()).rulesBegun.add(rule.id());
                Found.of(days, dayAfter(rule.inForce())).rulesEnded.add(rule.id());
            }
        }
        List<DayOfChange> all = new ArrayList<>();
        days.forEach((day, found) ->
                all.add(new DayOfChange(day, found.actsBegun, found.actsEnded, found.rulesBegun, found.rulesEnded)));
        return all;
    }

    private static @Nullable LocalDate dayAfter(Period period) {
        return period.until() == null || period.until().equals(LocalDate.MAX)
                ? null
                : period.until().plusDays(1);
    }

    /** What was found for one day. */
    private static final class Found {
        final List<String> actsBegun = new ArrayList<>();
        final List<String> actsEnded = new ArrayList<>();
        final List<RuleId> rulesBegun = new ArrayList<>();
        final List<RuleId> rulesEnded = new ArrayList<>();

        /** That of the day; one that nobody reads if there is no such day. */
        static Found of(SortedMap<LocalDate, Found> days, @Nullable LocalDate day) {
            return day == null ? new Found() : days.computeIfAbsent(day, any -> new Found());
        }
    }
}
