package kz.sheshim.proof;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import kz.sheshim.log.KeyChange;
import kz.sheshim.log.Statement;
import kz.sheshim.log.tree.NotValid;
import kz.sheshim.log.tree.TrustPolicy;
import kz.sheshim.log.tree.VerifierKey;
import org.jspecify.annotations.Nullable;

/** The keys of the log, from the first to the present one. Each change is signed by both keys, so it is enough to trust one of them. */
final class KeyChain {
    private final Set<VerifierKey> trusted = new LinkedHashSet<>();
    private final Set<VerifierKey> chain = new LinkedHashSet<>();
    private @Nullable VerifierKey present;

    KeyChain(TrustPolicy trust) {
        trust.logs().forEach(log -> trusted.add(log.key()));
    }

    /** Takes the next entry. What is wrong with it, if it is a change of the key. */
    Optional<String> take(Statement statement) {
        if (!statement.kind().equals(KeyChange.KIND)) {
            return Optional.empty();
        }
        try {
            present = KeyChange.verified(statement, present);
            chain.add(present);
            return Optional.empty();
        } catch (NotValid wrong) {
            return Optional.of("it does not change the key: " + wrong.getMessage());
        }
    }

    /** The keys whose signatures count so far. */
    Set<VerifierKey> known() {
        Set<VerifierKey> known = new LinkedHashSet<>(trusted);
        known.addAll(chain);
        return known;
    }

    /** Whether a key of the chain is trusted. */
    boolean isTrusted() {
        return chain.stream().anyMatch(trusted::contains);
    }
}
