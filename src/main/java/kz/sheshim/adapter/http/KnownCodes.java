package kz.sheshim.adapter.http;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.bulk.RecordedApplications.Selection;
import kz.sheshim.log.DecisionLogReader;
import kz.sheshim.log.Feature;
import kz.sheshim.log.FeatureCounts;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.publication.Rulesets;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/** Refuses a selection by a code that nobody knows: it would select nothing, and what is said of nothing reads as if all were right. */
@Singleton
public final class KnownCodes {
    private static final int MAX = 10_000;

    private final Rulesets rulesets;
    private final FeatureCounts recorded;

    KnownCodes(Rulesets rulesets, FeatureCounts recorded) {
        this.rulesets = rulesets;
        this.recorded = recorded;
    }

    /** Its outcome and its ground are those of the law in force, or of a recorded decision. */
    public void require(Selection selection) {
        require(selection.outcome(), selection.ground());
    }

    /** Its outcome, its ground, its rule and its facts are those of the law in force, or of a recorded decision. */
    public void require(DecisionLogReader.Query search) {
        require(search.outcome(), search.ground());
        search.features().forEach(this::require);
    }

    private void require(@Nullable String outcome, @Nullable String ground) {
        if (outcome != null) {
            require(Feature.outcome(outcome));
        }
        if (ground != null) {
            require(Feature.ground(ground));
        }
    }

    private void require(Feature feature) {
        Collection<String> law = law(feature);
        if (law.contains(feature.name()) || recorded.has(feature)) {
            return;
        }
        Set<String> known = new TreeSet<>(law);
        known.addAll(recorded.names(feature.kind(), MAX));
        known.removeIf(name -> !name.startsWith(beginning(feature)));
        String parameter = feature.kind().name().toLowerCase(Locale.ROOT);
        String named = Parameters.named(feature.name(), known);
        throw Problems.badParameter(
                parameter,
                feature.kind() == Feature.Kind.RULE
                        ? Phrase.of(
                                "{0} must be a rule of the law in force or of a recorded decision: {1}.",
                                parameter, named)
                        : Phrase.of(
                                "{0} must be a code of the law in force or of a recorded decision: {1}.",
                                parameter, named));
    }

    /** What the names of all features begin with that could stand in its place: of a fact the field. */
    private static String beginning(Feature feature) {
        return feature.kind() == Feature.Kind.FACT
                ? feature.name().substring(0, feature.name().indexOf('=') + 1)
                : "";
    }

    private Collection<String> law(Feature feature) {
        Ruleset inForce = rulesets.inForce();
        return switch (feature.kind()) {
            case OUTCOME -> inForce.catalogue().outcomes().keySet();
            case GROUND -> inForce.catalogue().grounds().keySet();
            case RULE ->
                inForce.tables().stream()
                        .flatMap(table -> table.rules().stream())
                        .map(rule -> rule.id().toString())
                        .toList();
            case FACT ->
                inForce.vocabulary().countable().values().stream()
                        .flatMap(field -> field.type().codeList().orElseThrow().codes().keySet().stream()
                                .map(code -> Feature.fact(field.path(), code).name()))
                        .toList();
            case SUBMITTER -> List.of();
        };
    }
}
