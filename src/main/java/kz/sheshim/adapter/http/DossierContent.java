package kz.sheshim.adapter.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import kz.sheshim.facts.JsonParser;
import kz.sheshim.publication.Dossier;

/**
 * What a dossier says to a reader. Whoever may not read applications does not see which decisions are concerned, nor an effect on so few of them that it would
 * tell of a single one.
 */
public final class DossierContent {
    /** Minimum number of applications whose counts are told to whoever may not read them. */
    static final int MIN_DECIDED = 10;

    private static final String IMPACT = "impact";

    private DossierContent() {}

    /** All that it says. */
    static Map<String, Object> of(Dossier dossier, JsonParser parser) {
        Map<String, Object> content = new LinkedHashMap<>();
        if (parser.parse(dossier.content().getBytes(StandardCharsets.UTF_8)).value() instanceof Map<?, ?> members) {
            members.forEach((name, value) -> content.put(name.toString(), value));
        }
        return content;
    }

    /** @param readsDecisions whether the reader may read all applications */
    public static Map<String, Object> of(Dossier dossier, JsonParser parser, boolean readsDecisions) {
        Map<String, Object> content = of(dossier, parser);
        if (!readsDecisions && content.get(IMPACT) instanceof Map<?, ?> impact) {
            content.put(IMPACT, withoutDecisions(impact));
        }
        return content;
    }

    private static Map<Object, Object> withoutDecisions(Map<?, ?> impact) {
        if (impact.get("decided") instanceof Number decided
                && decided.longValue() > 0
                && decided.longValue() < MIN_DECIDED) {
            Map<Object, Object> withheld = new LinkedHashMap<>();
            withheld.put(
                    "withheld",
                    "Fewer than " + MIN_DECIDED
                            + " applications were decided again. What became of them is told only to whoever may read them.");
            withheld.put("selection", impact.get("selection"));
            return withheld;
        }
        Map<Object, Object> counts = new LinkedHashMap<>(impact);
        counts.remove("decisions");
        return counts;
    }
}
