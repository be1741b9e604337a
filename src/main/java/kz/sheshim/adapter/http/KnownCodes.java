package kz.sheshim.adapter.http;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.bulk.RecordedApplications.Selection;
import kz.sheshim.log.Feature;
import kz.sheshim.log.FeatureCounts;
import kz.sheshim.policy.Catalogue;
import kz.sheshim.publication.Rulesets;
import kz.sheshim.vocabulary.Nearest;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/** Refuses a selection by a code that nobody knows: it would select nothing, and what is said of nothing reads as if all were right. */
@Singleton
public final class KnownCodes {
    private static final int MAX = 10_000;
    private static final int NAMED = 30;

    private final Rulesets rulesets;
    private final FeatureCounts recorded;

    KnownCodes(Rulesets rulesets, FeatureCounts recorded) {
        this.rulesets = rulesets;
        this.recorded = recorded;
    }

    /** Its outcome and its ground are those of the law in force, or of a recorded decision. */
    public void require(Selection selection) {
        Catalogue catalogue = rulesets.inForce().catalogue();
        require(
                "outcome",
                selection.outcome(),
                Feature.Kind.OUTCOME,
                catalogue.outcomes().keySet());
        require(
                "ground",
                selection.ground(),
                Feature.Kind.GROUND,
                catalogue.grounds().keySet());
    }

    private void require(String name, @Nullable String code, Feature.Kind kind, Collection<String> law) {
        if (code == null || law.contains(code)) {
            return;
        }
        Set<String> known = new TreeSet<>(law);
        known.addAll(recorded.names(kind, MAX));
        if (!known.contains(code)) {
            throw Problems.badParameter(
                    name,
                    Phrase.of(
                            "{0} must be a code of the law in force or of a recorded decision: {1}.",
                            name, named(code, known)));
        }
    }

    /** The one that was probably meant comes first. */
    private static String named(String code, Set<String> known) {
        List<String> named = new ArrayList<>();
        Nearest.to(code, known).ifPresent(named::add);
        known.stream().filter(each -> !named.contains(each)).limit(NAMED).forEach(named::add);
        return String.join(", ", named) + (named.size() < known.size() ? ", …" : "");
    }
}
