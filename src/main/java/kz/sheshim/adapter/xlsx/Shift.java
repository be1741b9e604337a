package kz.sheshim.adapter.xlsx;

import java.util.ArrayList;
import java.util.List;
import kz.sheshim.workbook.CellAddress;
import org.xml.sax.SAXException;

/**
 * Where cells and ranges are once a row is inserted.
 *
 * @param below the row below which it is inserted, from 0
 */
record Shift(int below) {

    /** Where a row is afterwards; rows from 0. */
    int row(int row) {
        return row > below ? row + 1 : row;
    }

    /** The last row of a range afterwards: a range that holds the row above the new one, holds the new one too. */
    int grown(int bottom) {
        return bottom >= below ? bottom + 1 : bottom;
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
            int top = row(range.top());
            int bottom = Math.min(
                    Range.MAX_ROWS - 1, grows && top == range.top() ? grown(range.bottom()) : row(range.bottom()));
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
