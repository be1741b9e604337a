package kz.sheshim.proof;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import kz.sheshim.log.KeyChange;
import kz.sheshim.log.Statement;
import kz.sheshim.log.tree.NotValid;
import kz.sheshim.log.tree.TrustPolicy;
import kz.sheshim.log.tree.VerifierKey;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/** The keys of the log, from the first to the present one. Each change is signed by both keys, so it is enough to trust one of them. */
final class KeyChain {
    private final Set<VerifierKey> trusted = new HashSet<>();
    private Set<VerifierKey> known = Set.of();
    private boolean isTrusted;
    private @Nullable VerifierKey present;

    KeyChain(TrustPolicy trust) {
        trust.logs().forEach(log -> trusted.add(log.key()));
    }

    /** Takes the next entry. What is wrong with it, if it is a change of the key. */
    Optional<Phrase> take(Statement statement) {
        if (!statement.kind().equals(KeyChange.KIND)) {
            return Optional.empty();
        }
        try {
            VerifierKey key = KeyChange.verified(statement, present);
            isTrusted |= trusted.contains(key);
            changeTo(key);
            return Optional.empty();
        } catch (NotValid | IllegalArgumentException wrong) {
            stated(statement).ifPresent(this::changeTo);
            return Optional.of(Phrase.of("it does not change the key: {0}", String.valueOf(wrong.getMessage())));
        }
    }

    /** A change that is not signed is one flaw; what follows is checked by the key that it states. */
    private static Optional<VerifierKey> stated(Statement statement) {
        try {
            return KeyChange.key(statement);
        } catch (NotValid wrong) {
            return Optional.empty();
        }
    }

    private void changeTo(VerifierKey key) {
        Set<VerifierKey> more = new HashSet<>(known);
        more.add(key);
        known = Set.copyOf(more);
        present = key;
    }

    /** The key that signs now; null before the first one. */
    @Nullable
    VerifierKey inForce() {
        return present;
    }

    /** All keys up to now. */
    Set<VerifierKey> known() {
        return known;
    }

    /** Whether one of the keys is trusted. */
    boolean isTrusted() {
        return isTrusted;
    }
}
