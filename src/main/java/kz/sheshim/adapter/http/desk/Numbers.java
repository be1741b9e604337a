package kz.sheshim.adapter.http.desk;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.sheshim.log.DecisionCounts.Count;
import kz.sheshim.log.DecisionNumbers.OfDay;
import kz.sheshim.policy.Catalogue;
import kz.sheshim.vocabulary.Language;

/**
 * The decisions of some days in numbers.
 *
 * @param notCounted number of days that are not counted yet
 * @param undeterminedShare in percent
 * @param outcomes in the order of the law in force
 * @param grounds the most frequent first
 */
public record Numbers(
        int days,
        int notCounted,
        long decisions,
        long undetermined,
        String undeterminedShare,
        long waiting,
        long dead,
        List<Share> outcomes,
        List<Share> grounds,
        List<Row> rows) {
    static final int STYLES = 8;

    /** A part of the decisions. @param width the same as percent, from 0 to 100 */
    public record Share(String code, String label, long decisions, String percent, int width, String style) {}

    /** A day. @param counts the decisions by outcome or code, in the order of the shares */
    public record Row(LocalDate day, boolean counted, List<Long> counts, List<String> publications) {}

    /**
     * @param publications the revisions that came into force, by day
     */
    static Numbers of(
            List<OfDay> days,
            Map<LocalDate, List<String>> publications,
            long waiting,
            long dead,
            Catalogue catalogue,
            Language language) {
        Map<String, Long> byOutcome = new HashMap<>();
        Map<String, Long> byGround = new HashMap<>();
        Set<String> order = new LinkedHashSet<>(catalogue.outcomes().keySet());
        for (OfDay day : days) {
            for (Count count : counts(day)) {
                order.add(count.outcome());
                byOutcome.merge(count.outcome(), count.decisions(), Long::sum);
                count.grounds().stream()
                        .distinct()
                        .forEach(ground -> byGround.merge(ground, count.decisions(), Long::sum));
            }
        }
        long all = byOutcome.values().stream().mapToLong(Long::longValue).sum();
        long undetermined = byOutcome.getOrDefault(catalogue.outcome(new Catalogue.ReachedBy.OpenRule()), 0L);
        List<Share> outcomes = new ArrayList<>();
        for (String code : order) {
            Catalogue.OutcomeText text = catalogue.outcomes().get(code);
            outcomes.add(share(
                    code,
                    text == null ? code : text.text().in(language),
                    byOutcome.getOrDefault(code, 0L),
                    all,
                    language,
                    "s" + outcomes.size() % STYLES));
        }
        List<Share> grounds = byGround.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(each -> share(
                        each.getKey(),
                        FoundDecision.ground(catalogue.grounds().get(each.getKey()), each.getKey(), language),
                        each.getValue(),
                        all,
                        language,
                        "s0"))
                .toList();
        return new Numbers(
                days.size(),
                (int) days.stream().filter(day -> day.counts() == null).count(),
                all,
                undetermined,
                percent(undetermined, all, language),
                waiting,
                dead,
                outcomes,
                grounds,
                days.stream()
                        .map(day -> row(day, order, publications.getOrDefault(day.day(), List.of())))
                        .toList());
    }

    private static List<Count> counts(OfDay day) {
        List<Count> counts = day.counts();
        return counts == null ? List.of() : counts;
    }

    private static Row row(OfDay day, Set<String> order, List<String> publications) {
        Map<String, Long> counts = new LinkedHashMap<>();
        order.forEach(code -> counts.put(code, 0L));
        counts(day).forEach(count -> counts.merge(count.outcome(), count.decisions(), Long::sum));
        return new Row(day.day(), day.counts() != null, List.copyOf(counts.values()), publications);
    }

    static Share share(String code, String label, long part, long all, Language language, String style) {
        return new Share(
                code,
                label,
                part,
                percent(part, all, language),
                all == 0 ? 0 : (int) Math.round(100.0 * part / all),
                style);
    }

    private static String percent(long part, long all, Language language) {
        NumberFormat percent = NumberFormat.getPercentInstance(language.formats());
        percent.setMaximumFractionDigits(1);
        return percent.format(all == 0 ? 0 : (double) part / all);
    }
}
