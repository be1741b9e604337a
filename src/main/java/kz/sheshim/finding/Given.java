package kz.sheshim.finding;

/** A text of a workbook as a message shows it: in one line, not too long, without characters that would change how the rest of the line looks. */
public final class Given {
    private static final int LONGEST = 120;

    private Given() {}

    public static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        int[] points = text.codePoints().limit(LONGEST + 1).toArray();
        for (int i = 0; i < Math.min(points.length, LONGEST); i++) {
            int type = Character.getType(points[i]);
            if (type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.SURROGATE
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR) {
                shown.append(String.format("<U+%04X>", points[i]));
            } else {
                shown.appendCodePoint(points[i]);
            }
        }
        return points.length > LONGEST ? shown + "…" : shown.toString();
    }
}
