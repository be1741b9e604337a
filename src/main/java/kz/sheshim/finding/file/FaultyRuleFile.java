package kz.sheshim.finding.file;

import kz.sheshim.finding.Defect;
import kz.sheshim.vocabulary.Phrase;

/**
 * A rule file cannot be used.
 *
 * @param reason what is wrong, as a clause with its full stop
 * @see kz.sheshim.adapter.drools.DroolsCompiler
 * @see kz.sheshim.policy.reading.SortedFiles
 */
public record FaultyRuleFile(Phrase reason) implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of("The rule file cannot be used: {0}", reason);
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Correct the rule file, or what the vocabulary says about its fields.");
    }
}
