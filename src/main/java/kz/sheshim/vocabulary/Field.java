package kz.sheshim.vocabulary;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A field of the vocabulary.
 *
 * @param derived not submitted by the application, but concluded by a table or derived from other fields
 * @param derivation how it is derived from other fields; null for a field that a table concludes or an application submits
 * @param mayChange the applicant could change it; a note for readers, which no verdict depends on
 * @param personal it is personal data
 * @param bounds between which values an application must stay
 */
public record Field(
        FieldPath path,
        FieldType type,
        IfAbsent ifAbsent,
        boolean derived,
        @Nullable Derivation derivation,
        Label label,
        boolean mayChange,
        boolean personal,
        Bounds bounds) {

    /** A field without bounds. */
    public Field(
            FieldPath path,
            FieldType type,
            IfAbsent ifAbsent,
            boolean derived,
            @Nullable Derivation derivation,
            Label label,
            boolean mayChange,
            boolean personal) {
        this(path, type, ifAbsent, derived, derivation, label, mayChange, personal, Bounds.NONE);
    }

    /** The same field, derived otherwise. */
    public Field derivedBy(Derivation other) {
        return new Field(path, type, ifAbsent, derived, other, label, mayChange, personal, bounds);
    }

    /** The fields that it is derived from. */
    public List<FieldPath> derivedFrom() {
        return derivation == null ? List.of() : derivation.sources();
    }

    /** Whether rules/*.drl derive it. */
    public boolean byRules() {
        return derivation instanceof Derivation.ByRules || derivation instanceof Derivation.Holds;
    }

    /** The name of the rule that it tells of: that it holds. Empty for a field of the vocabulary's workbook. */
    public Optional<String> rule() {
        return derivation instanceof Derivation.Holds holds ? Optional.of(holds.rule()) : Optional.empty();
    }

    /** The ruleflow-group of the rules that derive it. */
    public String ruleGroup() {
        return rule().orElse(path.toString());
    }
}
