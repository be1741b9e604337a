package kz.sheshim.receipt;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.sheshim.policy.ReceiptForms;
import kz.sheshim.policy.ReceiptWord;
import kz.sheshim.vocabulary.FieldType;
import kz.sheshim.vocabulary.Language;

/** Writes values for the reader of a receipt: codes as their labels, dates, yes and no in the language of the receipt, long texts shortened. */
final class ValueTexts {
    /** Maximum length of a text on a receipt; the decision log holds the full text. */
    static final int MAX_LENGTH = 300;

    private final Language language;
    private final ReceiptForms forms;
    private final DateTimeFormatter day;
    private final DateTimeFormatter moment;

    ValueTexts(Language language, ReceiptForms forms) {
        this.language = language;
        this.forms = forms;
        // English as in Europe: 20 November 2026
        Locale locale = language == Language.EN ? Locale.UK : Locale.forLanguageTag(language.tag());
        day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
        moment = DateTimeFormatter.ofPattern("HH:mm '(UTC'xxx')'", locale);
    }

    String text(FieldType type, Object value) {
        if (value instanceof LocalDate date) {
            return day.format(date);
        }
        if (value instanceof OffsetDateTime time) {
            return day.format(time) + ", " + moment.format(time);
        }
        if (value instanceof Boolean yes) {
            return forms.word(yes ? ReceiptWord.YES : ReceiptWord.NO, language);
        }
        if (value instanceof List<?> codes) {
            return codes.stream().map(code -> label(type, code)).collect(Collectors.joining(", "));
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return label(type, value);
    }

    private String label(FieldType type, Object value) {
        String text = value.toString();
        return type.codeList()
                .flatMap(codes -> Optional.ofNullable(codes.codes().get(text)))
                .map(label -> label.in(language))
                .orElseGet(() -> shortened(text));
    }

    String day(LocalDate date) {
        return day.format(date);
    }

    static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= MAX_LENGTH
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MAX_LENGTH)) + "…";
    }
}
