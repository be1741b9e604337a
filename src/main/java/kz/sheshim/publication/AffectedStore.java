package kz.sheshim.publication;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kz.sheshim.bulk.Impact;
import kz.sheshim.bulk.RecordedApplications.Range;
import kz.sheshim.log.EntryNumber;

/** Stores the lists of decisions that publications of drafts affect. A publication begins its list. */
public interface AffectedStore {

    /** Decisions that were not decided again yet for a list. */
    record Part(EntryNumber publication, Range range) {}

    /**
     * How far a list is.
     *
     * @param lookedAt the decisions up to this entry were decided again
     * @param complete whether these are all decisions before the publication
     * @param decisions number of decisions on the list
     */
    record Progress(long lookedAt, boolean complete, long decisions) {}

    /**
     * The next part of a list that is not complete, of at most so many entries. For a minute no other service gets it.
     */
    Optional<Part> next(int entries);

    /** Keeps what a part came to, in one transaction. Does nothing if another service has kept it. MUST leave out decisions whose case file is erased. */
    void keep(Part part, List<Impact.Change> changes);

    /** Empty if there is no list of this publication. */
    Optional<Progress> progress(EntryNumber publication);

    /** Gives each decision of a list as JSON, in the order of their entries. */
    void each(EntryNumber publication, Consumer<String> decision);
}
