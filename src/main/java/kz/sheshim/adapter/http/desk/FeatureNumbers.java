package kz.sheshim.adapter.http.desk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import kz.sheshim.log.FeatureCounts.Count;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.table.Period;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.Label;
import kz.sheshim.vocabulary.Language;

/**
 * The decisions of some days by what their applications state and who submitted them, and the rules that matched in none.
 *
 * @param field the path of the field whose codes are counted; empty if the vocabulary has none
 * @param fields what the fields are called that can be counted, by their paths
 * @param silent the rules in force on one of the days that matched in no decision
 */
public record FeatureNumbers(
        String field, Map<String, String> fields, Days codes, Days submitters, List<SilentTable> silent) {

    /**
     * Decisions by code or submitter, and day.
     *
     * @param shares the most frequent first
     * @param parts those that have a part of their own in the picture; the last one is all others, if there are more
     * @param rows the days, with a number for each part
     */
    public record Days(List<Numbers.Share> shares, List<Numbers.Share> parts, List<Numbers.Row> rows) {

        /**
         * @param perDay the counts of each day
         * @param days the same days
         * @param all number of decisions, of which the counts are parts
         * @param code of the name of a feature
         * @param label of a code
         */
        static Days of(
                List<List<Count>> perDay,
                List<Numbers.Row> days,
                long all,
                UnaryOperator<String> code,
                UnaryOperator<String> label,
                String others,
                Language language) {
            Map<String, Long> sums = new LinkedHashMap<>();
            perDay.forEach(
                    day -> day.forEach(each -> sums.merge(code.apply(each.name()), each.decisions(), Long::sum)));
            List<String> order = sums.keySet().stream()
                    .sorted(Comparator.<String, Long>comparing(sums::get)
                            .reversed()
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
            int own = order.size() > Numbers.STYLES ? Numbers.STYLES - 1 : order.size();
            List<Numbers.Share> shares = new ArrayList<>();
            for (String each : order) {
                shares.add(Numbers.share(
                        each,
                        label.apply(each),
                        sums.getOrDefault(each, 0L),
                        all,
                        language,
                        "s" + Math.min(shares.size(), own)));
            }
            List<Numbers.Share> parts = new ArrayList<>(shares.subList(0, own));
            if (own < order.size()) {
                long rest = shares.stream()
                        .skip(own)
                        .mapToLong(Numbers.Share::decisions)
                        .sum();
                parts.add(Numbers.share("", others, rest, all, language, "s" + own));
            }
            List<Numbers.Row> rows = new ArrayList<>();
            for (int day = 0; day < days.size(); day++) {
                Long[] counts = Collections.nCopies(parts.size(), 0L).toArray(Long[]::new);
                for (Count each : perDay.get(day)) {
                    counts[Math.min(order.indexOf(code.apply(each.name())), own)] += each.decisions();
                }
                rows.add(new Numbers.Row(
                        days.get(day).day(),
                        true,
                        List.of(counts),
                        days.get(day).publications()));
            }
            return new Days(shares, parts, rows);
        }
    }

    /** A table with the rules that matched in no decision. */
    public record SilentTable(String id, String title, List<String> rules) {}

    /**
     * @param codes the counts of facts by day, named by the field and its code
     * @param submitters the counts of submitters by day
     * @param matched the names of the rules that matched
     * @param others what all those are called that have no part of their own
     */
    static FeatureNumbers of(
            Ruleset inForce,
            String field,
            Numbers numbers,
            List<List<Count>> codes,
            List<List<Count>> submitters,
            Set<String> matched,
            String others,
            Language language) {
        Map<String, Field> countable = new LinkedHashMap<>();
        inForce.vocabulary().countable().forEach((path, each) -> countable.put(path.toString(), each));
        Map<String, String> fields =
                Shown.choices(countable, (path, each) -> each.label().in(language), language);
        Map<String, Label> labels = inForce.vocabulary().countable().values().stream()
                .filter(each -> each.path().toString().equals(field))
                .flatMap(each -> each.type().codeList().stream())
                .flatMap(list -> list.codes().entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        List<Numbers.Row> days = numbers.rows();
        return new FeatureNumbers(
                field,
                fields,
                Days.of(
                        codes,
                        days,
                        numbers.decisions(),
                        name -> name.substring(field.length() + 1),
                        code -> {
                            Label label = labels.get(code);
                            return label == null ? code : label.in(language);
                        },
                        others,
                        language),
                Days.of(
                        submitters,
                        days,
                        numbers.decisions(),
                        UnaryOperator.identity(),
                        UnaryOperator.identity(),
                        others,
                        language),
                silent(
                        inForce,
                        matched,
                        new Period(days.get(0).day(), days.get(days.size() - 1).day())));
    }

    private static List<SilentTable> silent(Ruleset inForce, Set<String> matched, Period days) {
        List<SilentTable> silent = new ArrayList<>();
        inForce.tables().forEach(table -> {
            List<String> rules = table.rules().stream()
                    .filter(rule -> !matched.contains(rule.id().toString())
                            && rule.inForce().overlaps(days))
                    .map(rule -> rule.id().rule())
                    .toList();
            if (!rules.isEmpty()) {
                silent.add(new SilentTable(table.id(), table.title(), rules));
            }
        });
        return silent;
    }

    public int silentRules() {
        return silent.stream().mapToInt(table -> table.rules().size()).sum();
    }
}
