package kz.sheshim.adapter.embedded;

/** The embedded PostgreSQL cannot run. The message says why in one sentence, for the person who starts the service. */
public final class EmbeddedServerFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EmbeddedServerFailed(String message) {
        super(message);
    }

    EmbeddedServerFailed(String message, Throwable cause) {
        super(message + " (" + cause + ")", cause);
    }
}
