package kz.sheshim.adapter.http.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kz.sheshim.log.FeatureCounts.Count;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.table.Period;
import kz.sheshim.vocabulary.Label;
import kz.sheshim.vocabulary.Language;

/**
 * The decisions of some days by what their applications state and who submitted them, and the rules that matched in none.
 *
 * @param field the path of the field whose codes are counted; empty if the vocabulary has none
 * @param fields what the fields are called that can be counted, by their paths
 * @param codes the most frequent first
 * @param submitters the most frequent first
 * @param silent the rules in force on one of the days that matched in no decision
 */
public record FeatureNumbers(
        String field,
        Map<String, String> fields,
        List<Numbers.Share> codes,
        List<Numbers.Share> submitters,
        List<SilentTable> silent) {

    /** A table with the rules that matched in no decision. */
    public record SilentTable(String id, String title, List<String> rules) {}

    /**
     * @param all number of decisions, of which the counts are parts
     * @param codes the counts of facts, named by the field and its code
     * @param matched the names of the rules that matched
     */
    static FeatureNumbers of(
            Ruleset inForce,
            String field,
            long all,
            List<Count> codes,
            List<Count> submitters,
            Set<String> matched,
            Period days,
            Language language) {
        Map<String, String> fields = new LinkedHashMap<>();
        inForce.vocabulary()
                .countable()
                .forEach(
                        (path, each) -> fields.put(path.toString(), each.label().in(language)));
        Map<String, Label> labels = inForce.vocabulary().countable().values().stream()
                .filter(each -> each.path().toString().equals(field))
                .flatMap(each -> each.type().codeList().stream())
                .flatMap(list -> list.codes().entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new FeatureNumbers(
                field,
                fields,
                codes.stream()
                        .map(each -> {
                            String code = each.name().substring(field.length() + 1);
                            Label label = labels.get(code);
                            return Numbers.share(
                                    code,
                                    label == null ? code : label.in(language),
                                    each.decisions(),
                                    all,
                                    language,
                                    "s0");
                        })
                        .toList(),
                submitters.stream()
                        .map(each -> Numbers.share("", each.name(), each.decisions(), all, language, "s0"))
                        .toList(),
                silent(inForce, matched, days));
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
