package kz.sheshim.finding.file;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;

/**
 * A workbook is a copy of another one in the folder.
 *
 * @see kz.sheshim.policy.reading.Copies
 */
public record CopiedFile(String original) implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of(
                "The workbook says for the most part the same as {0}, so it seems to be a copy of it. Programs that synchronise folders make such copies when two people change a file. Which of the two holds would be a guess, so this one was not read.",
                Wording.shown(original));
    }

    @Override
    public Phrase advice() {
        return Phrase.of(
                "If something is right in this file only, write it into {0}. Then delete this file.",
                Wording.shown(original));
    }
}
