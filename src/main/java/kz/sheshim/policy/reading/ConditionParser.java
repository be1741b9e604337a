package kz.sheshim.policy.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import kz.sheshim.finding.cell.MalformedCondition;
import kz.sheshim.finding.cell.SplitText;
import kz.sheshim.finding.cell.TextLikeWord;
import kz.sheshim.finding.cell.WrongType;
import kz.sheshim.finding.name.UnknownCode;
import kz.sheshim.table.Condition;
import kz.sheshim.table.Condition.Between.Bound;
import kz.sheshim.vocabulary.CodeList;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldType;
import kz.sheshim.vocabulary.Nearest;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/** Reads the text of a condition cell on one field. */
public final class ConditionParser {
    /** The words that mean something by themselves in a condition cell. */
    public static final Set<String> WORDS =
            Set.of("-", "always", "otherwise", "missing", "present", "not", "includes", "lacks", "yes", "no");

    /** The cell of any value, which has no condition; readers of rows skip it. */
    static final String ANY = "-";

    /** What a cell can say of its whole row. */
    private static final List<String> ROW_WORDS = List.of("always", "otherwise");

    private static final List<String> LONE_WORDS = List.of("always", "otherwise", "missing", "present");

    private static final Pattern AMBIGUOUS_COMMA = Pattern.compile("[0-9],[0-9]");

    private final Field field;
    private final boolean many;
    private final List<Defect> defects = new ArrayList<>();
    private final List<Defect> warnings = new ArrayList<>();
    private boolean ambiguous;

    /**
     * @param many the cell reads many facts, or a list
     */
    public ConditionParser(Field field, boolean many) {
        this.field = field;
        this.many = many;
    }

    /** The condition, or null and the defects of the cell; what they suggest stands for the whole cell. */
    public @Nullable Condition parse(String text) {
        String cell = text.strip();
        Condition condition = read(cell);
        if (defects.isEmpty()) {
            if (field.type() instanceof FieldType.Text) {
                Rewriting.absence(cell)
                        .filter(this::readable)
                        .ifPresent(word -> warnings.add(new TextLikeWord(cell, word)));
            }
            return condition;
        }
        String nearest = ambiguous
                ? null
                : Rewriting.of(cell, field.type(), this::readable)
                        .or(() -> Nearest.to(cell, many ? ROW_WORDS : LONE_WORDS))
                        .orElse(null);
        defects.replaceAll(defect -> withNearest(defect, nearest));
        if (nearest != null) {
            defects.subList(1, defects.size()).clear(); // the suggestion rights the whole cell
        }
        return null;
    }

    private boolean readable(String text) {
        ConditionParser other = new ConditionParser(field, many);
        Condition condition = other.read(text);
        return text.equals(ANY) || condition != null && other.defects.isEmpty() && canBe(condition);
    }

    /** Whether a suggested condition could hold of some application and fail of another. */
    private boolean canBe(Condition condition) {
        return !field.ifAbsent().always() || !condition.ofPresence();
    }

    private static Defect withNearest(Defect defect, @Nullable String nearest) {
        if (defect instanceof WrongType wrong) {
            return new WrongType(wrong.given(), wrong.form(), nearest);
        }
        if (defect instanceof UnknownCode unknown) {
            return new UnknownCode(unknown.given(), unknown.sheet(), unknown.group(), nearest);
        }
        return defect instanceof MalformedCondition malformed
                ? new MalformedCondition(malformed.given(), malformed.reason(), nearest)
                : defect;
    }

    /** What may be wrong with a cell that can be read. */
    public List<Defect> warnings() {
        return warnings;
    }

    public List<Defect> defects() {
        return defects;
    }

    private @Nullable Condition read(String text) {
        String word = text.contains(" ") ? text.substring(0, text.indexOf(' ')) : text;
        String rest = text.substring(word.length()).strip();
        if (many) {
            return switch (word) {
                case "includes" -> new Condition.Includes(values(text, rest));
                case "lacks" -> new Condition.Lacks(values(text, rest));
                default ->
                    malformed(
                            text,
                            Phrase.of(
                                    "the field can have many values here, so write includes or lacks before the values"));
            };
        }
        switch (text) {
            case "missing":
                return new Condition.Missing();
            case "present":
                return new Condition.Present();
            default:
                break;
        }
        if (word.equals("includes") || word.equals("lacks")) {
            return malformed(
                    text, Phrase.of("the field has one value here, so write the value alone, or not before it"));
        }
        if (word.equals("not")) {
            return new Condition.NoneOf(values(text, rest));
        }
        if (text.startsWith("<") || text.startsWith(">")) {
            return compared(text);
        }
        if (field.type().ordered() && text.contains("..")) {
            return between(text);
        }
        return new Condition.OneOf(values(text, text));
    }

    private @Nullable Condition compared(String text) {
        boolean included = text.startsWith(">=") || text.startsWith("<=");
        Bound bound = bound(text, text.substring(included ? 2 : 1).strip(), included);
        if (bound == null) {
            return null;
        }
        return text.startsWith(">") ? new Condition.Between(bound, null) : new Condition.Between(null, bound);
    }

    private @Nullable Condition between(String text) {
        int dots = text.indexOf("..");
        Bound low = bound(text, text.substring(0, dots).strip(), true);
        Bound high = low == null ? null : bound(text, text.substring(dots + 2).strip(), true);
        if (low == null || high == null) {
            return null;
        }
        @SuppressWarnings("unchecked")
        int order = ((Comparable<Object>) low.value()).compareTo(high.value());
        return order > 0
                ? malformed(
                        text, Phrase.of("the lower bound is above the upper one, so there is no value between them"))
                : new Condition.Between(low, high);
    }

    private @Nullable Bound bound(String cell, String text, boolean included) {
        if (!field.type().ordered()) {
            malformed(
                    cell,
                    Phrase.of(
                            "values of the type {0} cannot be compared",
                            field.type().name()));
            return null;
        }
        Object value = field.type().parse(text).orElse(null);
        if (value == null) {
            malformed(
                    cell,
                    text.isEmpty()
                            ? Phrase.of("a bound is blank; write >= or <= where there is only one")
                            : Phrase.of(
                                    "{0} is not a {1}",
                                    Wording.quote(text), field.type().form()));
            return null;
        }
        return new Bound((Comparable<?>) value, included);
    }

    private Set<Object> values(String cell, String text) {
        Set<Object> values = new LinkedHashSet<>();
        if (AMBIGUOUS_COMMA.matcher(text).find() && field.type().ofNumbers()) {
            ambiguous = field.type() instanceof FieldType.Decimal;
            malformed(
                    cell,
                    Phrase.of(
                            "a comma between digits can be a decimal comma or separate two values; write decimals with a point, and a space after the comma between two values"));
            return values;
        }
        boolean texts = field.type() instanceof FieldType.Text;
        List<String> parts = texts ? QuotedTexts.split(text) : List.of(text.split(",", -1));
        if (texts && parts.size() > 1 && parts.stream().anyMatch(part -> !QuotedTexts.quoted(part))) {
            warnings.add(
                    new SplitText(text, parts.stream().map(QuotedTexts::plain).toList()));
        }
        for (String part : parts) {
            if (part.isBlank()) {
                malformed(cell, Phrase.of("a value is blank; write one comma between two values"));
                continue;
            }
            Object value = value(texts ? QuotedTexts.plain(part) : part.strip());
            if (value != null && !values.add(value)) {
                malformed(cell, Phrase.of("{0} is in it twice", Wording.quote(part.strip())));
            }
        }
        return values;
    }

    private @Nullable Object value(String text) {
        Object value = field.type().parse(text).orElse(null);
        if (value == null) {
            defects.add(noValue(field.type(), text));
        }
        return value;
    }

    private @Nullable Condition malformed(String text, Phrase reason) {
        defects.add(new MalformedCondition(text, reason, null));
        return null;
    }

    /** The values that a cell of the type has. */
    private static Stream<String> parts(FieldType type, String text) {
        return type.list() ? Stream.of(text.split(",", -1)).map(String::strip) : Stream.of(text);
    }

    /** What is wrong with a cell that does not hold a value of the type (for a list, several with commas). */
    public static Defect noValue(FieldType type, String text) {
        String nearest = Rewriting.of(text, type, candidate -> parts(type, candidate)
                        .allMatch(part -> type.parse(part).isPresent()))
                .orElse(null);
        CodeList codes = type.codeList().orElse(null);
        if (codes != null) {
            String unknown = parts(type, text)
                    .filter(part -> !codes.has(part))
                    .findFirst()
                    .orElse(text);
            return UnknownCode.ofList(unknown, codes.name(), nearest);
        }
        return new WrongType(text, type.form(), nearest);
    }
}
