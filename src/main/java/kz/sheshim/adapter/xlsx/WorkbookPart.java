package kz.sheshim.adapter.xlsx;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/** The part that lists the sheets. */
final class WorkbookPart extends PartHandler {
    private static final int MAX_SHEETS = 1_000;
    private static final int LONGEST_NAME = 255;

    /** A sheet by the id of its relation. */
    record Listed(String name, String relation, boolean hidden) {}

    private final List<Listed> sheets = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private boolean from1904;

    @Override
    void begin(String element, Attributes attributes) throws SAXException {
        if (element.equals("workbookPr")) {
            from1904 = on(attributes, "date1904");
        } else if (element.equals("sheet")) {
            String name = value(attributes, "name");
            String relation = relation(attributes);
            if (name == null || relation == null) {
                throw new SAXException("it lists a sheet without a name or without a part");
            }
            if (name.length() > LONGEST_NAME) {
                throw new SAXException("a sheet has a name of more than " + LONGEST_NAME + " characters");
            }
            String state = value(attributes, "state");
            sheets.add(new Listed(name, relation, state != null && !state.equals("visible")));
            if (!names.add(name)) {
                throw new SAXException("two sheets have the name " + name);
            }
            if (sheets.size() > MAX_SHEETS) {
                throw new SAXException("it has more than " + MAX_SHEETS + " sheets");
            }
        }
    }

    private static @Nullable String relation(Attributes attributes) {
        for (int i = 0; i < attributes.getLength(); i++) {
            if (attributes.getLocalName(i).equals("id") && !attributes.getURI(i).isEmpty()) {
                return attributes.getValue(i);
            }
        }
        return null;
    }

    List<Listed> sheets() {
        return sheets;
    }

    /** Whether dates are counted from 1904. */
    boolean from1904() {
        return from1904;
    }
}
