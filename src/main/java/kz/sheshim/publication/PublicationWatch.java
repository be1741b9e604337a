package kz.sheshim.publication;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import kz.sheshim.log.Publication;
import org.jspecify.annotations.Nullable;

/** Looks now and then at what those who look after the law must see: drafts that wait for an approver, and publications that wait for a confirmation. */
public final class PublicationWatch {
    private static final long PAUSE_NANOS = Duration.ofSeconds(2).toNanos();

    private final DraftStore store;
    private final PublicationLog log;
    private final LongSupplier nanos;
    private volatile @Nullable Seen seen;
    private long lookedAt;

    /**
     * What was seen.
     *
     * @param publications number of publications by the way in which they came into force
     * @param unconfirmed drafts that one person published alone, and that nobody else has confirmed
     * @param proposed since when each draft waits for an approver
     */
    public record Seen(Map<Publication.Way, Long> publications, List<Draft> unconfirmed, List<Instant> proposed) {
        public Seen {
            publications = Map.copyOf(publications);
            unconfirmed = List.copyOf(unconfirmed);
            proposed = List.copyOf(proposed);
        }
    }

    /** @param nanos a clock that only goes on */
    public PublicationWatch(DraftStore store, PublicationLog log, LongSupplier nanos) {
        this.store = store;
        this.log = log;
        this.nanos = nanos;
        this.lookedAt = nanos.getAsLong() - PAUSE_NANOS;
    }

    /** Looks, unless the last look is less than two seconds old. */
    public synchronized void look() {
        long now = nanos.getAsLong();
        if (now - lookedAt < PAUSE_NANOS) {
            return;
        }
        lookedAt = now;
        try {
            seen = see();
        } catch (RuntimeException failed) {
            seen = null; // what was seen before may be over
            throw failed;
        }
    }

    private Seen see() {
        return new Seen(
                log.countByWay(),
                store.unconfirmed(),
                store.inState(EnumSet.of(Draft.State.PROPOSED)).stream()
                        .map(PublicationWatch::since)
                        .toList());
    }

    /** The last proposal; a draft that was voided is proposed again since then. */
    private static Instant since(Draft draft) {
        return draft.steps().stream()
                .filter(step -> step.kind() == Draft.Step.Kind.PROPOSAL || step.kind() == Draft.Step.Kind.VOID)
                .map(Draft.Step::at)
                .reduce(draft.openedAt(), (earlier, later) -> later);
    }

    /** What was seen last; empty if the last look failed. Never waits. */
    public Optional<Seen> seen() {
        return Optional.ofNullable(seen);
    }
}
