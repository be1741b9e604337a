package kz.sheshim.policy.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.sheshim.finding.name.MalformedDerivation;
import kz.sheshim.finding.name.UnknownField;
import kz.sheshim.vocabulary.Derivation;
import kz.sheshim.vocabulary.Derivation.Comparison;
import kz.sheshim.vocabulary.Entity;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.FieldType;
import kz.sheshim.vocabulary.Nearest;
import org.jspecify.annotations.Nullable;

/** Reads how a field is derived from others: a comparison, a count, or the fields that rules/*.drl read for it. */
final class DerivationReader {
    static final String COLUMN = "Derived from";

    private static final Pattern COMPARISON = Pattern.compile("(\\S+)\\s*(<=|>=|<|>)\\s*(\\S+)");
    private static final Pattern COUNT = Pattern.compile("count of ([^\\s:]+)\\s*:\\s*(.*)");

    private final Map<String, Entity> entities;
    private final Map<String, Field> fields;

    /** @param fields all that can be derived from, those of the verdict too */
    DerivationReader(Map<String, Entity> entities, Map<String, Field> fields) {
        this.entities = entities;
        this.fields = fields;
    }

    /** The derivation of the field, or null and what is wrong with the cell. */
    @Nullable
    Derivation read(HeadedSheet.Line line, Field field) {
        String text = line.optional(COLUMN);
        Matcher comparison = COMPARISON.matcher(text);
        if (comparison.matches()) {
            return comparison(line, text, field, comparison);
        }
        Matcher count = COUNT.matcher(text);
        if (count.matches()) {
            return count(line, text, field, count.group(1), count.group(2).strip());
        }
        if (text.startsWith("count ")) {
            return malformed(line, text, "a count names the field that is counted and the value that it must have");
        }
        if (text.matches(".*[<>=].*")) {
            return malformed(line, text, "a comparison has a field on each side and <, <=, > or >= between them");
        }
        List<FieldPath> sources = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            source(line, part.strip()).map(Field::path).ifPresent(sources::add);
        }
        return sources.isEmpty() ? null : new Derivation.ByRules(sources);
    }

    private @Nullable Derivation comparison(HeadedSheet.Line line, String text, Field field, Matcher parts) {
        Optional<Field> left = source(line, parts.group(1));
        Optional<Field> right = source(line, parts.group(3));
        if (left.isEmpty() || right.isEmpty()) {
            return null;
        }
        if (!(field.type() instanceof FieldType.YesNo)) {
            return malformed(line, text, "a comparison gives yes or no, so the type of the field must be yes/no");
        }
        FieldType type = left.get().type();
        if (!type.ordered() || type.getClass() != right.get().type().getClass()) {
            return malformed(line, text, "only two dates, two integers or two numbers can be compared");
        }
        if (!reaches(field, left.get()) || !reaches(field, right.get())) {
            return malformed(
                    line, text, "each side must occur once, or belong to the same entity as the field that is derived");
        }
        Comparison.Operator operator = Stream.of(Comparison.Operator.values())
                .filter(each -> each.sign().equals(parts.group(2)))
                .findFirst()
                .orElseThrow();
        return new Comparison(left.get().path(), operator, right.get().path());
    }

    private boolean reaches(Field derived, Field source) {
        return !many(source) || source.path().entity().equals(derived.path().entity());
    }

    private boolean many(Field field) {
        Entity entity = entities.get(field.path().entity());
        return entity != null && entity.many();
    }

    private @Nullable Derivation count(HeadedSheet.Line line, String text, Field field, String path, String value) {
        Optional<Field> counted = source(line, path);
        if (counted.isEmpty()) {
            return null;
        }
        if (!(field.type() instanceof FieldType.Whole) || many(field)) {
            return malformed(
                    line,
                    text,
                    "a count is a single number, so the type of the field must be integer, and it must occur once");
        }
        if (!many(counted.get()) || counted.get().type().list()) {
            return malformed(
                    line,
                    text,
                    "only instances can be counted: of an entity that occurs many times, by a field with one value");
        }
        Optional<Object> parsed = counted.get().type().parse(value);
        if (parsed.isEmpty()) {
            line.report(COLUMN, ConditionParser.noValue(counted.get().type(), value));
            return null;
        }
        return new Derivation.Count(counted.get().path(), parsed.get());
    }

    private Optional<Field> source(HeadedSheet.Line line, String text) {
        if (FieldPath.parse(text).isEmpty()) {
            line.report(COLUMN, NameForm.path(text));
            return Optional.empty();
        }
        Field field = fields.get(text);
        if (field == null) {
            line.report(
                    COLUMN,
                    new UnknownField(text, Nearest.to(text, fields.keySet()).orElse(null)));
        }
        return Optional.ofNullable(field);
    }

    private static @Nullable Derivation malformed(HeadedSheet.Line line, String text, String reason) {
        line.report(COLUMN, new MalformedDerivation(text, reason));
        return null;
    }
}
