package kz.sheshim.adapter.xlsx;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Changes in the text of a part; what they do not name stays as it is. */
final class Changes {
    private record Change(int from, int to, String text) {}

    private final List<Change> changes = new ArrayList<>();

    boolean isEmpty() {
        return changes.isEmpty();
    }

    void insert(int at, String xml) {
        changes.add(new Change(at, at, xml));
    }

    void replace(Element element, String xml) {
        changes.add(new Change(element.start(), element.end(), xml));
    }

    void remove(Element element) {
        replace(element, "");
    }

    void append(Element parent, String xml) {
        if (parent.oneTag()) {
            changes.add(new Change(parent.end() - 2, parent.end(), ">" + xml + "</" + parent.name() + ">"));
        } else {
            insert(parent.contentEnd(), xml);
        }
    }

    void attribute(Element element, String name, String value) {
        Element.Attribute old = element.attributes().get(name);
        if (old == null) {
            insert(element.nameEnd(), " " + name + "=\"" + escaped(value) + "\"");
        } else if (!value.equals(element.attribute(name))) {
            changes.add(new Change(old.start(), old.end(), escaped(value)));
        }
    }

    void removeAttribute(Element element, String name) {
        Element.Attribute old = element.attributes().get(name);
        if (old != null) {
            changes.add(new Change(old.name(), old.end() + 1, ""));
        }
    }

    void text(Element element, String text) {
        if (!text.equals(element.text())) {
            changes.add(new Change(element.contentStart(), element.contentEnd(), escaped(text)));
        }
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** The text with the changes. */
    String in(String xml) {
        changes.sort(Comparator.comparingInt(Change::from).thenComparingInt(Change::to));
        StringBuilder changed = new StringBuilder();
        int at = 0;
        for (Change change : changes) {
            changed.append(xml, at, change.from()).append(change.text());
            at = change.to();
        }
        return changed.append(xml, at, xml.length()).toString();
    }
}
