package kz.sheshim.policy.reading;

import java.util.Map;
import java.util.Optional;
import kz.sheshim.finding.cell.MisorderedBounds;
import kz.sheshim.finding.cell.NeedlessCell;
import kz.sheshim.finding.name.UnknownField;
import kz.sheshim.finding.name.UnsuitableName;
import kz.sheshim.vocabulary.Bounds;
import kz.sheshim.vocabulary.Bounds.Bound;
import kz.sheshim.vocabulary.Entity;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.FieldType;
import kz.sheshim.vocabulary.Nearest;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/** Reads between which values a field must stay: the columns At least and At most, which may be left out. */
final class BoundsReader {
    static final String LEAST = "At least";
    static final String GREATEST = "At most";

    private final Map<String, Entity> entities;
    private final Map<String, Field> fields;

    BoundsReader(Map<String, Entity> entities, Map<String, Field> fields) {
        this.entities = entities;
        this.fields = fields;
    }

    Bounds read(HeadedSheet.Line line, Field field) {
        Bound least = bound(line, LEAST, field);
        Bound greatest = bound(line, GREATEST, field);
        if (least instanceof Bound.Of low && greatest instanceof Bound.Of high && compare(low, high) > 0) {
            line.report(GREATEST, new MisorderedBounds(LEAST, GREATEST));
        }
        return new Bounds(least, greatest);
    }

    @SuppressWarnings("unchecked")
    private static int compare(Bound.Of low, Bound.Of high) {
        return ((Comparable<Object>) low.given()).compareTo(high.given());
    }

    private @Nullable Bound bound(HeadedSheet.Line line, String column, Field field) {
        String text = line.optional(column);
        if (text.isEmpty()) {
            return null;
        }
        if (field.derived() || !field.type().ordered()) {
            line.report(
                    column,
                    new NeedlessCell(text, Phrase.of("only dates and numbers that applications say have bounds")));
            return null;
        }
        Optional<FieldPath> path = FieldPath.parse(text);
        if (path.isPresent()) {
            return ofField(line, column, field, text);
        }
        Optional<Object> value = field.type().parse(text);
        if (value.isEmpty()) {
            line.report(column, ConditionParser.noValue(field.type(), text));
        }
        return value.map(each -> new Bound.Of((Comparable<?>) each)).orElse(null);
    }

    private @Nullable Bound ofField(HeadedSheet.Line line, String column, Field field, String text) {
        Field other = fields.get(text);
        if (other == null) {
            line.report(
                    column,
                    new UnknownField(text, Nearest.to(text, fields.keySet()).orElse(null)));
            return null;
        }
        Entity entity = entities.get(other.path().entity());
        boolean same = other.path().entity().equals(field.path().entity());
        if (other.derived()
                || entity == null
                || entity.many() && !same
                || other.equals(field)
                || !comparable(field.type(), other.type())) {
            line.report(
                    column,
                    new UnsuitableName(
                            text,
                            Phrase.of(
                                    "a bound is a value, or a field that applications say, with a {0}, of an entity that occurs once or of the same one",
                                    field.type().name()),
                            null));
            return null;
        }
        return new Bound.OfField(other.path());
    }

    private static boolean comparable(FieldType type, FieldType other) {
        return type instanceof FieldType.Date
                ? other instanceof FieldType.Date || other instanceof FieldType.DateTime
                : other.ofNumbers();
    }
}
