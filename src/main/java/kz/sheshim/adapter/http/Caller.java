package kz.sheshim.adapter.http;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Optional;
import kz.sheshim.decision.DecisionId;
import kz.sheshim.decision.Sender;
import kz.sheshim.log.DecisionLogReader;
import kz.sheshim.log.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, and whose decisions he may read.
 *
 * @param readsAll whoever sent them; else only those that he sent himself
 */
record Caller(Sender sender, boolean readsAll) {

    static Caller of(SecurityContext security) {
        Principal principal = security.getUserPrincipal();
        // Nobody logs in yet
        return new Caller(principal == null ? Sender.UNKNOWN : new Sender(principal.getName()), true);
    }

    /** The sender whose decisions he may read; null: anyone's. */
    @Nullable
    Sender readsOnly() {
        return readsAll ? null : sender;
    }

    /** The decision, if there is one that he may read. */
    Optional<Entry> find(DecisionLogReader log, DecisionId id) {
        return readsAll ? log.find(id) : log.find(id, sender);
    }
}
