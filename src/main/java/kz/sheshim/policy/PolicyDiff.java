package kz.sheshim.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import kz.sheshim.policy.CanonicalForm.Place;
import org.jspecify.annotations.Nullable;

/**
 * One difference in the meaning of two rulesets.
 *
 * @param before null when the second added it
 * @param after null when the second removed it
 */
public record PolicyDiff(Place place, @Nullable String before, @Nullable String after) {

    /** Everything in which they differ, sorted by place. */
    public static List<PolicyDiff> between(CanonicalForm before, CanonicalForm after) {
        TreeSet<Place> places = new TreeSet<>(before.texts().keySet());
        places.addAll(after.texts().keySet());
        List<PolicyDiff> differences = new ArrayList<>();
        for (Place place : places) {
            if (!Objects.equals(before.texts().get(place), after.texts().get(place))) {
                differences.add(new PolicyDiff(place, before.text(place), after.text(place)));
            }
        }
        return differences;
    }

    /** The whole that the place belongs to: {@code table who-may-file}, {@code field documents.kind}. */
    public String whole() {
        List<String> parts = place.parts();
        return String.join(" ", parts.subList(0, Math.min(2, parts.size())));
    }

    /** The place within the whole. */
    public String part() {
        List<String> parts = place.parts();
        return String.join(" › ", parts.subList(Math.min(2, parts.size()), parts.size()));
    }
}
