package kz.sheshim.finding.scenario;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;
import kz.sheshim.vocabulary.Phrase;

/**
 * A draft adds or changes a row that matches in no scenario.
 *
 * @see kz.sheshim.publication.Dossiers
 */
public record UnexercisedRule() implements Defect {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Phrase wrong() {
        return Phrase.of("The draft changes this row, and it matches in no scenario, so nobody tried what it decides.");
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Write a scenario in which it matches, with what the law says to it.");
    }
}
