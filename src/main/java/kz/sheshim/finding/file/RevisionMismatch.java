package kz.sheshim.finding.file;

import kz.sheshim.finding.Defect;
import kz.sheshim.vocabulary.Phrase;

/**
 * The stored files of a revision are not those that the revision was made of.
 *
 * @see kz.sheshim.publication.Rulesets
 */
public record RevisionMismatch(String revision) implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of(
                "The stored files no longer match this revision (they hash to {0}). They were altered, or this version of Sheshim reads them differently. Decisions of the revision cannot be replayed.",
                revision);
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Restore the files, or use the version of Sheshim that stored them.");
    }
}
