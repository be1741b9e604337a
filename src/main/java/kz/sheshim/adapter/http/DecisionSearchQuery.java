package kz.sheshim.adapter.http;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import kz.sheshim.access.Submitter;
import kz.sheshim.adapter.http.edge.Caller;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.log.Feature;
import kz.sheshim.policy.Revision;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.vocabulary.DateText;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/** Reads the conditions of a search for decisions. */
public final class DecisionSearchQuery {
    private static final Pattern RULE = Pattern.compile("[^/]{1,200}/[^/]{1,200}");

    private final Ruleset inForce;
    private final ZoneId zone;

    public DecisionSearchQuery(Ruleset inForce) {
        this.inForce = inForce;
        this.zone = inForce.calendar().zone().orElse(ZoneOffset.UTC);
    }

    /** The only submitter whose decisions are searched; null: all. Whoever may read only its own cannot name another one. */
    public @Nullable Submitter submitter(Caller caller, @Nullable String name) {
        Submitter own = caller.readsOnly();
        if (name == null) {
            return own;
        }
        if (!Submitter.isName(name) || (own != null && !own.name().equals(name))) {
            throw Problems.badParameter(
                    "submitter",
                    own == null
                            ? Phrase.of("{0} must be the name of a submitter.", "submitter")
                            : Phrase.of("{0} must be {1}.", "submitter", own.name()));
        }
        return new Submitter(name);
    }

    /** @param text of a request; null or empty: any day */
    public static @Nullable LocalDate day(String name, @Nullable String text) {
        return text == null || text.isEmpty()
                ? null
                : DateText.date(text)
                        .orElseThrow(() -> Problems.badParameter(
                                name,
                                Phrase.of("{0} must be a day of the calendar, such as {1}.", name, "2024-03-25")));
    }

    public @Nullable Revision revision(@Nullable String hash) {
        if (hash == null) {
            return null;
        }
        if (!Revision.isRevision(hash)) {
            throw Problems.badParameter(
                    "revision", Phrase.of("{0} must be a revision: sha256: and 64 digits from 0 to f.", "revision"));
        }
        return new Revision(hash);
    }

    /** The moment at which a day begins. */
    public @Nullable Instant begin(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }

    /** The moment at which a day ends. */
    public @Nullable Instant end(@Nullable LocalDate day) {
        return day == null ? null : day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /**
     * @param rule a table and its rule with a slash between them
     * @param facts each a field and its code with an equals sign between them
     */
    public Set<Feature> features(@Nullable String rule, List<String> facts) {
        Set<Feature> features = new HashSet<>();
        if (rule != null) {
            if (!RULE.matcher(rule).matches()) {
                throw Problems.badParameter(
                        "rule", Phrase.of("{0} must be the id of a table, a slash, the id of a rule.", "rule"));
            }
            features.add(new Feature(Feature.Kind.RULE, rule));
        }
        for (String fact : facts) {
            int equals = fact.indexOf('=');
            FieldPath field = FieldPath.parse(equals < 0 ? "" : fact.substring(0, equals))
                    .filter(path -> inForce.vocabulary().countable().containsKey(path))
                    .orElseThrow(() -> Problems.badParameter(
                            "fact",
                            Phrase.of(
                                    "{0} must be a field, = and its code. Fields: {1}.",
                                    "fact",
                                    String.join(
                                            ", ",
                                            inForce.vocabulary().countable().keySet().stream()
                                                    .map(FieldPath::toString)
                                                    .toList()))));
            features.add(Feature.fact(field, fact.substring(equals + 1)));
        }
        return features;
    }
}
