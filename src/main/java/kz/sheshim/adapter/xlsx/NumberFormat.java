package kz.sheshim.adapter.xlsx;

import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.jspecify.annotations.Nullable;

/**
 * How a number is shown (ECMA-376, part 1, 18.8.30 and 18.8.31).
 *
 * @param code the format without what is only shown: quoted and escaped characters, spaces, colours, languages; in small letters
 */
record NumberFormat(String code) {
    static final NumberFormat GENERAL = new NumberFormat("general");

    private static final int LONGEST = 255;
    private static final Pattern SHOWN =
            Pattern.compile("\"[^\"]*\"?|\\\\.|_.|\\*.|\\[(?!(?:h+|m+|s+)])[^\\]]*]", Pattern.CASE_INSENSITIVE);
    private static final Pattern DATE = Pattern.compile("[^a-z]*+(?:(?:am/pm|a/p|[ymdhsegb])[^a-z]*+)++");
    private static final Pattern POWER_OF_TEN = Pattern.compile("e[+-]");
    /** More digits are shown as a power of ten. */
    private static final int DIGITS = 11;

    /**
     * @param id that of the workbook's format or of a built-in one
     * @param custom the code of the workbook's format; null for a built-in one
     */
    static NumberFormat of(int id, @Nullable String custom) {
        if (custom == null && (id >= 27 && id <= 36 || id >= 50 && id <= 58)) {
            return new NumberFormat("yyyy"); // dates of the Chinese, Japanese and Korean editions
        }
        String code = custom == null ? BuiltinFormats.getBuiltinFormat(id) : custom;
        if (code == null || code.length() > LONGEST) {
            return GENERAL;
        }
        return new NumberFormat(SHOWN.matcher(code).replaceAll("").toLowerCase(Locale.ROOT));
    }

    /** Whether the number is shown as a day or a time. */
    boolean date() {
        String positive = POWER_OF_TEN.matcher(code.split(";", -1)[0]).replaceAll("");
        return positive.matches("(?s).*[ymdhs].*") && DATE.matcher(positive).matches();
    }

    /** Whether the number is shown with its digits and nothing else. */
    boolean shows(String number) {
        boolean whole = number.matches("-?[0-9]+");
        return switch (code) {
            case "general", "@" -> number.length() <= DIGITS;
            case "0" -> whole;
            default -> false;
        };
    }

    /** Whether nothing is shown, of texts neither. */
    boolean blank() {
        return code.strip().matches(";;;");
    }
}
