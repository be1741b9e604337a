package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;

/**
 * A code is not built as all other codes of its list are.
 *
 * @param others how many others there are
 * @param example one of them
 * @see kz.sheshim.policy.reading.CodeForms
 */
public record CodeUnlikeOthers(String given, String list, int others, String example) implements Defect {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Phrase wrong() {
        return Phrase.of(
                "{0} does not look like the {1} other codes of {2}, for example {3}. If it is a slip, applications with the right code are refused.",
                Wording.quote(given), others, Wording.quote(list), Wording.quote(example));
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Write the right code, or leave it if it is right.");
    }
}
