package kz.sheshim.adapter.http;

import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Optional;
import kz.sheshim.access.Role;
import kz.sheshim.access.Submitter;
import kz.sheshim.log.DecisionId;
import kz.sheshim.log.DecisionLogReader;
import kz.sheshim.log.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, and whose decisions he may read.
 *
 * @param readsAll whoever sent them; else only those that he sent himself
 */
record Caller(Submitter sender, boolean readsAll) {
    /** No owner of a key can be called so: who gives out tokens cannot make himself one of them. */
    private static final String OF_A_TOKEN = "oidc:";

    static Caller of(SecurityContext security) {
        return new Caller(sender(security.getUserPrincipal()), security.isUserInRole(Role.AUDITOR.code()));
    }

    /**
     * The name under which he is known here.
     *
     * @throws UnauthorizedException if he has none
     */
    static Submitter sender(@Nullable Principal principal) {
        if (principal instanceof KeyPrincipal key) {
            return key.key().submitter();
        }
        if (principal == null || principal.getName().isBlank() || !Submitter.isName(OF_A_TOKEN + principal.getName())) {
            throw new UnauthorizedException();
        }
        return new Submitter(OF_A_TOKEN + principal.getName());
    }

    /** The sender whose decisions he may read; null: anyone's. */
    @Nullable
    Submitter readsOnly() {
        return readsAll ? null : sender;
    }

    /** The decision, if there is one that he may read. */
    Optional<Entry> find(DecisionLogReader log, DecisionId id) {
        return readsAll ? log.find(id) : log.find(id, sender);
    }
}
