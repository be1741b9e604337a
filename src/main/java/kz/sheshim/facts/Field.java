package kz.sheshim.facts;

import java.util.List;

/**
 * A field of the vocabulary.
 *
 * @param derived not said by the application, but given by a table or by rules/*.drl
 * @param derivedFrom the fields that rules/*.drl derive it from; empty for a field that a table gives or an application says
 * @param mayChange the applicant could change it
 * @param personal it is personal data
 */
public record Field(
        FieldPath path,
        FieldType type,
        IfAbsent ifAbsent,
        boolean derived,
        List<FieldPath> derivedFrom,
        Label label,
        boolean mayChange,
        boolean personal) {
    public Field {
        derivedFrom = List.copyOf(derivedFrom);
    }
}
