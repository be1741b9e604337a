package kz.sheshim.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import kz.sheshim.policy.PolicyDiff;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.table.Period;
import kz.sheshim.table.Rule;
import kz.sheshim.table.RuleId;
import org.jspecify.annotations.Nullable;

/**
 * A row that changes the law: it is new, gone or written otherwise, or only its period is another. It is retroactive while the first day whose law it changes has
 * passed.
 *
 * @param since this day; null: there is no first one
 */
public record ChangedRow(RuleId rule, @Nullable LocalDate since) {
    private static final Set<String> PERIOD = Set.of("from", "until");

    /** @param differences between both rulesets */
    static List<ChangedRow> among(List<PolicyDiff> differences, Ruleset before, Ruleset after) {
        Map<RuleId, Set<String>> changed = new LinkedHashMap<>();
        for (PolicyDiff difference : differences) {
            List<String> place = difference.place().parts();
            if (isOfRow(difference)) {
                changed.computeIfAbsent(new RuleId(place.get(1), place.get(3)), rule -> new TreeSet<>())
                        .add(place.size() > 4 ? place.get(4) : "");
            }
        }
        List<ChangedRow> rows = new ArrayList<>();
        changed.forEach((id, parts) -> {
            Optional<Period> old = period(before, id);
            Optional<Period> now = period(after, id);
            List<Period> periods = Stream.of(old, now).flatMap(Optional::stream).toList();
            if (isDatedOtherwise(before, id) || isDatedOtherwise(after, id)) {
                rows.add(new ChangedRow(id, null));
                return;
            }
            boolean isOfPeriod = periods.size() == 2 && PERIOD.containsAll(parts);
            rows.add(new ChangedRow(id, isOfPeriod ? firstOfOne(periods.get(0), periods.get(1)) : first(periods)));
        });
        return rows;
    }

    /** Whether a row is different, which is in force in its period only. */
    static boolean isOfRow(PolicyDiff difference) {
        List<String> place = difference.place().parts();
        return place.size() > 3 && place.get(0).equals("table") && place.get(2).equals("rule");
    }

    /** The periods of its table are compared with another date than that of filing, which may lie on any side of it. */
    private static boolean isDatedOtherwise(Ruleset ruleset, RuleId id) {
        return ruleset.tables().stream()
                .anyMatch(table -> table.id().equals(id.table())
                        && !table.datedBy().equals(ruleset.policy().datedBy()));
    }

    private static Optional<Period> period(Ruleset ruleset, RuleId id) {
        return ruleset.tables().stream()
                .flatMap(table -> table.rules().stream())
                .filter(rule -> rule.id().equals(id))
                .map(Rule::inForce)
                .findFirst();
    }

    /** The first day of any; null: one of them has no first day. */
    private static @Nullable LocalDate first(List<Period> periods) {
        LocalDate first = LocalDate.MAX;
        for (Period period : periods) {
            LocalDate from = period.from();
            if (from == null) {
                return null;
            }
            first = from.isBefore(first) ? from : first;
        }
        return first;
    }

    /** The first day that lies in one of two different periods only. */
    private static @Nullable LocalDate firstOfOne(Period one, Period other) {
        LocalDate from = one.from();
        if (from == null ? other.from() != null : !from.equals(other.from())) {
            return first(List.of(one, other));
        }
        return Stream.of(one, other)
                .flatMap(period -> Stream.ofNullable(period.until()))
                .min(LocalDate::compareTo)
                .orElseThrow() // one of them has a last day: otherwise they are the same
                .plusDays(1);
    }

    static ChangedRow of(JsonMembers json) {
        return new ChangedRow(
                new RuleId(json.text("table").orElse(""), json.text("rule").orElse("")),
                json.text("since").map(LocalDate::parse).orElse(null));
    }

    boolean isRetroactiveOn(LocalDate day) {
        return since == null || since.isBefore(day);
    }

    /** As a map, for JSON. */
    Map<String, String> json() {
        Map<String, String> json = new LinkedHashMap<>();
        json.put("table", rule.table());
        json.put("rule", rule.rule());
        if (since != null) {
            json.put("since", since.toString());
        }
        return json;
    }
}
