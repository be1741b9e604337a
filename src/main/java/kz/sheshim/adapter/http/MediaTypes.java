package kz.sheshim.adapter.http;

import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the media type of an answer (RFC 9110, section 12.5.1). {@code Request.selectVariant} of RESTEasy Reactive 3.33 is not used: it answers 400 to an empty
 * element of the list, and to a language that it cannot read.
 */
final class MediaTypes {
    private MediaTypes() {}

    /**
     * The type that the caller prefers; of equal ones the first of ours. Empty if the header allows none.
     *
     * @param accept the value of {@code Accept}; null: there is none
     */
    static Optional<MediaType> choose(@Nullable String accept, List<MediaType> ours) {
        List<MediaType> ranges = accept == null ? List.of(MediaType.WILDCARD_TYPE) : ranges(accept);
        return ours.stream()
                .filter(each -> weight(each, ranges) > 0)
                .min(Comparator.comparingDouble(each -> -weight(each, ranges)));
    }

    /** All that is a media type; without any, everything is allowed. */
    private static List<MediaType> ranges(String accept) {
        List<MediaType> ranges = Stream.of(accept.split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .map(MediaType::valueOf)
                .toList();
        return ranges.isEmpty() ? List.of(MediaType.WILDCARD_TYPE) : ranges;
    }

    /** The weight of the range that fits most closely. */
    private static double weight(MediaType type, List<MediaType> ranges) {
        return ranges.stream()
                .filter(type::isCompatible)
                .max(Comparator.comparing((MediaType range) -> !range.isWildcardType())
                        .thenComparing(range -> !range.isWildcardSubtype()))
                .map(MediaTypes::weight)
                .orElse(0.0);
    }

    /** 1 unless the range says another one that can be read. */
    private static double weight(MediaType range) {
        String weight = range.getParameters().getOrDefault("q", "1");
        return weight.matches("[01](\\.\\d{0,3})?") ? Double.parseDouble(weight) : 1;
    }
}
