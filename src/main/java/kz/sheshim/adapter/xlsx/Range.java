package kz.sheshim.adapter.xlsx;

import java.util.regex.Pattern;
import org.xml.sax.SAXException;

/** Cells from a corner to another; all numbers from 0, both ends included. */
record Range(int top, int left, int bottom, int right) {
    static final int MAX_ROWS = 1_048_576;
    static final int MAX_COLUMNS = 16_384;
    private static final Pattern ROW = Pattern.compile("[0-9]{1,7}");

    /** The range that a reference names: {@code B2} or {@code B2:C4}. */
    static Range of(String reference) throws SAXException {
        int colon = reference.indexOf(':');
        String first = colon < 0 ? reference : reference.substring(0, colon);
        String last = colon < 0 ? reference : reference.substring(colon + 1);
        return new Range(row(first), column(first), row(last), column(last));
    }

    private static int letters(String cell) {
        int letters = 0;
        while (letters < cell.length() && cell.charAt(letters) >= 'A' && cell.charAt(letters) <= 'Z') {
            letters++;
        }
        return letters;
    }

    private static int column(String cell) throws SAXException {
        int letters = letters(cell);
        int column = 0;
        for (int i = 0; i < Math.min(letters, 4); i++) {
            column = column * 26 + cell.charAt(i) - 'A' + 1;
        }
        if (letters == 0 || column > MAX_COLUMNS) {
            throw noCell(cell);
        }
        return column - 1;
    }

    private static int row(String cell) throws SAXException {
        String digits = cell.substring(letters(cell));
        if (!ROW.matcher(digits).matches() || Integer.parseInt(digits) < 1 || Integer.parseInt(digits) > MAX_ROWS) {
            throw noCell(cell);
        }
        return Integer.parseInt(digits) - 1;
    }

    private static SAXException noCell(String cell) {
        return new SAXException("\"" + cell + "\" is no cell of a sheet");
    }

    boolean single() {
        return top == bottom && left == right;
    }

    boolean contains(int row, int column) {
        return row >= top && row <= bottom && column >= left && column <= right;
    }
}
