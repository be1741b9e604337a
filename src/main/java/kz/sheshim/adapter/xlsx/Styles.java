package kz.sheshim.adapter.xlsx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/** Which styles show a number as a date. */
final class Styles extends PartHandler {
    private final Map<Integer, String> formats = new HashMap<>();
    private final List<Integer> styles = new ArrayList<>();
    private final Map<Integer, Boolean> dates = new HashMap<>();
    private boolean ofCells;

    @Override
    void begin(String element, Attributes attributes) throws SAXException {
        switch (element) {
            case "numFmt" -> {
                String code = value(attributes, "formatCode");
                formats.put(number(attributes, "numFmtId", 0), code == null ? "" : code);
            }
            case "cellXfs" -> ofCells = true;
            case "xf" -> {
                if (ofCells) {
                    styles.add(number(attributes, "numFmtId", 0));
                }
            }
            default -> {}
        }
    }

    @Override
    void end(String element) {
        if (element.equals("cellXfs")) {
            ofCells = false;
        }
    }

    boolean date(int style) {
        return style >= 0 && style < styles.size() && dates.computeIfAbsent(styles.get(style), this::dateFormat);
    }

    /** Words in a date's format ("г.") are no part of what it is. */
    private boolean dateFormat(int id) {
        String format = formats.getOrDefault(id, BuiltinFormats.getBuiltinFormat(id));
        return format != null && !tooLong(format) && DateUtil.isADateFormat(id, format.replaceAll("\"[^\"]*\"", ""));
    }
}
