package kz.sheshim.adapter.xlsx;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/** An element of a part, and where it stands in the text of the part. */
final class Element {
    private static final Pattern REFERENCE = Pattern.compile("&(?:#x([0-9A-Fa-f]+)|#([0-9]+)|([a-z]+));");
    private static final Pattern NOT_TEXT = Pattern.compile("<!--.*?-->|<\\?.*?\\?>", Pattern.DOTALL);
    private static final int MAX = 500_000;
    private static final int DEEPEST = 100;
    private static final String CDATA = "<![CDATA[";
    private static final String CDATA_END = "]]>";

    /**
     * An attribute.
     *
     * @param name where its name begins
     * @param start where its value begins, behind the quote
     * @param end where its value ends, before the quote
     */
    record Attribute(int name, int start, int end) {}

    private final String xml;
    private final String name;
    private final int start;
    private final int nameEnd;
    private int contentStart;
    private int contentEnd;
    private int end;
    private final Map<String, Attribute> attributes = new LinkedHashMap<>();
    private final List<Element> children = new ArrayList<>();

    private Element(String xml, int start, int nameEnd) {
        this.xml = xml;
        this.start = start;
        this.nameEnd = nameEnd;
        name = xml.substring(start + 1, nameEnd);
    }

    /**
     * The outermost element.
     *
     * @param xml a well-formed document without a document type
     * @throws SAXException if it has more elements than a sheet can need
     */
    static Element root(String xml) throws SAXException {
        int elements = 0;
        Deque<Element> open = new ArrayDeque<>();
        Element root = null;
        int at = xml.indexOf('<');
        while (at >= 0) {
            int next;
            if (xml.startsWith("<?", at)) {
                next = behind(xml, "?>", at);
            } else if (xml.startsWith("<!--", at)) {
                next = behind(xml, "-->", at);
            } else if (xml.startsWith(CDATA, at)) {
                next = behind(xml, CDATA_END, at);
            } else if (xml.startsWith("</", at)) {
                Element closed = open.pop();
                closed.contentEnd = at;
                closed.end = behind(xml, ">", at);
                next = closed.end;
            } else {
                Element element = new Element(xml, at, nameEnd(xml, at + 1));
                next = element.readTag();
                elements++;
                if (elements > MAX || open.size() > DEEPEST) {
                    throw new SAXException(
                            "a part has more than " + MAX + " elements, or more than " + DEEPEST + " in each other");
                }
                if (root == null) {
                    root = element;
                }
                if (!open.isEmpty()) {
                    open.element().children.add(element);
                }
                if (element.end == 0) {
                    open.push(element);
                }
            }
            at = xml.indexOf('<', next);
        }
        if (root == null) {
            throw new IllegalArgumentException("no element");
        }
        return root;
    }

    private static int behind(String xml, String mark, int from) {
        return xml.indexOf(mark, from) + mark.length();
    }

    private static int nameEnd(String xml, int from) {
        int end = from;
        while (" \t\r\n/>=".indexOf(xml.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** The place behind the tag. */
    private int readTag() {
        int at = space(nameEnd);
        while (xml.charAt(at) != '>' && xml.charAt(at) != '/') {
            int attributeEnd = nameEnd(xml, at);
            int quote = space(space(attributeEnd) + 1);
            int close = xml.indexOf(xml.charAt(quote), quote + 1);
            attributes.put(xml.substring(at, attributeEnd), new Attribute(at, quote + 1, close));
            at = space(close + 1);
        }
        contentStart = at + 1;
        if (xml.charAt(at) == '/') {
            contentStart = at + 2;
            contentEnd = contentStart;
            end = contentStart;
        }
        return contentStart;
    }

    private int space(int from) {
        int at = from;
        while (" \t\r\n".indexOf(xml.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    /** The name without its prefix. */
    String local() {
        return name.substring(name.indexOf(':') + 1);
    }

    /** The prefix with its colon; empty for a name without one. */
    String prefix() {
        return name.substring(0, name.indexOf(':') + 1);
    }

    String name() {
        return name;
    }

    int start() {
        return start;
    }

    /** The place behind the name in the start tag. */
    int nameEnd() {
        return nameEnd;
    }

    int contentStart() {
        return contentStart;
    }

    int contentEnd() {
        return contentEnd;
    }

    /** The place behind the end tag. */
    int end() {
        return end;
    }

    /** Whether the element is one tag. */
    boolean oneTag() {
        return contentStart == end;
    }

    Map<String, Attribute> attributes() {
        return attributes;
    }

    @Nullable
    String attribute(String ofName) {
        Attribute value = attributes.get(ofName);
        return value == null ? null : plain(xml.substring(value.start(), value.end()));
    }

    boolean on(String ofName) {
        String value = attribute(ofName);
        return "1".equals(value) || "true".equals(value) || "on".equals(value);
    }

    /** The text of the element, which has no children. */
    String text() {
        StringBuilder text = new StringBuilder();
        String rest = xml.substring(contentStart, contentEnd);
        for (int cdata = rest.indexOf(CDATA); cdata >= 0; cdata = rest.indexOf(CDATA)) {
            int close = rest.indexOf(CDATA_END, cdata);
            text.append(plain(rest.substring(0, cdata))).append(rest, cdata + CDATA.length(), close);
            rest = rest.substring(close + CDATA_END.length());
        }
        return text.append(plain(rest)).toString();
    }

    private static String plain(String raw) {
        String text = raw.indexOf('<') < 0 ? raw : NOT_TEXT.matcher(raw).replaceAll("");
        return text.indexOf('&') < 0
                ? text
                : REFERENCE.matcher(text).replaceAll(reference -> Matcher.quoteReplacement(character(reference)));
    }

    private static String character(java.util.regex.MatchResult reference) {
        if (reference.group(1) != null) {
            return Character.toString(Integer.parseInt(reference.group(1), 16));
        }
        if (reference.group(2) != null) {
            return Character.toString(Integer.parseInt(reference.group(2)));
        }
        return switch (reference.group(3)) {
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "'";
            default -> "&";
        };
    }

    List<Element> children() {
        return children;
    }

    /** The children of a name, whatever their prefix. */
    List<Element> children(String local) {
        return children.stream().filter(child -> child.local().equals(local)).toList();
    }

    Optional<Element> child(String local) {
        return children.stream().filter(child -> child.local().equals(local)).findFirst();
    }

    /** The element and all that it holds. */
    Stream<Element> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Element::all));
    }
}
