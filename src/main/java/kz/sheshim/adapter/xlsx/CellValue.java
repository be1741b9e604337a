package kz.sheshim.adapter.xlsx;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.cell.UnreadableCell;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.workbook.Cell;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/** What a cell says: a text, nothing (the empty text), or a defect. */
record CellValue(String text, Cell.Kind kind, @Nullable Defect defect) {

    /** Excel counts a 29 February 1900, which was no day. */
    private static final int FIRST_CERTAIN_DAY = 61;

    static CellValue of(String text) {
        return of(text, Cell.Kind.TEXT);
    }

    private static CellValue of(String text, Cell.Kind kind) {
        return new CellValue(text, kind, null);
    }

    static CellValue defect(Defect defect) {
        return new CellValue("", Cell.Kind.UNREADABLE, defect);
    }

    private static CellValue unreadable(Phrase reason) {
        return defect(new UnreadableCell(reason));
    }

    /**
     * @param text null when it is longer than a cell can hold
     */
    static CellValue text(@Nullable String text) {
        if (text == null) {
            return unreadable(Phrase.of("it holds more than 32,767 characters, which no cell can"));
        }
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int point = text.codePointAt(i);
            boolean lineOrTab = point == '\n' || point == '\r' || point == '\t';
            int type = Character.getType(point);
            if (type == Character.CONTROL && !lineOrTab || type == Character.SURROGATE) {
                return unreadable(Phrase.of(
                        "it holds the control character {0}, which nobody can see", String.format("U+%04X", point)));
            }
        }
        return of(text);
    }

    static CellValue yesNo(String raw) {
        return switch (raw) {
            case "1", "true" -> of("yes", Cell.Kind.YES_NO);
            case "0", "false" -> of("no", Cell.Kind.YES_NO);
            default -> unreadable(Phrase.of("it is neither true nor false"));
        };
    }

    static CellValue number(String raw, NumberFormat format, boolean from1904) {
        if (raw.isEmpty()) {
            return of("");
        }
        double value;
        try {
            value = Double.parseDouble(raw);
        } catch (NumberFormatException e) {
            return unreadable(Phrase.of("its number is damaged"));
        }
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return unreadable(Phrase.of("its number is too large"));
        }
        if (format.date() && DateUtil.isValidExcelDate(value)) {
            if (!from1904 && value < FIRST_CERTAIN_DAY) {
                return unreadable(Phrase.of(
                        "its date lies before 1 March 1900, where programs take the same number for different days"));
            }
            return value < 3_000_000
                    ? date(DateUtil.getLocalDateTime(value, from1904))
                    : unreadable(Phrase.of("its date lies beyond the year 9999"));
        }
        String text =
                new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
        return of(text, format.shows(text) ? Cell.Kind.NUMBER : Cell.Kind.FORMATTED_NUMBER);
    }

    private static CellValue date(@Nullable LocalDateTime moment) {
        if (moment == null || !moment.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            return unreadable(Phrase.of("it holds a time of day, where only a whole day has a meaning"));
        }
        return moment.getYear() > 9999
                ? unreadable(Phrase.of("its date lies beyond the year 9999"))
                : of(moment.toLocalDate().toString(), Cell.Kind.DATE);
    }

    /** A date in the strict form of the format. */
    static CellValue isoDate(String raw) {
        try {
            return raw.contains("T")
                    ? date(LocalDateTime.parse(raw.replaceFirst("Z$", "")))
                    : of(LocalDate.parse(raw).toString(), Cell.Kind.DATE);
        } catch (DateTimeParseException e) {
            return unreadable(Phrase.of("its date is damaged"));
        }
    }
}
