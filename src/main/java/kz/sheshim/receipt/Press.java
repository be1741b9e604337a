package kz.sheshim.receipt;

/** Prints receipts for the screen and for paper. */
public interface Press {

    /** A complete HTML page. MUST NOT contain anything that runs or is loaded from elsewhere, whatever the texts contain. */
    String html(Receipt receipt);

    /**
     * A PDF. The same receipt MUST give the same bytes. This takes time, so it MUST NOT be called on an event loop.
     *
     * @throws PressOverloaded if too many receipts already wait
     */
    byte[] pdf(Receipt receipt);
}
