package kz.sheshim.bulk;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.sheshim.bulk.BulkReplay.Mismatch;
import kz.sheshim.bulk.BulkReplay.Report;
import kz.sheshim.bulk.RecordedApplications.Selection;
import kz.sheshim.log.DecisionId;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/** What is kept of replays, as JSON. Reads what it has written itself, so it believes it. */
final class ReplayJson {
    private ReplayJson() {}

    /** Reads what {@link Selection#json} gives. */
    static Selection selection(Map<?, ?> json) {
        return new Selection(
                day(json.get("from")),
                day(json.get("to")),
                (String) json.get("outcome"),
                (String) json.get("ground"),
                (String) json.get("submitter"),
                json.get("newest") instanceof BigDecimal newest ? newest.intValueExact() : null);
    }

    private static @Nullable LocalDate day(@Nullable Object text) {
        return text == null ? null : LocalDate.parse(text.toString());
    }

    static Map<String, Object> json(Report report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("replayed", report.replayed());
        json.put("different", report.different());
        json.put("erased", report.erased());
        json.put("missing", report.missing());
        json.put(
                "mismatches", report.mismatches().stream().map(ReplayJson::json).toList());
        return json;
    }

    private static Map<String, Object> json(Mismatch mismatch) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("entry", mismatch.entry());
        json.put("decision", mismatch.decision().toString());
        mismatch.what().putInto(json, "what");
        mismatch.reason().putInto(json, "reason");
        return json;
    }

    /** Reads what {@link #json(Report)} gives. */
    static Report report(Map<?, ?> json) {
        return new Report(
                number(json, "replayed"),
                number(json, "different"),
                number(json, "erased"),
                number(json, "missing"),
                json.get("mismatches") instanceof List<?> mismatches
                        ? mismatches.stream()
                                .map(each -> mismatch((Map<?, ?>) each))
                                .toList()
                        : List.of());
    }

    private static Mismatch mismatch(Map<?, ?> json) {
        return new Mismatch(
                number(json, "entry"),
                new DecisionId(UUID.fromString(text(json, "decision"))),
                Phrase.in(json, "what"),
                Phrase.in(json, "reason"));
    }

    /** The object that stands there. */
    static Map<?, ?> members(Map<?, ?> json, String name) {
        return json.get(name) instanceof Map<?, ?> members ? members : Map.of();
    }

    static long number(Map<?, ?> json, String name) {
        return new BigDecimal(text(json, name)).longValueExact();
    }

    static String text(Map<?, ?> json, String name) {
        return String.valueOf(json.get(name));
    }
}
