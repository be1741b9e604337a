package kz.sheshim.adapter.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import kz.sheshim.workbook.Allowance;
import org.apache.poi.util.XMLHelper;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** Reads the XML of a part element by element; elements are known by their local names, so the transitional and the strict form are read alike. */
abstract class PartHandler extends DefaultHandler {
    private static final SAXParserFactory PARSERS = XMLHelper.getSaxParserFactory();
    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
    private static final int MAX_NAMES = 5_000;
    static final int LONGEST_TEXT = 32_767;

    private final Set<String> names = new HashSet<>();
    private final StringBuilder text = new StringBuilder();
    private boolean collecting;

    /** An element begins. */
    abstract void begin(String element, Attributes attributes) throws SAXException;

    /** An element ends. */
    void end(String element) throws SAXException {}

    /** No document type, so neither entities nor anything from elsewhere. */
    final void parse(InputStream part) throws IOException, Broken, Allowance.Exceeded {
        try {
            XMLReader reader = PARSERS.newSAXParser().getXMLReader();
            reader.setFeature(NO_DOCTYPE, true);
            reader.setContentHandler(this);
            reader.setErrorHandler(this);
            reader.parse(new InputSource(part));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        } catch (SAXException e) {
            if (e.getException() instanceof Allowance.Exceeded exceeded) {
                throw exceeded;
            }
            throw new Broken(e);
        }
    }

    /** From here on the text is collected. */
    final void collect() {
        collecting = true;
        text.setLength(0);
    }

    /** The text since, at most one character more than a cell can hold. */
    final String collected() {
        collecting = false;
        return text.toString();
    }

    static boolean tooLong(String text) {
        return text.length() > LONGEST_TEXT;
    }

    @Override
    public final void characters(char[] characters, int start, int length) {
        if (collecting) {
            text.append(
                    characters, start, Math.min(length, LONGEST_TEXT + 1 - Math.min(text.length(), LONGEST_TEXT + 1)));
        }
    }

    @Override
    public final void startElement(String uri, String name, String qualified, Attributes attributes)
            throws SAXException {
        names.add(name);
        for (int i = 0; i < attributes.getLength(); i++) {
            names.add(attributes.getQName(i));
        }
        if (names.size() > MAX_NAMES) {
            throw new SAXException("it uses more than " + MAX_NAMES + " names of elements and attributes");
        }
        begin(name, attributes);
    }

    @Override
    public final void endElement(String uri, String name, String qualified) throws SAXException {
        end(name);
    }

    @Override
    public void error(SAXParseException e) throws SAXException {
        throw e;
    }

    /** The value of an attribute without namespace, or null. */
    static @Nullable String value(Attributes attributes, String name) {
        return attributes.getValue("", name);
    }

    static boolean on(Attributes attributes, String name) {
        String value = value(attributes, name);
        return "1".equals(value) || "true".equals(value) || "on".equals(value);
    }

    /** Whether an element that turns something on says that it is off. */
    static boolean off(Attributes attributes) {
        String value = value(attributes, "val");
        return "0".equals(value) || "false".equals(value) || "off".equals(value);
    }

    /** The whole number in an attribute; the other one when it is absent. */
    static int number(Attributes attributes, String name, int otherwise) throws SAXException {
        String value = value(attributes, name);
        return value == null ? otherwise : whole(name, value);
    }

    /** The whole number that an attribute says. */
    static int whole(String name, @Nullable String value) throws SAXException {
        try {
            return Integer.parseInt(value == null ? "" : value.strip());
        } catch (NumberFormatException e) {
            throw new SAXException(name + "=\"" + value + "\" is no number", e);
        }
    }

    /** A part that is no XML, or says what it cannot say. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;

        Broken(SAXException cause) {
            super(cause.getMessage(), cause);
        }
    }
}
