package kz.sheshim.publication;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.sheshim.access.KeyId;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.log.Publication;
import kz.sheshim.policy.Revision;
import org.jspecify.annotations.Nullable;

/** The publications, which are entries of the log. The last one says which law is in force. */
public interface PublicationLog {

    /**
     * A publication and the number of its entry.
     *
     * @param isRollBack whether its revision was in force once before
     */
    record Published(EntryNumber entry, Publication publication, boolean isRollBack) {}

    /**
     * A publication that was approved, and has not happened.
     *
     * @param due its moment
     * @param isVoid it will not happen: another revision was in force than the one that it would replace, or a key that approved it was revoked
     */
    record Due(DraftId draft, Instant due, Revision revision, boolean isVoid, String reason) {
        /** Whether the draft is approved for this revision and moment. */
        boolean isOf(Draft approved) {
            return approved.id().equals(draft)
                    && due.equals(approved.due())
                    && approved.revision().equals(Optional.of(revision));
        }
    }

    /** The last publication; empty if there is none. */
    Optional<Published> last();

    /** Newest first, at most so many, and only those before an entry; null: from the newest on. */
    List<Published> list(@Nullable EntryNumber before, int limit);

    /**
     * Publishes at once: its moment MUST be taken while nothing else can be recorded, so that everything before it has an earlier moment. When it returns, no
     * decision by another revision is recorded any more, by any service.
     *
     * @return with the moment that was taken
     * @throws kz.sheshim.log.OtherLawInForce if the revision that it replaces is not in force
     */
    Published publish(Publication publication);

    /** The number of publications by the way in which they came into force; ways without any are left out. */
    Map<Publication.Way, Long> countByWay();

    /** Whether the revision is in force, or was. */
    boolean hasPublished(Revision revision);

    /** The publication of a draft, if it happened. */
    Optional<Published> of(DraftId draft);

    /** The clock that says whether the moment of a publication has come. It is one for all services. */
    Instant now();

    /**
     * Lets an approved publication happen at its moment, exactly: it is published before anything that is recorded after the moment, whoever records. It takes
     * the place of what waits for the draft. At the moment the draft MUST still be approved for this revision and moment; otherwise nothing happens. If the
     * moment has come already, perhaps something was recorded after it: then it happens at once, as {@link #publish} does, and the draft gets this moment.
     *
     * @param publication its {@code draft} and {@code replaced} MUST be there
     * @param keys the API keys that approved it; if one is revoked before the moment, it does not happen
     */
    void schedule(DraftId draft, Publication publication, List<KeyId> keys);

    /** Lets it not happen. Does nothing if it does not wait. */
    void cancel(DraftId draft);

    /** What was scheduled and has not happened, the next first. */
    List<Due> scheduled();

    /** Publishes what is due now. */
    void publishDue();
}
