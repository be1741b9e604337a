package kz.sheshim.vocabulary;

import java.math.BigDecimal;

/** Reads strings and numbers of applications. Converts none, and refuses those that a database could not hold. */
final class StrictJson {
    private static final int MAX_DIGITS = 18;
    private static final Phrase TEXT = Phrase.of("a text");

    private StrictJson() {}

    static String string(Object json, Phrase expected) throws NotOfType {
        if (json instanceof String text) {
            return text;
        }
        throw new NotOfType(expected, null);
    }

    /** A Unicode text that says something and that a database can hold. */
    static String text(Object json) throws NotOfType {
        String text = string(json, TEXT);
        if (text.isBlank()) {
            throw new NotOfType(Phrase.of("a text that is not blank"), null);
        }
        if (text.indexOf('\0') >= 0) {
            throw new NotOfType(Phrase.of("a text without the character U+0000"), null);
        }
        if (text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
            throw new NotOfType(Phrase.of("a text of whole Unicode characters, without a lone surrogate"), null);
        }
        return text;
    }

    /** A number of at most 18 digits before and after the point, without zeros at the end, however it is written. */
    static BigDecimal number(Object json, Phrase expected) throws NotOfType {
        if (json instanceof BigDecimal number
                && (long) number.precision() - number.scale() <= MAX_DIGITS
                && number.scale() <= MAX_DIGITS) {
            return number.stripTrailingZeros();
        }
        boolean hasComma = json instanceof String text && text.matches("-?[0-9]{1,18},[0-9]{1,18}");
        throw new NotOfType(expected, hasComma ? json.toString().replace(',', '.') : null);
    }
}
