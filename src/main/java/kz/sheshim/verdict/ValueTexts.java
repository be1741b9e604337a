package kz.sheshim.verdict;

import java.math.BigDecimal;
import java.text.NumberFormat;
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
import kz.sheshim.vocabulary.NotOfType;

/** Writes values for people: codes as their labels, dates, numbers, yes and no as in their language, long texts shortened. */
public final class ValueTexts {
    /** Maximum length of a text on a receipt; the decision log holds the full text. */
    public static final int MAX_LENGTH = 300;

    private final Language language;
    private final ReceiptForms forms;
    private final Locale locale;
    private final DateTimeFormatter day;
    private final DateTimeFormatter moment;

    public ValueTexts(Language language, ReceiptForms forms) {
        this.language = language;
        this.forms = forms;
        locale = language.formats();
        day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
        moment = DateTimeFormatter.ofPattern("HH:mm '(UTC'xxx')'", locale);
    }

    /** A value that is written as JSON. */
    public String ofJson(FieldType type, Object json) {
        try {
            return text(type, type.read(json instanceof Long number ? BigDecimal.valueOf(number) : json));
        } catch (NotOfType e) {
            return shortened(json.toString());
        }
    }

    public String text(FieldType type, Object value) {
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
        if (value instanceof BigDecimal || value instanceof Long) {
            return number(new BigDecimal(value.toString()));
        }
        return label(type, value);
    }

    /** Groups of three digits from five digits on, so that a year stays a year. */
    private String number(BigDecimal number) {
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(Math.max(0, number.scale()));
        format.setGroupingUsed(number.abs().compareTo(BigDecimal.valueOf(10_000)) >= 0);
        return format.format(number);
    }

    private String label(FieldType type, Object value) {
        String text = value.toString();
        return type.codeList()
                .flatMap(codes -> Optional.ofNullable(codes.codes().get(text)))
                .map(label -> label.in(language))
                .orElseGet(() -> shortened(text));
    }

    public String day(LocalDate date) {
        return day.format(date);
    }

    public static String shortened(String text) {
        return shortened(text, MAX_LENGTH);
    }

    /** The beginning of a text that may be long. @param max in characters of Unicode */
    public static String shortened(String text, int max) {
        return text.codePointCount(0, text.length()) <= max
                ? text
                : text.substring(0, text.offsetByCodePoints(0, max)) + "…";
    }
}
