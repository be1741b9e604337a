package kz.sheshim.adapter.xlsx;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.workbook.Cell;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/** Writes cells so that they are read as the text that was given, and shown like their neighbours. */
record CellWriter(Styles styles, boolean from1904) {
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?");
    private static final Pattern LIKE_AN_ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    /** The text as it is read once it is written. */
    static String asRead(String text) {
        return RichText.strip(text.replace("\r\n", "\n").replace('\r', '\n'));
    }

    /** Why a text, as it is read, cannot be written; empty for a text that can. */
    static Optional<Phrase> defect(String text) {
        CellValue value = CellValue.text(PartHandler.tooLong(escaped(text)) ? null : text);
        if (value.defect() != null) {
            return Optional.of(value.defect().wrong());
        }
        return text.indexOf('\uFFFE') >= 0 || text.indexOf('\uFFFF') >= 0
                ? Optional.of(Phrase.of("It holds U+FFFE or U+FFFF, which are no characters."))
                : Optional.empty();
    }

    /**
     * The tag of a cell.
     *
     * @param prefix of the names of elements in the part
     * @param style as the part writes it; null for none
     * @param text as it is read; the empty one writes a blank cell
     * @param like what a cell of this column holds; null where none is filled
     */
    String cell(String prefix, String reference, @Nullable String style, String text, @Nullable Cell like) {
        String begin = "<" + prefix + "c r=\"" + reference + "\""
                + (style == null ? "" : " s=\"" + Changes.escaped(style) + "\"");
        String end = "</" + prefix + "c>";
        if (text.isEmpty()) {
            return begin + "/>";
        }
        if (like != null && like.kind() == Cell.Kind.YES_NO && (text.equals("yes") || text.equals("no"))) {
            return begin + " t=\"b\">" + value(prefix, text.equals("yes") ? "1" : "0") + end;
        }
        int number = style == null || !style.matches("[0-9]{1,9}") ? 0 : Integer.parseInt(style);
        return serial(text, styles.format(number), like)
                .map(serial -> begin + ">" + value(prefix, serial) + end)
                .orElseGet(() -> begin + " t=\"inlineStr\"><" + prefix + "is><" + prefix + "t xml:space=\"preserve\">"
                        + escaped(text) + "</" + prefix + "t></" + prefix + "is>" + end);
    }

    private static String value(String prefix, String value) {
        return "<" + prefix + "v>" + value + "</" + prefix + "v>";
    }

    /** The number in a cell that is read as the text, if the cell is to hold one. */
    private Optional<String> serial(String text, NumberFormat format, @Nullable Cell like) {
        Optional<String> serial =
                format.date() ? day(text) : NUMBER.matcher(text).matches() ? Optional.of(text) : Optional.empty();
        return serial.filter(raw -> {
            CellValue value = CellValue.number(raw, format, from1904);
            return value.text().equals(text) && suits(value.kind(), format, like);
        });
    }

    private Optional<String> day(String text) {
        if (!DATE.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            double serial = DateUtil.getExcelDate(LocalDate.parse(text), from1904);
            return Optional.of(String.valueOf((long) serial));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean suits(Cell.Kind kind, NumberFormat format, @Nullable Cell like) {
        return switch (kind) {
            case DATE -> true;
            case NUMBER ->
                !format.code().equals("@")
                        && (like == null
                                || like.kind() != Cell.Kind.TEXT
                                || !NUMBER.matcher(like.text()).matches());
            default -> like != null && (like.kind() == Cell.Kind.NUMBER || like.kind() == Cell.Kind.FORMATTED_NUMBER);
        };
    }

    static String escaped(String text) {
        return Changes.escaped(LIKE_AN_ESCAPE.matcher(text).replaceAll("_x005F_"));
    }
}
