package kz.sheshim.vocabulary;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The type of a field: which values it has and how they are written in a cell and in JSON. */
public sealed interface FieldType {

    /** The types by name, for a {@code switch} that must not forget one. */
    enum Kind {
        TEXT,
        CODE,
        CODES,
        DATE,
        DATE_TIME,
        YES_NO,
        WHOLE,
        DECIMAL
    }

    Kind kind();

    /** The name of the type in the vocabulary. */
    String name();

    /** The type and how its values are written in a cell. */
    default Phrase form() {
        return Phrase.of("{0}", name());
    }

    /** One value of the type as written in a cell; for a list, one of its elements. */
    Optional<Object> parse(String text);

    /**
     * The value that an application submits.
     *
     * @param json a String, Boolean, BigDecimal, List or Map; never null
     * @throws NotOfType if it is not a value of this type
     */
    Object read(Object json) throws NotOfType;

    /** Whether a field of this type has several values at a time. */
    default boolean list() {
        return kind() == Kind.CODES;
    }

    /** Whether its values are texts or codes. */
    default boolean ofTexts() {
        return switch (kind()) {
            case TEXT, CODE, CODES -> true;
            case DATE, DATE_TIME, YES_NO, WHOLE, DECIMAL -> false;
        };
    }

    /** Whether its values are numbers. */
    default boolean ofNumbers() {
        return switch (kind()) {
            case WHOLE, DECIMAL -> true;
            case TEXT, CODE, CODES, DATE, DATE_TIME, YES_NO -> false;
        };
    }

    /** Whether one value of the type can be less than another. */
    default boolean ordered() {
        return switch (kind()) {
            case DATE, WHOLE, DECIMAL -> true;
            case TEXT, CODE, CODES, DATE_TIME, YES_NO -> false;
        };
    }

    /** All values of the type, if they can be listed; for a list, its elements. */
    default Optional<List<Object>> allValues() {
        return kind() == Kind.YES_NO
                ? Optional.of(List.of(true, false))
                : codeList().map(list -> List.copyOf(list.codes().keySet()));
    }

    /** The list that its values are codes of. */
    default Optional<CodeList> codeList() {
        return Optional.empty();
    }

    /** A Unicode text that a database can hold; texts are compared in their composed form (NFC). */
    record Text() implements FieldType {
        @Override
        public Kind kind() {
            return Kind.TEXT;
        }

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
            return Normalizer.normalize(StrictJson.text(json), Normalizer.Form.NFC);
        }
    }

    /** One code of a list. Equal codes are one object, so that they are compared at once. */
    record Code(CodeList codes) implements FieldType {
        @Override
        public Kind kind() {
            return Kind.CODE;
        }

        @Override
        public String name() {
            return "code " + codes.name();
        }

        @Override
        public Optional<Object> parse(String text) {
            return Optional.<Object>ofNullable(codes.code(text));
        }

        @Override
        public Object read(Object json) throws NotOfType {
            String code = json instanceof String text ? codes.code(text) : null;
            if (code != null) {
                return code;
            }
            throw new NotOfType(
                    Phrase.of("a code of the list {0}", codes.name()),
                    json instanceof String other
                            ? Nearest.to(other, codes.codes().keySet()).orElse(null)
                            : null);
        }

        @Override
        public Optional<CodeList> codeList() {
            return Optional.of(codes);
        }
    }

    /** Any number of codes of a list. */
    record Codes(CodeList codes) implements FieldType {
        @Override
        public Kind kind() {
            return Kind.CODES;
        }

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
                throw new NotOfType(Phrase.of("a list of codes of the list {0}", codes.name()), null);
            }
            List<String> values = new ArrayList<>();
            for (Object element : elements) {
                if (element == null) {
                    throw new NotOfType(Phrase.of("a list of codes of the list {0}, without null", codes.name()), null);
                }
                values.add((String) new Code(codes).read(element));
            }
            return List.copyOf(values);
        }

        @Override
        public Optional<CodeList> codeList() {
            return Optional.of(codes);
        }
    }

    /** A whole, real day of the years 1 to 9999: {@code 2024-03-25}. */
    record Date() implements FieldType {
        private static final Phrase EXPECTED = Phrase.of("a whole, real day, as 2024-03-25");

        @Override
        public Kind kind() {
            return Kind.DATE;
        }

        @Override
        public String name() {
            return "date";
        }

        @Override
        public Phrase form() {
            return Phrase.of("date, written as 2027-01-01");
        }

        @Override
        public Optional<Object> parse(String text) {
            return DateText.date(text).map(date -> date);
        }

        @Override
        public Object read(Object json) throws NotOfType {
            return parse(StrictJson.string(json, EXPECTED)).orElseThrow(() -> new NotOfType(EXPECTED, null));
        }
    }

    /** A moment with its offset (RFC 3339): {@code 2024-03-25T09:00:00+05:00}. */
    record DateTime() implements FieldType {
        private static final Phrase EXPECTED = Phrase.of("a real moment with its offset, as 2024-03-25T09:00:00+05:00");

        @Override
        public Kind kind() {
            return Kind.DATE_TIME;
        }

        @Override
        public String name() {
            return "date-time";
        }

        @Override
        public Phrase form() {
            return Phrase.of("moment, written as 2027-01-01T09:00:00+05:00");
        }

        @Override
        public Optional<Object> parse(String text) {
            return DateText.moment(text).map(moment -> moment);
        }

        @Override
        public Object read(Object json) throws NotOfType {
            return parse(StrictJson.string(json, EXPECTED)).orElseThrow(() -> new NotOfType(EXPECTED, null));
        }
    }

    /** Yes or no; true or false in JSON. */
    record YesNo() implements FieldType {
        private static final Map<String, Boolean> VALUES = Map.of("yes", true, "no", false);

        @Override
        public Kind kind() {
            return Kind.YES_NO;
        }

        @Override
        public String name() {
            return "yes/no";
        }

        @Override
        public Phrase form() {
            return Phrase.of("yes/no value; write yes or no");
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
            throw new NotOfType(Phrase.of("true or false"), null);
        }
    }

    /** A whole number of at most 18 digits. */
    record Whole() implements FieldType {
        private static final Phrase EXPECTED = Phrase.of("a whole number of at most 18 digits");

        @Override
        public Kind kind() {
            return Kind.WHOLE;
        }

        @Override
        public String name() {
            return "integer";
        }

        @Override
        public Phrase form() {
            return Phrase.of("whole number, written as 18");
        }

        @Override
        public Optional<Object> parse(String text) {
            return text.matches("-?[0-9]{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
        }

        @Override
        public Object read(Object json) throws NotOfType {
            BigDecimal number = StrictJson.number(json, EXPECTED);
            if (number.scale() > 0) {
                throw new NotOfType(EXPECTED, null);
            }
            return number.longValueExact();
        }
    }

    /** A decimal number of at most 18 digits before and after the point. */
    record Decimal() implements FieldType {
        private static final Phrase EXPECTED = Phrase.of("a number of at most 18 digits before and after the point");

        @Override
        public Kind kind() {
            return Kind.DECIMAL;
        }

        @Override
        public String name() {
            return "number";
        }

        @Override
        public Phrase form() {
            return Phrase.of("number, written as 0.5");
        }

        @Override
        public Optional<Object> parse(String text) {
            return text.matches("-?[0-9]{1,18}(\\.[0-9]{1,18})?")
                    ? Optional.of(new BigDecimal(text).stripTrailingZeros())
                    : Optional.empty();
        }

        @Override
        public Object read(Object json) throws NotOfType {
            return StrictJson.number(json, EXPECTED);
        }
    }
}
