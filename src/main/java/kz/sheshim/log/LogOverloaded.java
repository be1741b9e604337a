package kz.sheshim.log;

/** Too many decisions wait to be recorded. This one was not recorded; a later attempt may succeed. */
public final class LogOverloaded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LogOverloaded(int waiting) {
        super("the maximum of " + waiting + " decisions already wait to be recorded");
    }
}
