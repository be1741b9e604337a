package kz.sheshim.adapter.http.edge;

import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Optional;
import kz.sheshim.access.KeyId;
import kz.sheshim.access.Role;
import kz.sheshim.access.Submitter;
import kz.sheshim.log.DecisionId;
import kz.sheshim.log.DecisionLogReader;
import kz.sheshim.log.Entry;
import org.jspecify.annotations.Nullable;

/**
 * The party that calls, and which decisions it may read.
 *
 * @param readsAll whether it may read the decisions of all submitters, and not only its own
 */
public record Caller(Submitter submitter, boolean readsAll) {
    public static Caller of(SecurityContext security) {
        return new Caller(submitter(security.getUserPrincipal()), security.isUserInRole(Role.AUDITOR.code()));
    }

    /**
     * The submitter that the caller is.
     *
     * @throws UnauthorizedException if the caller has no name that can be one
     */
    public static Submitter submitter(@Nullable Principal principal) {
        if (principal instanceof KeyPrincipal key) {
            return key.key().submitter();
        }
        String name = principal == null ? null : principal.getName();
        if (name == null || name.isBlank() || !Submitter.isName(Submitter.OF_A_TOKEN + name)) {
            throw new UnauthorizedException();
        }
        return new Submitter(Submitter.OF_A_TOKEN + name);
    }

    /** The API key that the caller uses; null: a token. */
    public static @Nullable KeyId key(SecurityContext security) {
        return security.getUserPrincipal() instanceof KeyPrincipal key
                ? key.key().id()
                : null;
    }

    /** The only submitter whose decisions the caller may read; null: all submitters. */
    public @Nullable Submitter readsOnly() {
        return readsAll ? null : submitter;
    }

    /** The decision, if there is one and the caller may read it. */
    public Optional<Entry> find(DecisionLogReader log, DecisionId id) {
        return readsAll ? log.find(id) : log.find(id, submitter);
    }
}
