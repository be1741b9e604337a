package kz.sheshim.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.sheshim.hash.Sha256;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.vocabulary.Entity;
import kz.sheshim.vocabulary.Languages;
import kz.sheshim.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * What the files of a policy mean, as texts by their place: {@code table / who-may-file / WF-04 / application.channel} is
 * {@code state-corporation}. Files, sheets, cells, notes, formats and the order of what has no order take no part. Two rulesets are the same revision when
 * their canonical forms are equal.
 *
 * @param texts all texts, in the form that the revision is computed from
 * @param readable the texts that people are shown in another form: {@code 100} for {@code 1E+2}
 */
public record CanonicalForm(SortedMap<Place, String> texts, Map<Place, String> readable) {

    /** A place in a policy, from the whole to the part. */
    public record Place(List<String> parts) implements Comparable<Place> {
        public Place {
            parts = List.copyOf(parts);
        }

        static Place of(String... parts) {
            return new Place(Arrays.asList(parts));
        }

        @Override
        public int compareTo(Place other) {
            return Arrays.compare(parts.toArray(new String[0]), other.parts.toArray(new String[0]));
        }

        @Override
        public String toString() {
            return String.join(" › ", parts);
        }
    }

    public CanonicalForm {
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
        readable = Map.copyOf(readable);
    }

    /** The text at a place, for people; null when there is none. */
    public @Nullable String text(Place place) {
        String other = readable.get(place);
        return other == null ? texts.get(place) : other;
    }

    public static CanonicalForm of(
            Policy policy,
            Vocabulary vocabulary,
            Catalogue catalogue,
            Collection<DecisionTable> tables,
            Calendar calendar,
            Map<String, String> ruleFiles,
            ReceiptForms receipts,
            Retention retention) {
        CanonicalFormWriter writer = new CanonicalFormWriter(policy.languages());
        writer.put(policy.id(), "policy", "id");
        if (!policy.languages().equals(Languages.USUAL)) {
            writer.put(policy.languages(), "policy", "languages");
        }
        writer.put(policy.title(), "policy", "title");
        writer.put(policy.datedBy(), "policy", "dated by");
        writer.put(policy.coveredFrom(), "policy", "covered from");
        writer.put(policy.reference(), "policy", "reference");
        vocabulary.entities().stream().filter(Entity::submitted).forEach(writer::entity);
        vocabulary.codeLists().forEach(writer::codes);
        vocabulary.fields().stream()
                .filter(field -> !VerdictFields.isOne(field.path()))
                .forEach(writer::field);
        writer.catalogue(catalogue);
        tables.forEach(writer::table);
        writer.put(calendar.knownFrom(), "calendar", "known from");
        writer.put(calendar.knownUntil(), "calendar", "known until");
        calendar.weeklyDaysOff().forEach((period, days) -> {
            if (period.unbounded()) {
                writer.put(list(days), "calendar", "weekly days off");
            } else {
                writer.put(list(days), "calendar", "weekly days off", period.toString());
            }
        });
        calendar.zone().ifPresent(zone -> writer.put(zone, "calendar", "time zone"));
        calendar.daysOff().forEach(day -> writer.put("off", "calendar", day.toString()));
        calendar.workingDays().forEach(day -> writer.put("works", "calendar", day.toString()));
        ruleFiles.forEach((name, text) -> writer.put(text.replace("\r\n", "\n"), "rules", name));
        receipts.words().forEach((word, text) -> writer.put(text, "receipts", "word", word.written()));
        writer.receipts(receipts.forms());
        writer.retention(retention);
        return writer.form();
    }

    /** What one rule means, for people: its period, conditions and conclusions by their binding. */
    public Map<String, String> rule(String table, String rule) {
        Map<String, String> parts = new TreeMap<>();
        Place place = Place.of("table", table, "rule", rule);
        texts.tailMap(place).keySet().stream()
                .takeWhile(each -> each.parts()
                        .subList(0, Math.min(4, each.parts().size()))
                        .equals(place.parts()))
                .filter(each -> each.parts().size() > 4)
                .forEach(each -> parts.put(each.parts().get(4), Objects.requireNonNull(text(each))));
        return parts;
    }

    private static String list(Set<? extends Comparable<?>> values) {
        return new TreeSet<>(values).stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    /** SHA-256 over all places and texts, each preceded by its length in UTF-8. */
    public Revision revision() {
        MessageDigest digest = Sha256.digest();
        texts.forEach((place, text) -> {
            update(digest, Integer.toString(place.parts().size()));
            place.parts().forEach(part -> update(digest, part));
            update(digest, text);
        });
        return new Revision("sha256:" + HexFormat.of().formatHex(digest.digest()));
    }

    private static void update(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }
}
