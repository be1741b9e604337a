package kz.sheshim.adapter.xlsx;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/** How cells look, as far as it matters: as what a number is shown, and whether a person would overlook what the cell says. */
final class Styles extends PartHandler {
    private static final String BLACK = "000000";
    private static final String WHITE = "ffffff";

    private record Style(int format, int font, int fill) {}

    private final Map<Integer, String> codes = new HashMap<>();
    private final Map<Integer, NumberFormat> formats = new HashMap<>();
    private final List<Boolean> struck = new ArrayList<>();
    private final List<String> letters = new ArrayList<>();
    private final List<String> backgrounds = new ArrayList<>();
    private final List<Style> styles = new ArrayList<>();
    private final BitSet wrapped = new BitSet();
    private String list = "";

    @Override
    void begin(String element, Attributes attributes) throws SAXException {
        switch (element) {
            case "numFmts", "fonts", "fills", "cellXfs" -> list = element;
            case "numFmt" -> {
                String code = value(attributes, "formatCode");
                if (list.equals("numFmts") && code != null) {
                    codes.put(number(attributes, "numFmtId", 0), code);
                }
            }
            case "font" -> {
                if (list.equals("fonts")) {
                    struck.add(false);
                    letters.add(BLACK);
                }
            }
            case "strike" -> setLast(struck, !off(attributes), "fonts");
            case "color" -> setLast(letters, colour(attributes, BLACK), "fonts");
            case "fill" -> {
                if (list.equals("fills")) {
                    backgrounds.add(WHITE);
                }
            }
            case "patternFill" -> {
                String pattern = value(attributes, "patternType");
                setLast(backgrounds, pattern == null || pattern.equals("none") ? WHITE : pattern, "fills");
            }
            case "gradientFill" -> setLast(backgrounds, element, "fills");
            case "fgColor" -> {
                if (list.equals("fills")
                        && backgrounds.get(backgrounds.size() - 1).equals("solid")) {
                    setLast(backgrounds, colour(attributes, BLACK), "fills");
                }
            }
            case "xf" -> {
                if (list.equals("cellXfs")) {
                    styles.add(new Style(
                            number(attributes, "numFmtId", 0),
                            number(attributes, "fontId", 0),
                            number(attributes, "fillId", 0)));
                }
            }
            case "alignment" -> {
                if (list.equals("cellXfs") && on(attributes, "wrapText")) {
                    wrapped.set(Math.max(0, styles.size() - 1));
                }
            }
            default -> {}
        }
    }

    private <T> void setLast(List<T> values, T value, String in) {
        if (list.equals(in) && !values.isEmpty()) {
            values.set(values.size() - 1, value);
        }
    }

    @Override
    void end(String element) {
        if (element.equals(list)) {
            list = "";
        }
    }

    /** A colour by a name that only equal ones have: six digits, or a reference that is not resolved. */
    private static String colour(Attributes attributes, String otherwise) {
        String rgb = value(attributes, "rgb");
        if (rgb != null) {
            return rgb.toLowerCase(Locale.ROOT).replaceFirst("^..(?=.{6}$)", "");
        }
        String theme = value(attributes, "theme");
        if (theme != null) {
            String tint = value(attributes, "tint");
            boolean plain = tint == null || tint.matches("[-0.]*");
            return plain && theme.equals("0") ? WHITE : plain && theme.equals("1") ? BLACK : "theme " + theme + tint;
        }
        String indexed = value(attributes, "indexed");
        return indexed == null
                ? otherwise
                : switch (indexed) {
                    case "0", "8", "64" -> BLACK;
                    case "1", "9", "65" -> WHITE;
                    default -> "indexed " + indexed;
                };
    }

    private Optional<Style> style(int number) {
        return number >= 0 && number < styles.size() ? Optional.of(styles.get(number)) : Optional.empty();
    }

    private static <T> @Nullable T at(List<T> values, int place) {
        return place >= 0 && place < values.size() ? values.get(place) : null;
    }

    /** Whether a text goes on in a further line where its column ends. */
    boolean wraps(int style) {
        return style >= 0 && wrapped.get(style);
    }

    NumberFormat format(int style) {
        return style(style)
                .map(each -> formats.computeIfAbsent(each.format(), id -> NumberFormat.of(id, codes.get(id))))
                .orElse(NumberFormat.GENERAL);
    }

    /** Why a person would overlook what a cell of the style says, or take it for removed; empty for a plain style. */
    Optional<Phrase> overlooked(int number) {
        return style(number).flatMap(style -> {
            if (Boolean.TRUE.equals(at(struck, style.font()))) {
                return Optional.of(Phrase.of("is struck through"));
            }
            String colour = at(letters, style.font());
            if (colour != null && colour.equals(at(backgrounds, style.fill()))) {
                return Optional.of(Phrase.of("has letters in the colour of its background"));
            }
            return format(number).blank()
                    ? Optional.of(Phrase.of("has a format that shows nothing"))
                    : Optional.empty();
        });
    }
}
