package kz.sheshim.receipt;

/** More receipts wait to be set than may wait. A little later there is room again. */
public final class PressOverloaded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PressOverloaded(int waiting) {
        super(waiting + " receipts wait to be set already");
    }
}
