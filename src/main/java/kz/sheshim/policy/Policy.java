package kz.sheshim.policy;

import java.time.LocalDate;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.Label;
import kz.sheshim.vocabulary.Languages;

/**
 * The settings of a policy.
 *
 * @param languages those of all its texts
 * @param datedBy the date field that the rules' periods are compared with
 * @param coveredFrom the first day that the rules cover; for an earlier one no rule is in force
 * @param reference the text field with the submitter's own number
 */
public record Policy(
        String id, Languages languages, Label title, FieldPath datedBy, LocalDate coveredFrom, FieldPath reference) {
    /** The first covered day of a policy in which it cannot be read. */
    public static final LocalDate NOT_KNOWN = LocalDate.MAX;
}
