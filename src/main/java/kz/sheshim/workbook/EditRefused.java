package kz.sheshim.workbook;

import kz.sheshim.vocabulary.Phrase;

/** A workbook was not edited. */
public final class EditRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Address address;
    private final Phrase reason;

    /**
     * @param address what stands in the way, or the cell that was to be written
     * @param reason what is wrong and what to do instead, in whole sentences
     */
    public EditRefused(Address address, Phrase reason) {
        super(address + ": " + reason);
        this.address = address;
        this.reason = reason;
    }

    public Address address() {
        return address;
    }

    /** What is wrong and what to do instead, in whole sentences. */
    public Phrase reason() {
        return reason;
    }

    /** The message, for any language. */
    public Phrase phrase() {
        return Phrase.of("{0}: {1}", address, reason);
    }
}
