package kz.sheshim.adapter.postgres;

import static kz.sheshim.adapter.postgres.StorableText.require;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
import kz.sheshim.log.LogUnavailable;
import kz.sheshim.log.OtherLawInForce;
import kz.sheshim.log.Seal;
import kz.sheshim.log.SearchTerm;
import kz.sheshim.policy.Revision;
import kz.sheshim.verdict.VerdictCodec;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * Appends decisions to the tables {@code log_entry} and {@code case_file}. Decisions that arrive at the same time share a transaction, and so the wait for the disk. If the answer to a
 * commit is lost, the entry may be recorded although {@link LogUnavailable} is thrown; the reverse never happens.
 */
public final class PostgresDecisionLog implements DecisionLog, AutoCloseable {

    /** The disk needs no more time for a group of this size than for a small one. */
    private static final int MAX_GROUP_SIZE = 128;

    /** In characters. A usual decision has some thousand; memory holds the parameters of a statement several times. */
    private static final long MAX_GROUP_LENGTH = 1_000_000;

    private final Transactions transactions;
    private final PostgresPublicationLog publications;
    private final VerdictCodec codec;
    private final ExpiredKeys expiredKeys;
    private final DecisionInsert insert;
    private final GroupCommit<PendingDecision, Supplier<Entry>> commits;

    /**
     * @param routes destinations of the actions; the transaction that records a decision also puts its deliveries into the outbox
     * @param maxWaiting maximum number of decisions that wait to be recorded
     * @param maxWait maximum time from {@link #append} to its result
     * @param keyLifetime time after which an idempotency key can be used for another request
     */
    public PostgresDecisionLog(
            DataSource database,
            VerdictCodec codec,
            Routes routes,
            int maxWaiting,
            Duration maxWait,
            Duration keyLifetime) {
        this.transactions = new Transactions(database);
        this.publications = new PostgresPublicationLog(database);
        this.codec = codec;
        this.expiredKeys = new ExpiredKeys(transactions, keyLifetime);
        this.insert = new DecisionInsert(keyLifetime, routes);
        this.commits = new GroupCommit<>(
                this::write, MAX_GROUP_SIZE, PostgresDecisionLog::length, MAX_GROUP_LENGTH, maxWaiting, maxWait);
    }

    private static long length(PendingDecision pending) {
        Decision decision = pending.decision();
        return (long) decision.received().length()
                + decision.read().length()
                + decision.verdictText().length();
    }

    /**
     * @throws IllegalArgumentException if a text of the decision contains U+0000 or half a surrogate pair, and so cannot be recorded unchanged
     */
    @Override
    public CompletionStage<Entry> append(
            Decision decision, Seal seal, Set<SearchTerm> terms, @Nullable KeyedRequest request) {
        require("the reference", decision.reference());
        require("the application", decision.received());
        require("the application as read", decision.read());
        require("the verdict", decision.verdictText());
        return commits.write(new PendingDecision(decision, seal, terms, request))
                .thenApply(Supplier::get);
    }

    /** Why a decision handed in now would not be written, as far as the writer knows without asking the database. */
    Optional<Phrase> writerObstacle() {
        return commits.obstacle();
    }

    /** Whether the writer works. */
    boolean isAlive() {
        return commits.isAlive();
    }

    /** Number of decisions that wait to be recorded. */
    public int waiting() {
        return commits.waiting();
    }

    /** Returns when every decision that was handed in is recorded. */
    @Override
    public void close() {
        commits.close();
    }

    private List<Supplier<Entry>> write(List<PendingDecision> group) {
        try {
            return record(group);
        } catch (LogUnavailable failed) {
            if (PostgresPublicationLog.isOtherLaw(failed)) {
                return recordByLawInForce(group);
            }
            throw failed;
        }
    }

    /** Another revision has come into force: only the decisions by that one are recorded. What was due was refused together with the group. */
    private List<Supplier<Entry>> recordByLawInForce(List<PendingDecision> group) {
        publications.publishDue();
        Optional<Revision> law =
                publications.last().map(last -> last.publication().revision());
        List<PendingDecision> lawful = group.stream()
                .filter(each -> law.equals(Optional.of(each.decision().revision())))
                .toList();
        Iterator<Supplier<Entry>> recorded = (lawful.isEmpty() ? List.<Supplier<Entry>>of() : write(lawful)).iterator();
        return group.stream()
                .<Supplier<Entry>>map(each -> lawful.contains(each) ? recorded.next() : PostgresDecisionLog::refuse)
                .toList();
    }

    private static Entry refuse() {
        throw new OtherLawInForce();
    }

    private List<Supplier<Entry>> record(List<PendingDecision> group) {
        expiredKeys.removeBefore(group);
        Map<UUID, EntryNumber> numbers = transactions.writeInStatements(connection -> insert.insert(connection, group));
        Supplier<List<IdempotencyKeys.UsedKey>> usedKeys = usedKeys(group.stream()
                .filter(each -> !numbers.containsKey(each.decision().id().value()))
                .map(each -> Objects.requireNonNull(each.request()))
                .toList());
        return group.stream().map(each -> entry(each, numbers, usedKeys)).toList();
    }

    /**
     * The earlier decisions of these requests. If the search fails, the supplier throws: only repeated requests fail then, because all other decisions of
     * the group are already recorded.
     */
    private Supplier<List<IdempotencyKeys.UsedKey>> usedKeys(List<KeyedRequest> repeated) {
        if (repeated.isEmpty()) {
            return List::of;
        }
        try {
            List<IdempotencyKeys.UsedKey> found =
                    transactions.read(connection -> IdempotencyKeys.find(connection, repeated, codec));
            return () -> found;
        } catch (RuntimeException failed) {
            return () -> {
                throw failed;
            };
        }
    }

    private static Supplier<Entry> entry(
            PendingDecision each, Map<UUID, EntryNumber> numbers, Supplier<List<IdempotencyKeys.UsedKey>> usedKeys) {
        EntryNumber number = numbers.get(each.decision().id().value());
        if (number != null) {
            return () -> new Entry(number, each.decision(), each.seal());
        }
        KeyedRequest request = Objects.requireNonNull(each.request());
        return () -> usedKeys.get().stream()
                .filter(used -> used.isKeyOf(request))
                .findFirst()
                .orElseThrow(
                        () -> new LogUnavailable(new IllegalStateException("the key expired between two statements")))
                .entryFor(request);
    }
}
