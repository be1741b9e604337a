package kz.sheshim.workbook;

/** A workbook was not edited. */
public final class EditRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Address address;
    private final String reason;

    /**
     * @param address what stands in the way, or the cell that was to be written
     * @param reason what is wrong and what to do instead, in whole sentences
     */
    public EditRefused(Address address, String reason) {
        super(address + ": " + reason);
        this.address = address;
        this.reason = reason;
    }

    public Address address() {
        return address;
    }

    /** What is wrong and what to do instead, in whole sentences. */
    public String reason() {
        return reason;
    }
}
