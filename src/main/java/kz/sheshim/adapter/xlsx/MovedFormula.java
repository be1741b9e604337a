package kz.sheshim.adapter.xlsx;

import java.util.Locale;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/**
 * Formulas once a row is inserted or removed.
 *
 * @param sheet the name of the sheet in which that is done
 */
record MovedFormula(String sheet, Shift shift) {
    private static final int LONGEST = 8_192;
    private static final String CELL = "\\$?[A-Za-z]{1,3}\\$?[0-9]{1,7}";
    private static final String ROWS = "\\$?[0-9]{1,7}:\\$?[0-9]{1,7}";
    private static final String TEXT_OR_ERROR = "\"[^\"]*\"|#[A-Z/0]+[!?]?";
    private static final String SHEET = "(?<sheet>'(?:[^']|''){1,300}+'!|[\\p{L}\\p{N}_.\\[\\]:]{1,300}+!)";
    private static final String RANGE =
            "(?<range>(?:" + CELL + "(?::" + CELL + ")?|" + ROWS + ")(?![\\p{L}\\p{N}_.(!\\[]))";
    private static final String COLUMN_OF_TABLE =
            "(?:[\\p{L}_][\\p{L}\\p{N}_.]{0,255}+)?\\[(?:'.|[^\\[\\]']|\\[(?:'.|[^\\[\\]']){0,300}+]){0,300}+]";
    private static final String NAME_OR_NUMBER = "[\\p{L}_\\\\][\\p{L}\\p{N}_.\\\\?]*|[0-9.]+(?:[Ee][+-]?[0-9]+)?";
    private static final Pattern TOKEN = Pattern.compile(
            String.join("|", TEXT_OR_ERROR, SHEET + "?" + RANGE, COLUMN_OF_TABLE, NAME_OR_NUMBER, "."), Pattern.DOTALL);
    private static final Pattern END = Pattern.compile("(\\$?[A-Za-z]{0,3})(\\$?)([0-9]{1,7})");

    /** A formula in a cell: it goes on meaning the same cells. */
    String inCell(String formula, String home) throws SAXException {
        return moved(formula, home, shift::row, true);
    }

    /** A formula of a name: rows without $ count from the cell that uses the name. */
    String ofName(String formula, boolean grows) throws SAXException {
        return moved(formula, null, row -> row, grows);
    }

    /**
     * A formula for each cell of ranges on the sheet, written for the first of them.
     *
     * @param top the first row of the ranges
     */
    String ofRanges(String formula, int top) throws SAXException {
        return moved(formula, sheet, row -> row + shift.row(top) - top, true);
    }

    /**
     * @param home the sheet that the formula stands on; null for none
     * @param relative where rows without $ are afterwards, on the sheet
     */
    private String moved(String formula, @Nullable String home, IntUnaryOperator relative, boolean grows)
            throws SAXException {
        if (formula.length() > LONGEST) {
            throw new SAXException("a formula has more than " + LONGEST + " characters");
        }
        Matcher token = TOKEN.matcher(formula);
        StringBuilder moved = new StringBuilder();
        while (token.find()) {
            String range = token.group("range");
            String of = token.group("sheet");
            if (range == null || !meant(of, home)) {
                moved.append(token.group());
            } else {
                moved.append(of == null ? "" : of).append(range(range, relative, grows));
            }
        }
        return moved.toString();
    }

    private boolean meant(@Nullable String of, @Nullable String home) throws SAXException {
        if (of == null) {
            return sheet.equals(home);
        }
        String name = of.substring(0, of.length() - 1);
        if (name.startsWith("'")) {
            name = name.substring(1, name.length() - 1).replace("''", "'");
        }
        if (name.indexOf('[') >= 0) {
            return false;
        }
        if (name.indexOf(':') >= 0) {
            throw new SAXException("the formula with " + of + " means several sheets at once");
        }
        return name.toLowerCase(Locale.ROOT).equals(sheet.toLowerCase(Locale.ROOT));
    }

    private String range(String range, IntUnaryOperator relative, boolean grows) throws SAXException {
        int colon = range.indexOf(':');
        String start = colon < 0 ? range : range.substring(0, colon);
        shift.require(number(start) - 1, number(colon < 0 ? range : range.substring(colon + 1)) - 1);
        String first = end(start, relative, false);
        if (colon < 0) {
            return first;
        }
        String last = range.substring(colon + 1);
        return first + ":"
                + end(last, relative, (grows || shift.removes()) && number(range.substring(0, colon)) < number(last));
    }

    private static int number(String end) {
        return Integer.parseInt(end.replaceAll("[^0-9]", ""));
    }

    private String end(String end, IntUnaryOperator relative, boolean grows) throws SAXException {
        Matcher parts = END.matcher(end);
        if (!parts.matches()) {
            throw new SAXException("the reference " + end + " cannot be read");
        }
        int row = Integer.parseInt(parts.group(3)) - 1;
        boolean absolute = !parts.group(2).isEmpty() || parts.group(1).equals("$");
        int moved = absolute ? shift.row(row) : relative.applyAsInt(row);
        if (grows && row == shift.below() && moved == row && (absolute || relative.applyAsInt(row + 1) != row + 1)) {
            moved += shift.by();
        }
        return parts.group(1) + parts.group(2) + (Math.min(moved, Range.MAX_ROWS - 1) + 1);
    }
}
