package kz.sheshim.facts;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The type of a field: which values it has and how they are written in a cell and in JSON. */
public sealed interface FieldType {

    /** How the type is called in the vocabulary. */
    String name();

    /** The type and how its values are written in a cell. */
    default String form() {
        return name();
    }

    /** One value of the type as written in a cell; for a list, one of its elements. */
    Optional<Object> parse(String text);

    /**
     * The value that an application says.
     *
     * @param json a String, Boolean, BigDecimal, List or Map; never null
     * @throws NotOfType if it is no value of this type
     */
    Object read(Object json) throws NotOfType;

    /** Has more than one value at a time. */
    default boolean list() {
        return false;
    }

    /** Its values can be compared. */
    default boolean ordered() {
        return false;
    }

    /** The list that its values are codes of. */
    default Optional<CodeList> codeList() {
        if (this instanceof Code code) {
            return Optional.of(code.codes());
        }
        return this instanceof Codes list ? Optional.of(list.codes()) : Optional.empty();
    }

    /** A Unicode text that a database can hold. */
    record Text() implements FieldType {
        @Override
        public String name() {
            return "text";
        }

        @Override
        public Optional<Object> parse(String text) {
            return Optional.of(text);
        }

        @Override
        public Object read(Object json) throws NotOfType {
            String text = string(json, "a text");
            if (text.isBlank()) {
                throw new NotOfType("a text that is not blank", null);
            }
            if (text.indexOf('\0') >= 0) {
                throw new NotOfType("a text without the character U+0000", null);
            }
            for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
                if (Character.getType(text.codePointAt(i)) == Character.SURROGATE) {
                    throw new NotOfType("a text of whole Unicode characters, without a lone surrogate", null);
                }
            }
            return text;
        }
    }

    /** One code of a list. */
    record Code(CodeList codes) implements FieldType {
        @Override
        public String name() {
            return "code " + codes.name();
        }

        @Override
        public Optional<Object> parse(String text) {
            return codes.has(text) ? Optional.of(text) : Optional.empty();
        }

        @Override
        public Object read(Object json) throws NotOfType {
            String code = string(json, "a code of the list " + codes.name());
            if (!codes.has(code)) {
                throw new NotOfType(
                        "a code of the list " + codes.name(),
                        Nearest.to(code, codes.codes().keySet()).orElse(null));
            }
            return code;
        }
    }

    /** Any number of codes of a list. */
    record Codes(CodeList codes) implements FieldType {
        @Override
        public String name() {
            return "list of " + codes.name();
        }

        @Override
        public Optional<Object> parse(String text) {
            return new Code(codes).parse(text);
        }

        @Override
        public Object read(Object json) throws NotOfType {
            if (!(json instanceof List<?> elements)) {
                throw new NotOfType("a list of codes of the list " + codes.name(), null);
            }
            List<String> values = new ArrayList<>();
            for (Object element : elements) {
                if (element == null) {
                    throw new NotOfType("a list of codes of the list " + codes.name() + ", without null", null);
                }
                values.add((String) new Code(codes).read(element));
            }
            return List.copyOf(values);
        }

        @Override
        public boolean list() {
            return true;
        }
    }

    /** A whole, real day of the years 1 to 9999: {@code 2024-03-25}. */
    record Date() implements FieldType {
        private static final DateTimeFormatter FORM =
                DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

        @Override
        public String name() {
            return "date";
        }

        @Override
        public String form() {
            return "date, written as 2027-01-01";
        }

        @Override
        public Optional<Object> parse(String text) {
            return dateIn(text).map(date -> date);
        }

        /** The date that the text says, if it says one. */
        public static Optional<LocalDate> dateIn(String text) {
            try {
                LocalDate date = LocalDate.parse(text, FORM);
                return date.getYear() < 1 || date.getYear() > 9999 ? Optional.empty() : Optional.of(date);
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }

        @Override
        public Object read(Object json) throws NotOfType {
            String form = "a whole, real day, as 2024-03-25";
            return parse(string(json, form)).orElseThrow(() -> new NotOfType(form, null));
        }

        @Override
        public boolean ordered() {
            return true;
        }
    }

    /** A moment with its offset (RFC 3339): {@code 2024-03-25T09:00:00+05:00}. */
    record DateTime() implements FieldType {
        /** Everywhere on earth these are days of the years 1 to 9999. */
        private static final Instant FIRST = Instant.parse("0001-01-02T00:00:00Z");

        private static final Instant LAST = Instant.parse("9999-12-30T23:59:59.999999999Z");

        @Override
        public String name() {
            return "date-time";
        }

        @Override
        public String form() {
            return "moment, written as 2027-01-01T09:00:00+05:00";
        }

        @Override
        public Optional<Object> parse(String text) {
            try {
                OffsetDateTime moment = OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME);
                return moment.toInstant().isBefore(FIRST) || moment.toInstant().isAfter(LAST)
                        ? Optional.empty()
                        : Optional.of(moment);
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }

        @Override
        public Object read(Object json) throws NotOfType {
            String form = "a real moment with its offset, as 2024-03-25T09:00:00+05:00";
            return parse(string(json, form)).orElseThrow(() -> new NotOfType(form, null));
        }
    }

    /** Yes or no; true or false in JSON. */
    record YesNo() implements FieldType {
        private static final Map<String, Boolean> VALUES = Map.of("yes", true, "no", false);

        @Override
        public String name() {
            return "yes/no";
        }

        @Override
        public String form() {
            return "yes/no value; write yes or no";
        }

        @Override
        public Optional<Object> parse(String text) {
            return Optional.ofNullable(VALUES.get(text));
        }

        @Override
        public Object read(Object json) throws NotOfType {
            if (json instanceof Boolean) {
                return json;
            }
            throw new NotOfType("true or false", null);
        }
    }

    /** A whole number of at most 18 digits. */
    record Whole() implements FieldType {
        @Override
        public String name() {
            return "integer";
        }

        @Override
        public String form() {
            return "whole number, written as 18";
        }

        @Override
        public Optional<Object> parse(String text) {
            return text.matches("-?[0-9]{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
        }

        @Override
        public Object read(Object json) throws NotOfType {
            if (json instanceof BigDecimal number && small(number)) {
                BigDecimal plain = number.stripTrailingZeros();
                if (plain.scale() <= 0) {
                    return plain.longValueExact();
                }
            }
            throw new NotOfType("a whole number", null);
        }

        @Override
        public boolean ordered() {
            return true;
        }
    }

    /** A decimal number of at most 18 digits before and after the point. */
    record Decimal() implements FieldType {
        @Override
        public String name() {
            return "number";
        }

        @Override
        public String form() {
            return "number, written as 0.5";
        }

        @Override
        public Optional<Object> parse(String text) {
            return text.matches("-?[0-9]{1,18}(\\.[0-9]{1,18})?")
                    ? Optional.of(new BigDecimal(text).stripTrailingZeros())
                    : Optional.empty();
        }

        @Override
        public Object read(Object json) throws NotOfType {
            if (json instanceof BigDecimal number && small(number)) {
                return number.stripTrailingZeros();
            }
            throw new NotOfType("a number of at most 18 digits before and after the point", null);
        }

        @Override
        public boolean ordered() {
            return true;
        }
    }

    /** A value that is not of the type. */
    final class NotOfType extends Exception {
        private static final long serialVersionUID = 1L;

        private final String expected;
        private final @Nullable String nearest;

        NotOfType(String expected, @Nullable String nearest) {
            super(expected);
            this.expected = expected;
            this.nearest = nearest;
        }

        public String expected() {
            return expected;
        }

        public @Nullable String nearest() {
            return nearest;
        }
    }

    private static boolean small(BigDecimal number) {
        return (long) number.precision() - number.scale() <= 18 && number.scale() <= 18;
    }

    private static String string(Object json, String expected) throws NotOfType {
        if (json instanceof String text) {
            return text;
        }
        throw new NotOfType(expected, null);
    }
}
