package kz.sheshim.adapter.http.desk;

import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import kz.sheshim.access.Submitter;
import kz.sheshim.adapter.http.Parameters;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.log.DecisionLogReader;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.vocabulary.DateText;
import org.jspecify.annotations.Nullable;

/** The search of the list of decisions. A form sends an empty text for a field that is not filled in. */
public class DecisionSearch {
    @QueryParam("reference")
    @Nullable
    String reference;

    @QueryParam("from")
    @Nullable
    String from;

    @QueryParam("to")
    @Nullable
    String to;

    @QueryParam("outcome")
    @Nullable
    String outcome;

    @QueryParam("ground")
    @Nullable
    String ground;

    @QueryParam("after")
    @Nullable
    String after;

    /** What the fields contain, by their names. */
    public Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("reference", filled(reference));
        fields.put("from", filled(from));
        fields.put("to", filled(to));
        fields.put("outcome", filled(outcome));
        fields.put("ground", filled(ground));
        return fields;
    }

    public boolean any() {
        return fields().values().stream().anyMatch(value -> !value.isEmpty());
    }

    /** Whether this is not the first page. */
    public boolean further() {
        return !filled(after).isEmpty();
    }

    /** The address of the first page of the search, or of the page after an entry. */
    String address(@Nullable EntryNumber entry) {
        Map<String, String> query = fields();
        query.put("after", entry == null ? "" : Long.toString(entry.value()));
        return query.entrySet().stream()
                .filter(field -> !field.getValue().isEmpty())
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "/desk/decisions?", ""));
    }

    DecisionLogReader.Query query(@Nullable Submitter submitter, int limit) {
        Map<String, String> fields = fields();
        String normal = Normalizer.normalize(filled(reference), Normalizer.Form.NFC);
        return new DecisionLogReader.Query(
                submitter,
                orNull(normal),
                orNull(fields.get("outcome")),
                orNull(fields.get("ground")),
                date("from", filled(from)),
                date("to", filled(to)),
                further() ? new EntryNumber(Parameters.number("after", filled(after), Long.MAX_VALUE)) : null,
                limit);
    }

    private static String filled(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private static @Nullable LocalDate date(String name, String text) {
        return text.isEmpty()
                ? null
                : DateText.date(text)
                        .orElseThrow(() -> Problems.badParameter(name, "a day of the calendar, such as 2024-03-25"));
    }
}
