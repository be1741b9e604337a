package kz.sheshim.vocabulary;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of the vocabulary.
 *
 * @param derived not said by the application, but given by a table or derived from other fields
 * @param derivation how it is derived from other fields; null for a field that a table gives or an application says
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

    /** Only rules/*.drl can tell it. */
    public boolean byRules() {
        return derivation instanceof Derivation.ByRules;
    }
}
