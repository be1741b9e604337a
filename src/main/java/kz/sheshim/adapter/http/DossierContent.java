package kz.sheshim.adapter.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kz.sheshim.facts.JsonParser;
import kz.sheshim.publication.Dossier;
import kz.sheshim.publication.Dossiers;
import kz.sheshim.publication.Draft;

/**
 * What a dossier says to a reader. Whoever may not read applications does not see which decisions are concerned, nor an effect on fewer than ten of them, and
 * selects applications only roughly ({@link Selections#requireRough}).
 *
 * <p>This keeps counts from telling of a single application by one look. It does not prevent what somebody finds out from several looks: two dossiers whose days or
 * outcomes differ, or one before and one after another application is recorded, differ by what became of the applications in between. Nor does it withhold the
 * effect on a fine selection that somebody ordered who may read applications.
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

    /**
     * What it says today.
     *
     * @param readsDecisions whether the reader may read all applications
     */
    public static Map<String, Object> of(
            Dossier dossier, Draft draft, Instant now, JsonParser parser, boolean readsDecisions) {
        Map<String, Object> content = of(dossier, parser);
        if (!readsDecisions && content.get(IMPACT) instanceof Map<?, ?> impact) {
            content.put(IMPACT, withoutDecisions(impact));
        }
        // Time goes by between the making of the dossier and the moment of the draft. One of an earlier version of the
        // service says only what it was then
        if (content.remove(Dossiers.CHANGED_ROWS) instanceof List<?> rows) {
            Instant moment = Objects.requireNonNullElse(draft.due(), now);
            LocalDate day = LocalDate.ofInstant(moment, ZoneId.of(String.valueOf(content.get(Dossiers.ZONE))));
            content.put(
                    "retroactive",
                    rows.stream().filter(row -> isBefore(row, day)).toList());
        }
        return content;
    }

    private static boolean isBefore(Object row, LocalDate day) {
        Object since = ((Map<?, ?>) row).get("since");
        return since == null || LocalDate.parse(since.toString()).isBefore(day);
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
