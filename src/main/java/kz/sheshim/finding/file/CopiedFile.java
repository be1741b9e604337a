package kz.sheshim.finding.file;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;

/**
 * A workbook is a copy of another one in the folder.
 *
 * @see kz.sheshim.policy.reading.Copies
 */
public record CopiedFile(String original) implements Defect {
    @Override
    public String wrong() {
        return "The workbook says for the most part the same as " + Wording.shown(original)
                + ", so it seems to be a copy of it. Programs that synchronise folders make such copies when two people change a file."
                + " Which of the two holds would be a guess, so this one was not read.";
    }

    @Override
    public String advice() {
        return "Write into " + Wording.shown(original) + " what this one says better, and remove this one.";
    }
}
