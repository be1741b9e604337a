package kz.sheshim.engine;

import java.util.concurrent.CompletionException;
import kz.sheshim.vocabulary.Phrase;

/** An application gets no verdict, for a reason that lies in the rules: they must be mended. */
public abstract class NoVerdict extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final transient Phrase phrase;

    /**
     * @param message may contain what the rules concluded from the application
     * @param reason the same without anything that the application says, in one line
     */
    protected NoVerdict(String message, Phrase reason) {
        super(message);
        this.reason = reason.toString().replaceAll("\\p{Cntrl}", " ");
        this.phrase = reason;
    }

    /** Why, in one line, without anything that the application says. Applications with one reason have the same text. */
    public String reason() {
        return reason;
    }

    /** What every reader may know of a failure: the reason of a {@link NoVerdict}, or the name of another exception, whose message may contain personal data. */
    public static String reason(Throwable failure) {
        Throwable cause = cause(failure);
        return cause instanceof NoVerdict none
                ? none.reason()
                : cause.getClass().getSimpleName();
    }

    /** The same, for any language. */
    public static Phrase phrase(Throwable failure) {
        Throwable cause = cause(failure);
        return cause instanceof NoVerdict none
                ? none.phrase
                : Phrase.of("{0}", cause.getClass().getSimpleName());
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
