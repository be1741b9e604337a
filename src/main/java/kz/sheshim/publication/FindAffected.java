package kz.sheshim.publication;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kz.sheshim.background.RepeatedWork;
import kz.sheshim.bulk.Impact;
import kz.sheshim.bulk.ImpactRun;
import kz.sheshim.bulk.RecordedApplications.Selection;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.log.Publication;
import kz.sheshim.policy.PolicyDiff;
import kz.sheshim.policy.Revision;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.publication.AffectedStore.Part;

/** Finds, in the background, the recorded decisions that the law of a publication says should have been otherwise. */
public final class FindAffected implements AutoCloseable {
    /** Number of entries of a part. An impact lists no more changes than this, so it lists every change of a part. */
    private static final int AT_ONCE = Impact.MAX_LISTED;

    private final AffectedStore store;
    private final PublicationLog log;
    private final Rulesets rulesets;
    private final ImpactRun impact;
    private final RepeatedWork finding = new RepeatedWork("affected");

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
    public void every(Duration pause, Consumer<Throwable> failed) {
        finding.whileMore(pause, this::findNext, failed);
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
        store.keep(part, replaced == null ? new Impact() : between(replaced, publication, part));
        return true;
    }

    private Impact between(Revision replaced, Publication publication, Part part) throws InterruptedException {
        LoadedRuleset before = rulesets.use(replaced);
        try {
            LoadedRuleset after = rulesets.use(publication.revision());
            try {
                Selection affected = affected(before.ruleset(), after.ruleset()).orElse(null);
                return affected == null
                        ? new Impact()
                        : impact.onRecord(before.policy(), after.policy(), part.range(), affected, decided -> goOn());
            } finally {
                after.release();
            }
        } finally {
            before.release();
        }
    }

    /**
     * The applications that may be decided otherwise by the second law: those filed on the first day whose law a row changes, or later; all, if something is
     * different that has no period. Empty if nothing is.
     */
    static Optional<Selection> affected(Ruleset before, Ruleset after) {
        List<PolicyDiff> differences = PolicyDiff.between(before.meaning(), after.meaning());
        List<ChangedRow> rows = ChangedRow.among(differences, before, after);
        if (!differences.stream().allMatch(ChangedRow::isOfRow) || rows.stream().anyMatch(row -> row.since() == null)) {
            return Optional.of(Selection.ALL);
        }
        return rows.stream()
                .flatMap(row -> Stream.ofNullable(row.since()))
                .min(LocalDate::compareTo)
                .map(Selection::filedFrom);
    }

    private void goOn() {
        if (finding.isClosed()) {
            throw new CancellationException();
        }
    }

    @Override
    public void close() {
        finding.close();
    }
}
