package kz.sheshim.adapter.postgres;

import static kz.sheshim.adapter.postgres.StorableText.require;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import javax.sql.DataSource;
import kz.sheshim.delivery.Routes;
import kz.sheshim.log.Decision;
import kz.sheshim.log.DecisionLog;
import kz.sheshim.log.Entry;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.log.KeyedRequest;
import kz.sheshim.log.LogHealth;
import kz.sheshim.log.LogUnavailable;
import kz.sheshim.verdict.VerdictCodec;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Appends decisions to the table {@code decision}; those that come at the same time share a transaction, and so the wait for the disk. When the answer to the commit is lost, the entry may be recorded although {@link
 * kz.sheshim.log.LogUnavailable} is thrown; never the other way round.
 */
public final class PostgresDecisionLog implements DecisionLog, LogHealth, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(PostgresDecisionLog.class);

    /** A group of this size takes the disk no longer than a small one. */
    private static final int MOST_IN_GROUP = 128;

    /** In characters: usual decisions have some thousand, and the parameters of a statement stand in memory several times. */
    private static final long MOST_LENGTH_OF_GROUP = 1_000_000;

    /** Whenever so many more keys came, as many again and more that expired are removed: they become fewer, and nobody waits long for it. */
    private static final int KEYS_BETWEEN_REMOVALS = 256;

    private static final int MOST_REMOVED = 1_000;

    private final Transactions transactions;
    private final VerdictCodec codec;
    private final Duration keyLifetime;
    private final DecisionInsert insert;
    private final GroupCommit<PendingDecision, Supplier<Entry>> commits;
    /** Only the writer of the groups knows it. */
    private int keysSinceRemoval;

    /**
     * @param routes where actions of the verdicts are handed over; what they name waits in the outbox from the moment that the decision is recorded
     * @param mostWaiting so many decisions may wait to be recorded
     * @param keyLifetime after so long a sender may use a key for another request
     */
    public PostgresDecisionLog(
            DataSource database, VerdictCodec codec, Routes routes, int mostWaiting, Duration keyLifetime) {
        this.transactions = new Transactions(database);
        this.codec = codec;
        this.keyLifetime = keyLifetime;
        this.insert = new DecisionInsert(keyLifetime, routes);
        this.commits = new GroupCommit<>(
                this::write, MOST_IN_GROUP, PostgresDecisionLog::length, MOST_LENGTH_OF_GROUP, mostWaiting);
    }

    private static long length(PendingDecision appending) {
        Decision decision = appending.decision();
        return (long) decision.received().length()
                + decision.read().length()
                + decision.verdictText().length();
    }

    /**
     * @throws IllegalArgumentException if a text of the decision cannot be recorded as it is: it holds U+0000 or half a surrogate
     *     pair
     */
    @Override
    public CompletionStage<Entry> append(Decision decision, @Nullable KeyedRequest request) {
        require("the reference", decision.reference());
        require("the application", decision.received());
        require("the application as read", decision.read());
        require("the verdict", decision.verdictText());
        return commits.write(new PendingDecision(decision, request)).thenApply(Supplier::get);
    }

    @Override
    public Optional<String> obstacle() {
        return commits.obstacle().or(() -> DatabaseWriteCheck.obstacle(transactions));
    }

    /** So many decisions wait to be recorded. */
    public int waiting() {
        return commits.waiting();
    }

    /** Returns when all that was handed in is recorded. */
    @Override
    public void close() {
        commits.close();
    }

    private List<Supplier<Entry>> write(List<PendingDecision> group) {
        removeExpiredKeys(group);
        Map<UUID, EntryNumber> numbers = transactions.writeInStatements(connection -> insert.insert(connection, group));
        Supplier<List<IdempotencyKeys.Kept>> kept = kept(group.stream()
                .filter(each -> !numbers.containsKey(each.decision().id().value()))
                .map(each -> Objects.requireNonNull(each.request()))
                .toList());
        return group.stream().map(each -> entry(each, numbers, kept)).toList();
    }

    /** What was decided under these keys before. When that cannot be found, it is told to those who ask for it alone: the others are recorded by now. */
    private Supplier<List<IdempotencyKeys.Kept>> kept(List<KeyedRequest> repeated) {
        if (repeated.isEmpty()) {
            return List::of;
        }
        try {
            List<IdempotencyKeys.Kept> found =
                    transactions.read(connection -> IdempotencyKeys.find(connection, repeated, codec));
            return () -> found;
        } catch (RuntimeException failed) {
            return () -> {
                throw failed;
            };
        }
    }

    private static Supplier<Entry> entry(
            PendingDecision each, Map<UUID, EntryNumber> numbers, Supplier<List<IdempotencyKeys.Kept>> kept) {
        EntryNumber number = numbers.get(each.decision().id().value());
        if (number != null) {
            return () -> new Entry(number, each.decision());
        }
        KeyedRequest request = Objects.requireNonNull(each.request());
        return () -> kept.get().stream()
                .filter(key -> key.isKeyOf(request))
                .findFirst()
                .orElseThrow(() -> new LogUnavailable(new IllegalStateException("the key expires this moment")))
                .entryFor(request);
    }

    /** Now and then, and only where keys are used. That it fails harms no decision. */
    private void removeExpiredKeys(List<PendingDecision> group) {
        keysSinceRemoval +=
                (int) group.stream().filter(each -> each.request() != null).count();
        if (keysSinceRemoval < KEYS_BETWEEN_REMOVALS) {
            return;
        }
        Instant expired = group.get(0).decision().decidedAt().minus(keyLifetime);
        try {
            transactions.writeInStatements(connection -> IdempotencyKeys.remove(connection, expired, MOST_REMOVED));
            keysSinceRemoval = 0;
        } catch (LogUnavailable failed) {
            LOG.warnf("expired idempotency keys were not removed: %s", failed.reason());
        }
    }
}
