package kz.sheshim.receipt;

/** Sets receipts for reading on a screen and on paper. */
public interface Press {

    /** A whole HTML page. MUST NOT contain anything that runs or is loaded from elsewhere, whatever the texts say. */
    String html(Receipt receipt);

    /**
     * A PDF. The same receipt MUST give the same bytes. Takes some time, so it MUST NOT be called on a thread that others wait for.
     *
     * @throws PressOverloaded if too many wait already
     */
    byte[] pdf(Receipt receipt);
}
