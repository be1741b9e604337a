package kz.sheshim.adapter.postgres;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kz.sheshim.log.LogUnavailable;
import org.jboss.logging.Logger;

/**
 * Removes expired idempotency keys while decisions with new keys are recorded. For every {@value #KEYS_BETWEEN_REMOVALS} new keys up to {@value #MAX_REMOVED}
 * expired ones are removed, so the table shrinks although no removal takes long. Used by one thread, the writer of the decision log.
 */
final class ExpiredKeys {
    private static final Logger LOG = Logger.getLogger(ExpiredKeys.class);
    private static final int KEYS_BETWEEN_REMOVALS = 256;
    private static final int MAX_REMOVED = 1_000;

    private final Transactions transactions;
    private final Duration lifetime;
    private int keysSinceRemoval;

    /**
     * @param lifetime time after which a key expires
     */
    ExpiredKeys(Transactions transactions, Duration lifetime) {
        this.transactions = transactions;
        this.lifetime = lifetime;
    }

    /** Counts the keys of a group that is about to be recorded, and removes expired keys when it is time. A failure is logged and harms no decision. */
    void removeBefore(List<PendingDecision> group) {
        keysSinceRemoval +=
                (int) group.stream().filter(each -> each.request() != null).count();
        if (keysSinceRemoval < KEYS_BETWEEN_REMOVALS) {
            return;
        }
        Instant expired = group.get(0).decision().decidedAt().minus(lifetime);
        try {
            transactions.writeInStatements(connection -> IdempotencyKeys.remove(connection, expired, MAX_REMOVED));
            keysSinceRemoval = 0;
        } catch (LogUnavailable failed) {
            LOG.warnf("Expired idempotency keys were not removed: %s", failed.reason());
        }
    }
}
