package kz.sheshim.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.sheshim.hash.Sha256;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.vocabulary.Entity;
import kz.sheshim.vocabulary.Vocabulary;

/**
 * What the files of a policy mean, as texts by their place: {@code table / who-may-file / WF-04 / application.channel} is
 * {@code state-corporation}. Files, sheets, cells, notes, formats and the order of what has no order take no part. Two rulesets are the same revision when
 * their meanings are equal.
 */
public record CanonicalForm(SortedMap<Place, String> texts) {

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
    }

    public static CanonicalForm of(
            Policy policy,
            Vocabulary vocabulary,
            Catalogue catalogue,
            Collection<DecisionTable> tables,
            Calendar calendar,
            Map<String, String> ruleFiles,
            ReceiptForms receipts) {
        CanonicalTexts texts = new CanonicalTexts();
        texts.put(policy.id(), "policy", "id");
        texts.put(policy.title(), "policy", "title");
        texts.put(policy.datedBy(), "policy", "dated by");
        texts.put(policy.coveredFrom(), "policy", "covered from");
        texts.put(policy.reference(), "policy", "reference");
        vocabulary.entities().stream().filter(Entity::said).forEach(texts::entity);
        vocabulary.codeLists().forEach(texts::codes);
        vocabulary.fields().stream()
                .filter(field -> !VerdictFields.isOne(field.path()))
                .forEach(texts::field);
        texts.catalogue(catalogue);
        tables.forEach(texts::table);
        texts.put(calendar.knownFrom(), "calendar", "known from");
        texts.put(calendar.knownUntil(), "calendar", "known until");
        texts.put(list(calendar.weeklyDaysOff()), "calendar", "weekly days off");
        calendar.daysOff().forEach(day -> texts.put("off", "calendar", day.toString()));
        calendar.workingDays().forEach(day -> texts.put("works", "calendar", day.toString()));
        ruleFiles.forEach((name, text) -> texts.put(text.replace("\r\n", "\n"), "rules", name));
        receipts.words().forEach((word, text) -> texts.put(text, "receipts", "word", word.written()));
        texts.receipts(receipts.forms());
        return new CanonicalForm(texts.texts());
    }

    /** The meaning with another table in the place of this one. */
    CanonicalForm with(DecisionTable before, DecisionTable after) {
        CanonicalTexts replaced = new CanonicalTexts();
        replaced.table(before);
        CanonicalTexts replacing = new CanonicalTexts();
        replacing.table(after);
        TreeMap<Place, String> changed = new TreeMap<>(texts);
        replaced.texts().keySet().forEach(changed::remove);
        changed.putAll(replacing.texts());
        return new CanonicalForm(changed);
    }

    /** What one rule means: its period, conditions and conclusions by their binding. */
    public Map<String, String> rule(String table, String rule) {
        Map<String, String> parts = new TreeMap<>();
        Place place = Place.of("table", table, "rule", rule);
        texts.tailMap(place).entrySet().stream()
                .takeWhile(text -> text.getKey()
                        .parts()
                        .subList(0, Math.min(4, text.getKey().parts().size()))
                        .equals(place.parts()))
                .filter(text -> text.getKey().parts().size() > 4)
                .forEach(text -> parts.put(text.getKey().parts().get(4), text.getValue()));
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
