package kz.sheshim.log;

/** More decisions wait to be recorded than the log can take. Nothing was recorded; a little later there is room again. */
public final class LogOverloaded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LogOverloaded(int waiting) {
        super(waiting + " decisions wait to be recorded already");
    }
}
