package kz.sheshim.vocabulary;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the right name that a wrong one is nearest to, by the number of letters to change (Levenshtein). */
public final class Nearest {
    private static final int LONGEST = 80;

    private Nearest() {}

    /** The nearest of the names; empty when none is near: more than a third of the letters would have to change. */
    public static Optional<String> to(String wrong, Collection<String> names) {
        String given = wrong.toLowerCase(Locale.ROOT);
        if (given.length() > LONGEST) {
            return Optional.empty();
        }
        record Candidate(String name, int distance) {}
        return names.stream()
                .map(name -> new Candidate(name, distance(given, name.toLowerCase(Locale.ROOT))))
                .filter(candidate ->
                        candidate.distance <= Math.max(2, Math.max(given.length(), candidate.name.length()) / 3))
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .map(Candidate::name);
    }

    private static int distance(String a, String b) {
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(last[j], row[j - 1]) + 1);
            }
            last = row;
        }
        return last[b.length()];
    }
}
