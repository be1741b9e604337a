package kz.sheshim.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import kz.sheshim.bulk.Impact;
import kz.sheshim.bulk.ImpactRun;
import kz.sheshim.bulk.RecordedApplications.Selection;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.log.Publication;
import kz.sheshim.policy.PolicyDiff;
import kz.sheshim.policy.Revision;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.publication.AffectedStore.Part;

/** Finds, in the background, the recorded decisions that a publication would have made otherwise. They are only decided again if it changes the law of past days. */
public final class FindAffected implements AutoCloseable {
    /** Of so many decisions all that change are listed. */
    private static final int AT_ONCE = Impact.MAX_LISTED;

    private final AffectedStore store;
    private final PublicationLog log;
    private final Rulesets rulesets;
    private final ImpactRun impact;
    private boolean isFailing;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "affected");
        made.setDaemon(true);
        made.setPriority(Thread.MIN_PRIORITY);
        return made;
    });

    public FindAffected(AffectedStore store, PublicationLog log, Rulesets rulesets, ImpactRun impact) {
        this.store = store;
        this.log = log;
        this.rulesets = rulesets;
        this.impact = impact;
    }

    /**
     * Looks at this interval for lists that are not complete, and completes them.
     *
     * @param failed told why a part could not be found, unless the attempt before failed too; it is tried again
     */
    @SuppressWarnings("FutureReturnValueIgnored") // it ends with this object
    public void every(long millis, Consumer<Throwable> failed) {
        thread.scheduleWithFixedDelay(() -> complete(failed), millis, millis, TimeUnit.MILLISECONDS);
    }

    /** An exception would end the repeated work. */
    private void complete(Consumer<Throwable> failed) {
        try {
            boolean isFound = true;
            while (isFound && !thread.isShutdown()) {
                isFound = findNext();
            }
            isFailing = false;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            if (!isFailing && !thread.isShutdown()) { // then the database is perhaps away already
                failed.accept(e);
            }
            isFailing = true;
        }
    }

    /** Finds a part of a list; false if all are complete, or others find what is left. */
    boolean findNext() throws InterruptedException {
        Part part = store.next(AT_ONCE).orElse(null);
        if (part == null) {
            return false;
        }
        Publication publication = log.list(new EntryNumber(part.publication().value() + 1), 1)
                .get(0)
                .publication();
        Revision replaced = publication.replaced();
        store.keep(
                part,
                replaced == null
                        ? new Impact().changes()
                        : between(replaced, publication, part).changes());
        return true;
    }

    private Impact between(Revision replaced, Publication publication, Part part) throws InterruptedException {
        LoadedRuleset before = rulesets.use(replaced);
        try {
            LoadedRuleset after = rulesets.use(publication.revision());
            try {
                return isRetroactive(before.ruleset(), after.ruleset(), publication.at())
                        ? impact.between(before.policy(), after.policy(), part.range(), Selection.ALL, decided -> {})
                        : new Impact();
            } finally {
                after.release();
            }
        } finally {
            before.release();
        }
    }

    static boolean isRetroactive(Ruleset before, Ruleset after, Instant published) {
        return RetroactiveRow.isRetroactive(
                PolicyDiff.between(before.meaning(), after.meaning()),
                before,
                after,
                LocalDate.ofInstant(published, after.calendar().zone().orElse(ZoneOffset.UTC)));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
