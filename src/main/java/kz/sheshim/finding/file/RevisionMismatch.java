package kz.sheshim.finding.file;

import kz.sheshim.finding.Defect;

/**
 * The stored files of a revision are not those that the revision was made of.
 *
 * @see kz.sheshim.publication.Rulesets
 */
public record RevisionMismatch(String revision) implements Defect {
    @Override
    public String wrong() {
        return "The stored files no longer match this revision (they hash to " + revision
                + "). They were altered, or this version of Sheshim reads them differently. Decisions of the revision cannot be replayed.";
    }

    @Override
    public String advice() {
        return "Restore the files, or use the version of Sheshim that stored them.";
    }
}
