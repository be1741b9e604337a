package kz.sheshim.bulk;

import java.io.Serial;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts by name. Counts of parts come to the same in whatever order they are added. */
final class Counts implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    /** What is counted, in the order of the JSON. */
    enum Name {
        /** Applications. */
        DECIDED("decided", 0),
        /** Applications that would be decided otherwise. */
        CHANGED("changed", 0),
        /** Applications that would be decided the same by other rules, or by rules that read something else. */
        SAME_BY_OTHER_RULES("sameByOtherRules", 0),
        /** Applications that the other policy cannot read. */
        UNREADABLE("unreadable", 0),
        /** Of them, by the field. */
        UNREADABLE_AT("unreadableAt", 1),
        /** Applications that the other policy gives no verdict. */
        UNDECIDED("undecided", 0),
        /** Of them, by the reason. */
        UNDECIDED_BECAUSE("undecidedBecause", 1),
        /** Other verdicts, by the outcome before and the outcome after. */
        OUTCOMES("outcomes", 2),
        GAINED("gained", 1),
        LOST("lost", 1),
        /** Verdicts with another due date, or with one more or less. */
        OTHER_DUE_DATE("otherDueDate", 0),
        DUE_DATES_GAINED("dueDatesGained", 0),
        DUE_DATES_LOST("dueDatesLost", 0),
        /** Due dates by the number of calendar days that they are later; negative: earlier. */
        DUE_LATER_BY_DAYS("dueLaterByDays", 1),
        /** The same by working days of the calendar of the other policy; without those that are outside it. */
        DUE_LATER_BY_WORKING_DAYS("dueLaterByWorkingDays", 1),
        RULES_GAINED("rulesGained", 1),
        RULES_LOST("rulesLost", 1),
        RULES_CHANGED("rulesChanged", 1);

        private final String json;
        private final int keys;

        /** @param keys number of texts by which it is counted */
        Name(String json, int keys) {
            this.json = json;
            this.keys = keys;
        }
    }

    private final Map<Name, Map<List<String>, Long>> counts = new EnumMap<>(Name.class);

    /** One more. */
    void add(Name name, String... keys) {
        add(name, List.of(keys), 1);
    }

    void add(Counts part) {
        part.counts.forEach((name, byKeys) -> byKeys.forEach((keys, number) -> add(name, keys, number)));
    }

    private void add(Name name, List<String> keys, long number) {
        if (keys.size() != name.keys) {
            throw new IllegalArgumentException(name + " is counted by " + name.keys + " texts");
        }
        counts.computeIfAbsent(name, any -> new HashMap<>()).merge(keys, number, Long::sum);
    }

    /** The number of something that is counted by no text. */
    long of(Name name) {
        return counts.getOrDefault(name, Map.of()).getOrDefault(List.of(), 0L);
    }

    /** All names: a number, or numbers by their texts. */
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        for (Name name : Name.values()) {
            json.put(name.json, name.keys == 0 ? of(name) : nested(counts.getOrDefault(name, Map.of())));
        }
        return json;
    }

    @SuppressWarnings("unchecked") // above the last text are maps
    private static Map<String, Object> nested(Map<List<String>, Long> byKeys) {
        Map<String, Object> all = new TreeMap<>();
        byKeys.forEach((keys, number) -> {
            Map<String, Object> inner = all;
            for (String key : keys.subList(0, keys.size() - 1)) {
                inner = (Map<String, Object>) inner.computeIfAbsent(key, any -> new TreeMap<String, Object>());
            }
            inner.put(keys.get(keys.size() - 1), number);
        });
        return all;
    }
}
