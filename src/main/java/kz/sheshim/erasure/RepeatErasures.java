package kz.sheshim.erasure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import kz.sheshim.access.Submitter;
import kz.sheshim.background.RepeatedWork;
import kz.sheshim.erasure.SeenErasures.Seen;
import kz.sheshim.log.CaseErased;
import kz.sheshim.log.DecisionId;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.log.Erasure;
import kz.sheshim.log.Order;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a list of all erasures outside the database, and erases again what a restored database has brought back: case files that its own entries say are erased,
 * and those that only the list knows of.
 */
public final class RepeatErasures implements AutoCloseable {
    /** Tells operators. MUST return at once and MUST NOT fail. */
    public interface Watch {
        /** Case files that had been erased were in the database, and were erased again. */
        void repeated(int cases);

        /** A case file that had been erased is in the database, and a hold that is younger than its erasure forbids to erase it again. */
        void held(DecisionId decision);

        /** The list could not be compared with the database; it is tried again. */
        void failed(String reason);
    }

    /** Orders the erasures that only the list knows of. No caller can have this name. */
    public static final Submitter OFFICER = new Submitter("sheshim:restored-database");

    private static final int AT_ONCE = 500;
    private static final int CASES_AT_ONCE = 1_000;

    private final CaseFiles cases;
    private final SeenErasures seen;
    private final Clock clock;
    private final Watch watch;
    private final RepeatedWork following = new RepeatedWork("seen-erasures");
    /** The last erasure that both the list and this database have; null: none that is known. */
    private @Nullable Seen last;

    public RepeatErasures(CaseFiles cases, SeenErasures seen, Clock clock, Watch watch) {
        this.cases = cases;
        this.seen = seen;
        this.clock = clock;
        this.watch = watch;
        this.last = seen.last().orElse(null);
    }

    /** Follows the database at an interval: erasures that other services made come into the list, and a restored database is noticed. */
    public void start(Duration interval) {
        following.every(interval, this::follow, failed -> watch.failed(failed.toString()));
    }

    /** Follows the database at once if that is possible. Otherwise the next turn makes up for it, or tells operators. */
    void tryToFollow() {
        try {
            follow();
        } catch (RuntimeException | Error later) {
            // what was erased is erased all the same
        }
    }

    /** Adds the new erasures of the database to the list. When the database does not have the last one of the list, it was restored: erases again. */
    public synchronized void follow() {
        if (!continues()) {
            repeat();
        }
        boolean more = true;
        while (more) {
            long from = last == null ? 1 : last.entry().value() + 1;
            List<Erasure> next = cases.erasuresFrom(new EntryNumber(from), AT_ONCE);
            seen.add(next.stream().map(Seen::of).toList());
            if (!next.isEmpty()) {
                last = Seen.of(next.get(next.size() - 1));
            }
            more = next.size() == AT_ONCE;
        }
    }

    private boolean continues() {
        Seen known = last;
        return known == null
                || cases.erasuresFrom(known.entry(), 1).stream()
                        .anyMatch(erasure -> erasure.entry().equals(known.entry())
                                && erasure.decision().equals(known.decision()));
    }

    /**
     * Erases again what the entries of the database, or else the list, say was erased. Holds that are older than the erasure do not count.
     *
     * @return the number of case files
     */
    public synchronized int repeat() {
        CaseFiles.Repeated group = cases.eraseAgain(null, CASES_AT_ONCE);
        int repeated = group.erased();
        while (group.last() != null) {
            group = cases.eraseAgain(group.last(), CASES_AT_ONCE);
            repeated += group.erased();
        }
        if (!continues()) {
            AtomicInteger listed = new AtomicInteger();
            seen.read(AT_ONCE, part -> listed.addAndGet(repeat(part)));
            repeated += listed.get();
            last = null; // all erasures of this database are listed anew
        }
        if (repeated > 0) {
            watch.repeated(repeated);
        }
        return repeated;
    }

    private int repeat(List<Seen> group) {
        List<DecisionId> back =
                cases.existing(group.stream().map(Seen::decision).toList());
        int repeated = 0;
        for (Seen each : group) {
            if (back.contains(each.decision()) && repeat(each).isPresent()) {
                repeated++;
            }
        }
        return repeated;
    }

    private Optional<Erasure> repeat(Seen erased) {
        Order order = new Order(erased.basis(), "", OFFICER);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        cases.releaseOlder(erased.decision(), erased.at(), order, now);
        try {
            return cases.erase(erased.decision(), order, now);
        } catch (CaseErased already) {
            return Optional.empty();
        } catch (CaseHeld held) {
            watch.held(erased.decision());
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        following.close();
    }
}
