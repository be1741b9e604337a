package kz.sheshim.policy.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.name.MalformedDerivation;
import kz.sheshim.finding.name.UnknownField;
import kz.sheshim.vocabulary.Derivation;
import kz.sheshim.vocabulary.Entity;
import kz.sheshim.vocabulary.Expression;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.Nearest;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/** Reads how a field is derived from others: by an expression, or by rules/*.drl from the fields that they read. */
final class DerivationReader {
    static final String COLUMN = "Derived from";

    /** Names with commas. */
    private static final Pattern NAMES = Pattern.compile("[^\\s,<>=()+*/:\"]+(\\s*,\\s*[^\\s,<>=()+*/:\"]+)*");

    private final Map<String, Entity> entities;
    private final Map<String, Field> fields;
    private final boolean zoned;

    /**
     * @param fields all that can be derived from, those of the verdict too
     * @param zoned the calendar has a time zone
     */
    DerivationReader(Map<String, Entity> entities, Map<String, Field> fields, boolean zoned) {
        this.entities = entities;
        this.fields = fields;
        this.zoned = zoned;
    }

    /** The derivation of the field, or null and what is wrong with the cell. */
    @Nullable
    Derivation read(HeadedSheet.Line line, Field field) {
        String text = line.optional(COLUMN);
        if (NAMES.matcher(text).matches()) {
            return byRules(line, text);
        }
        try {
            return new Derivation.Computed(expression(text, field));
        } catch (WrongExpression wrong) {
            line.report(
                    COLUMN,
                    wrong.defect().nearest() != null
                            ? wrong.defect()
                            : RewrittenExpression.of(text, fields.keySet(), candidate -> readable(candidate, field))
                                    .<Defect>map(nearest -> new MalformedDerivation(text, reason(wrong), nearest))
                                    .orElse(wrong.defect()));
            return null;
        }
    }

    private Expression expression(String text, Field field) throws WrongExpression {
        return new ExpressionReader(text, field, entities, fields, zoned).read(field.type());
    }

    private boolean readable(String text, Field field) {
        try {
            expression(text, field);
            return true;
        } catch (WrongExpression wrong) {
            return false;
        }
    }

    private static Phrase reason(WrongExpression wrong) {
        return wrong.defect() instanceof MalformedDerivation malformed
                ? malformed.reason()
                : Phrase.of("it cannot be read");
    }

    private @Nullable Derivation byRules(HeadedSheet.Line line, String text) {
        List<FieldPath> sources = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String name = part.strip();
            Field source = fields.get(name);
            if (source != null) {
                sources.add(source.path());
            } else {
                line.report(
                        COLUMN,
                        FieldPath.parse(name).isEmpty()
                                ? NameForm.path(name)
                                : new UnknownField(
                                        name, Nearest.to(name, fields.keySet()).orElse(null)));
            }
        }
        return sources.isEmpty() ? null : new Derivation.ByRules(sources);
    }
}
