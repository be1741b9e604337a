package kz.sheshim.vocabulary;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the right name that a wrong one was meant as: the one that differs by the fewest slips (a letter changed, left out or added; two letters exchanged). */
public final class Nearest {
    private static final int LONGEST = 80;

    private Nearest() {}

    /** A name, and how far it is from the wrong one. */
    private record Candidate(String name, int slips, int sameStart) {}

    /** The nearest of the names; empty when none is near, and when two are as near as each other. */
    public static Optional<String> to(String wrong, Collection<String> names) {
        String given = folded(wrong);
        if (given.length() > LONGEST) {
            return Optional.empty();
        }
        Comparator<Candidate> order = Comparator.comparing(
                        (Candidate candidate) -> !bare(candidate.name).equals(bare(wrong)))
                .thenComparingInt(Candidate::slips)
                .thenComparing(Candidate::sameStart, Comparator.reverseOrder());
        List<Candidate> near = names.stream()
                .distinct()
                .map(name -> candidate(given, name))
                .filter(candidate -> candidate.slips <= allowed(given, folded(candidate.name)))
                .sorted(order)
                .limit(2)
                .toList();
        return near.isEmpty() || near.size() == 2 && order.compare(near.get(0), near.get(1)) == 0
                ? Optional.empty()
                : Optional.of(near.get(0).name);
    }

    /** Without what stands between words. */
    private static String bare(String text) {
        return folded(text).replaceAll("[\\s_-]", "");
    }

    private static String folded(String text) {
        return LookAlikes.replaced(text).strip().toLowerCase(Locale.ROOT);
    }

    /** Short names are all near each other: there a changed letter makes another name. */
    private static int allowed(String given, String name) {
        int longer = Math.max(given.length(), name.length());
        if (longer <= 3) {
            return given.length() == name.length() && !sameLetters(given, name) ? 0 : 1;
        }
        return longer <= 5 ? 1 : Math.max(2, longer / 4);
    }

    private static boolean sameLetters(String one, String other) {
        return List.of(one.chars().sorted().boxed().toList())
                .equals(List.of(other.chars().sorted().boxed().toList()));
    }

    private static Candidate candidate(String given, String name) {
        String known = folded(name);
        int start = 0;
        while (start < Math.min(given.length(), known.length()) && given.charAt(start) == known.charAt(start)) {
            start++;
        }
        return new Candidate(name, slips(given, known), start);
    }

    private static int slips(String a, String b) {
        int[][] slips = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    slips[i][j] = i + j;
                    continue;
                }
                int changed = slips[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                slips[i][j] = Math.min(changed, Math.min(slips[i - 1][j], slips[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    slips[i][j] = Math.min(slips[i][j], slips[i - 2][j - 2] + 1);
                }
            }
        }
        return slips[a.length()][b.length()];
    }
}
