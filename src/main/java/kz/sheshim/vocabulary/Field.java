package kz.sheshim.vocabulary;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of the vocabulary.
 *
 * @param derived not submitted by the application, but concluded by a table or derived from other fields
 * @param derivation how it is derived from other fields; null for a field that a table concludes or an application submits
 * @param mayChange the applicant could change it
 * @param personal it is personal data
 */
public record Field(
        FieldPath path,
        FieldType type,
        IfAbsent ifAbsent,
        boolean derived,
        @Nullable Derivation derivation,
        Label label,
        boolean mayChange,
        boolean personal) {

    /** The fields that it is derived from. */
    public List<FieldPath> derivedFrom() {
        return derivation == null ? List.of() : derivation.sources();
    }

    /** Whether rules/*.drl derive it. */
    public boolean byRules() {
        return derivation instanceof Derivation.ByRules;
    }
}
