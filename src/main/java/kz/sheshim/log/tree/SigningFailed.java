package kz.sheshim.log.tree;

import org.jspecify.annotations.Nullable;

/** A key could not sign, or what it signed does not match its public part. Nothing was signed. */
public final class SigningFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SigningFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
