package kz.sheshim.adapter.http.desk;

import static kz.sheshim.adapter.http.desk.Shown.inAddress;

import jakarta.ws.rs.QueryParam;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.sheshim.adapter.http.DecisionSearchQuery;
import kz.sheshim.adapter.http.Parameters;
import kz.sheshim.adapter.http.edge.Caller;
import kz.sheshim.log.DecisionLogReader;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.policy.Ruleset;
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

    @QueryParam("rule")
    @Nullable
    String rule;

    @QueryParam("submitter")
    @Nullable
    String submitter;

    @QueryParam("decidedFrom")
    @Nullable
    String decidedFrom;

    @QueryParam("decidedTo")
    @Nullable
    String decidedTo;

    @QueryParam("revision")
    @Nullable
    String revision;

    @QueryParam("fact")
    @Nullable
    List<String> facts;

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
        fields.put("rule", filled(rule));
        fields.put("submitter", filled(submitter));
        fields.put("decidedFrom", filled(decidedFrom));
        fields.put("decidedTo", filled(decidedTo));
        fields.put("revision", filled(revision));
        return fields;
    }

    /** What the application must state: each a field, an equals sign, a code. */
    public List<String> facts() {
        return facts == null
                ? List.of()
                : facts.stream()
                        .map(DecisionSearch::filled)
                        .filter(fact -> !fact.isEmpty())
                        .toList();
    }

    public boolean any() {
        return fields().values().stream().anyMatch(value -> !value.isEmpty()) || furtherConditions();
    }

    /** Whether a condition is used that is not among the first ones of the form. */
    public boolean furtherConditions() {
        return !facts().isEmpty()
                || Stream.of(submitter, decidedFrom, decidedTo, revision)
                        .anyMatch(value -> !filled(value).isEmpty());
    }

    /** Whether this is not the first page. */
    public boolean further() {
        return !filled(after).isEmpty();
    }

    /** The address of the first page of the search, or of the page after an entry. */
    String address(@Nullable EntryNumber entry) {
        return Stream.of(
                        fields().entrySet().stream(),
                        facts().stream().map(fact -> Map.entry("fact", fact)),
                        Stream.of(Map.entry("after", entry == null ? "" : Long.toString(entry.value()))))
                .flatMap(Function.identity())
                .filter(field -> !field.getValue().isEmpty())
                .map(field -> field.getKey() + "=" + inAddress(field.getValue()))
                .collect(Collectors.joining("&", "/desk/decisions?", ""));
    }

    /** Lets a beginning of a revision name it. */
    void nameRevision(KnownLaw known) {
        if (!filled(revision).isEmpty()) {
            revision = known.named(filled(revision)).toString();
        }
    }

    DecisionLogReader.Query query(Caller caller, Ruleset inForce, int limit) {
        DecisionSearchQuery read = new DecisionSearchQuery(inForce);
        Map<String, String> fields = fields();
        String normal = Normalizer.normalize(filled(reference), Normalizer.Form.NFC);
        return new DecisionLogReader.Query(
                read.submitter(caller, orNull(fields.get("submitter"))),
                orNull(normal),
                orNull(fields.get("outcome")),
                orNull(fields.get("ground")),
                DecisionSearchQuery.day("from", filled(from)),
                DecisionSearchQuery.day("to", filled(to)),
                read.begin(DecisionSearchQuery.day("decidedFrom", filled(decidedFrom))),
                read.end(DecisionSearchQuery.day("decidedTo", filled(decidedTo))),
                read.features(orNull(fields.get("rule")), facts()),
                further() ? new EntryNumber(Parameters.number("after", filled(after), Long.MAX_VALUE)) : null,
                limit,
                read.revision(orNull(fields.get("revision"))));
    }

    private static String filled(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
