package kz.sheshim.adapter.xlsx;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.cell.UnreadableCell;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/** What a cell says: a text, nothing (the empty text), or a defect. */
record CellValue(String text, @Nullable Defect defect) {

    static CellValue of(String text) {
        return new CellValue(text, null);
    }

    static CellValue defect(Defect defect) {
        return new CellValue("", defect);
    }

    private static CellValue unreadable(String reason) {
        return defect(new UnreadableCell(reason));
    }

    /**
     * @param text null when it is longer than a cell can hold
     */
    static CellValue text(@Nullable String text) {
        if (text == null) {
            return unreadable("it holds more than 32,767 characters, which no cell can");
        }
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int point = text.codePointAt(i);
            boolean lineOrTab = point == '\n' || point == '\r' || point == '\t';
            int type = Character.getType(point);
            if (type == Character.CONTROL && !lineOrTab || type == Character.SURROGATE) {
                return unreadable(String.format("it holds the control character U+%04X, which nobody can see", point));
            }
        }
        return of(text);
    }

    static CellValue yesNo(String raw) {
        return switch (raw) {
            case "1", "true" -> of("yes");
            case "0", "false" -> of("no");
            default -> unreadable("it is neither true nor false");
        };
    }

    static CellValue number(String raw, boolean asDate, boolean from1904) {
        if (raw.isEmpty()) {
            return of("");
        }
        double value;
        try {
            value = Double.parseDouble(raw);
        } catch (NumberFormatException e) {
            return unreadable("its number is damaged");
        }
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return unreadable("its number is too large");
        }
        if (asDate && DateUtil.isValidExcelDate(value)) {
            return value < 3_000_000
                    ? date(DateUtil.getLocalDateTime(value, from1904))
                    : unreadable("its date lies beyond the year 9999");
        }
        return of(new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString());
    }

    private static CellValue date(@Nullable LocalDateTime moment) {
        if (moment == null || !moment.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            return unreadable("it holds a time of day, where only a whole day has a meaning");
        }
        return moment.getYear() > 9999
                ? unreadable("its date lies beyond the year 9999")
                : of(moment.toLocalDate().toString());
    }

    /** A date in the strict form of the format. */
    static CellValue isoDate(String raw) {
        try {
            return raw.contains("T")
                    ? date(LocalDateTime.parse(raw.replaceFirst("Z$", "")))
                    : of(LocalDate.parse(raw).toString());
        } catch (DateTimeParseException e) {
            return unreadable("its date is damaged");
        }
    }
}
