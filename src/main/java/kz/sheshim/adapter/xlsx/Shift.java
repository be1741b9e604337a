package kz.sheshim.adapter.xlsx;

import java.util.ArrayList;
import java.util.List;
import kz.sheshim.workbook.CellAddress;
import org.xml.sax.SAXException;

/**
 * Where cells and ranges are once a row is inserted or removed.
 *
 * @param below the row below which it is inserted, or the one that is removed; from 0
 * @param by 1 for a row that is inserted, -1 for one that is removed
 */
record Shift(int below, int by) {
    static Shift inserted(int below) {
        return new Shift(below, 1);
    }

    static Shift removed(int row) {
        return new Shift(row, -1);
    }

    boolean removes() {
        return by < 0;
    }

    /** Where a row is afterwards; rows from 0. Of the row that is removed: where the next one is. */
    int row(int row) {
        return row > below ? row + by : row;
    }

    /**
     * The last row of a range afterwards: a range that holds the row above the new one, holds the new one too, and one that holds the row that is removed is
     * shorter.
     */
    int grown(int bottom) {
        return bottom >= below ? bottom + by : bottom;
    }

    /** Refuses what is about the row alone that is removed. */
    void require(int top, int bottom) throws SAXException {
        if (removes() && top == below && bottom == below) {
            throw new SAXException("something in it is about the row that is removed, and about no other");
        }
    }

    /** References to cells and ranges, with spaces between them. */
    String moved(String references) throws SAXException {
        return each(references, false);
    }

    /** References to ranges, with spaces between them; those that end at the row above the new one grow. */
    String grown(String references) throws SAXException {
        return each(references, true);
    }

    /** Lets the range grow that an element names. */
    void grow(Element element, Changes changes) throws SAXException {
        String range = element.attribute("ref");
        if (range != null) {
            changes.attribute(element, "ref", grown(range));
        }
    }

    private String each(String references, boolean grows) throws SAXException {
        List<String> moved = new ArrayList<>();
        for (String reference : references.strip().split("\\s+")) {
            Range range = Range.of(reference.replace("$", ""));
            require(range.top(), range.bottom());
            int top = row(range.top());
            int bottom = Math.min(
                    Range.MAX_ROWS - 1,
                    removes() || grows && top == range.top() ? grown(range.bottom()) : row(range.bottom()));
            String first = name(top, range.left());
            String last = name(bottom, range.right());
            moved.add(reference.indexOf(':') < 0 && first.equals(last) ? first : first + ":" + last);
        }
        return String.join(" ", moved);
    }

    static String name(int row, int column) {
        return new CellAddress("", "", row, column).within();
    }
}
