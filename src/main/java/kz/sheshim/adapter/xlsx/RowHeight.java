package kz.sheshim.adapter.xlsx;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A fixed height of a row that grows, where a text that is written wraps into more lines than the row shows. */
final class RowHeight {
    /** Of letters of 10 points, in points. */
    private static final double LINE = 12.8;

    private static final double AROUND = 3;
    private static final double HIGHEST = 409;

    private final double fixed;
    private double needed;

    /** The height that a row has by its attribute; null if the program that shows it finds the height itself. */
    RowHeight(@Nullable String height) {
        fixed = height != null && height.matches("[0-9]{1,3}(\\.[0-9]+)?") ? Double.parseDouble(height) : HIGHEST;
    }

    /**
     * A text is written.
     *
     * @param width of its column, in digits
     */
    void hold(String text, double width) {
        int lines = 0;
        for (String line : text.split("\n", -1)) {
            lines++;
            double used = 0;
            for (String word : line.split(" ", -1)) {
                double with = used == 0 ? word.length() : used + 1 + word.length();
                if (used > 0 && with > width) {
                    lines++;
                    with = word.length();
                }
                used = with;
            }
        }
        if (lines > 1) {
            needed = Math.max(needed, Math.min(HIGHEST, lines * LINE + AROUND));
        }
    }

    /** The height, where the fixed one is too small. */
    Optional<String> grown() {
        return needed > fixed ? Optional.of(String.valueOf(Math.round(needed * 10) / 10.0)) : Optional.empty();
    }
}
