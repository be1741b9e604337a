package kz.sheshim.receipt;

import kz.sheshim.log.tree.LogProof;

/** Prints receipts for the screen and for paper. */
public interface Press {

    /** A complete HTML page with the mark. MUST NOT contain anything that runs or is loaded from elsewhere, whatever the texts contain. */
    String html(Receipt receipt, EntryMark mark);

    /**
     * A PDF with the mark, and the proof as an attached file. The same receipt with the same proof MUST give the same bytes. This takes time, so it MUST NOT be
     * called on an event loop.
     *
     * @param proof of what the receipt shows
     * @throws LettersMissing if it cannot show the letters of the receipt's {@link Receipt#fixedText fixed text}; in other texts, which an application may have
     *     brought, a box takes the place of such a letter
     * @throws PressOverloaded if too many receipts already wait
     */
    byte[] pdf(Receipt receipt, EntryMark mark, LogProof proof);
}
