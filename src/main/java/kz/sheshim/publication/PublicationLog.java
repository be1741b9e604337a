package kz.sheshim.publication;

import java.util.List;
import java.util.Optional;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.log.Publication;
import org.jspecify.annotations.Nullable;

/** The publications, which are entries of the log. The last one says which law is in force. */
public interface PublicationLog {

    /** A publication and the number of its entry. */
    record Published(EntryNumber entry, Publication publication) {}

    /** The last publication; empty if there is none. */
    Optional<Published> last();

    /** Newest first, at most so many, and only those before an entry; null: from the newest on. */
    List<Published> list(@Nullable EntryNumber before, int limit);

    /**
     * Publishes. When it returns, no decision by another revision is recorded any more, by any service.
     *
     * @throws kz.sheshim.log.OtherLawInForce if the revision that it replaces is not in force
     */
    Published publish(Publication publication);
}
