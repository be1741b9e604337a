package kz.sheshim.adapter.http.batch;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Splits a body that arrives in pieces into lines. A line that is too long is not kept in memory. Blank lines are counted
 * and skipped; a byte order mark before the first line is skipped.
 */
final class BatchLines {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final int maxBytes;
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private byte[] piece = {};
    private int place;
    private long number;
    private boolean tooLong;
    private boolean ended;

    /**
     * @param maxBytes maximum number of bytes of a line without its end
     */
    BatchLines(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * A line.
     *
     * @param number from 1, blank lines counted
     * @param text the line without its end; null if the line is too long
     */
    record Line(long number, byte @Nullable [] text) {
        int bytes() {
            return text == null ? 0 : text.length;
        }
    }

    /** Adds the next piece of the body. The lines of the previous piece must have been taken. */
    void add(byte[] next) {
        piece = next;
        place = 0;
    }

    /** Says that the body has ended. */
    void end() {
        ended = true;
    }

    /** The number of the next line. */
    long number() {
        return number + 1;
    }

    /** The next line; null if another piece is needed, or after the last line. */
    @Nullable
    Line next() {
        while (true) {
            int end = place;
            while (end < piece.length && piece[end] != '\n') {
                end++;
            }
            take(end);
            boolean whole = end < piece.length;
            place = whole ? end + 1 : end;
            if (!whole && !(ended && (begun.size() > 0 || tooLong))) {
                return null;
            }
            Line line = finish();
            if (line != null) {
                return line;
            }
        }
    }

    private void take(int end) {
        if (!tooLong) {
            begun.write(piece, place, Math.min(end - place, maxBytes + BYTE_ORDER_MARK.length + 2 - begun.size()));
            tooLong = begun.size() > maxBytes + BYTE_ORDER_MARK.length + 1;
        }
    }

    private @Nullable Line finish() {
        byte[] text = begun.toByteArray();
        boolean skipped = tooLong;
        begun.reset();
        tooLong = false;
        number++;
        int from = number == 1 && startsWithMark(text) ? BYTE_ORDER_MARK.length : 0;
        int to = text.length > from && text[text.length - 1] == '\r' ? text.length - 1 : text.length;
        if (skipped || to - from > maxBytes) {
            return new Line(number, null);
        }
        return isBlank(text, from, to) ? null : new Line(number, Arrays.copyOfRange(text, from, to));
    }

    private static boolean startsWithMark(byte[] text) {
        return text.length >= BYTE_ORDER_MARK.length
                && Arrays.equals(text, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
    }

    private static boolean isBlank(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] != ' ' && text[i] != '\t' && text[i] != '\r') {
                return false;
            }
        }
        return true;
    }
}
