package kz.sheshim.finding.name;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;

/**
 * An id, a code or another name has the wrong form.
 *
 * @see kz.sheshim.policy.reading.NameForm
 */
public record MalformedName(String given, String what, String form) implements Defect {
    @Override
    public String wrong() {
        return Wording.quote(given) + " is not " + what + ", so nothing could refer to it.";
    }

    @Override
    public String advice() {
        return "Use " + form + ".";
    }
}
