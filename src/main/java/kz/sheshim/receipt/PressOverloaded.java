package kz.sheshim.receipt;

/** Too many receipts wait to be printed. A later attempt may succeed. */
public final class PressOverloaded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PressOverloaded(int waiting) {
        super("the maximum of " + waiting + " receipts already wait to be printed");
    }
}
