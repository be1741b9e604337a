package kz.sheshim.adapter.http.desk;

import java.util.List;
import java.util.Map;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.Language;

/**
 * What the form of the search for decisions offers, with the words for it.
 *
 * @param rules the rules in force, by table and rule; none if they are very many
 * @param submitters none for whoever sees only its own decisions
 */
public record SearchChoices(
        Map<String, String> outcomes,
        Map<String, String> grounds,
        List<Offered> rules,
        List<String> submitters,
        List<FactChoice> facts) {
    private static final int MAX_RULES = 1_000;

    /** A rule, and what its table is called. */
    public record Offered(String rule, String table) {}

    /** The codes of a field. @param chosen the field with the chosen code; empty: any */
    public record FactChoice(String path, String label, String chosen, Map<String, String> codes) {}

    static SearchChoices of(Ruleset inForce, DecisionSearch search, List<String> submitters, Language language) {
        List<Offered> rules = inForce.tables().stream()
                .flatMap(table ->
                        table.rules().stream().map(rule -> new Offered(rule.id().toString(), table.title())))
                .toList();
        return new SearchChoices(
                FoundDecision.outcomes(inForce.catalogue(), language),
                FoundDecision.grounds(inForce.catalogue(), language),
                rules.size() > MAX_RULES ? List.of() : rules,
                submitters,
                inForce.vocabulary().countable().values().stream()
                        .map(field -> choice(field, search, language))
                        .toList());
    }

    private static FactChoice choice(Field field, DecisionSearch search, Language language) {
        String path = field.path().toString();
        return new FactChoice(
                path,
                field.label().in(language),
                search.facts().stream()
                        .filter(fact -> fact.startsWith(path + "="))
                        .findFirst()
                        .map(fact -> fact.substring(path.length() + 1))
                        .orElse(""),
                Shown.choices(
                        field.type().codeList().orElseThrow().codes(), (code, label) -> label.in(language), language));
    }
}
