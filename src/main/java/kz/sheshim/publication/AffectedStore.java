package kz.sheshim.publication;

import java.util.Optional;
import java.util.function.Consumer;
import kz.sheshim.bulk.Impact;
import kz.sheshim.bulk.RecordedApplications.Range;
import kz.sheshim.log.EntryNumber;

/** Stores the lists of decisions that publications of drafts affect: those recorded before that their law would make otherwise. A publication begins its list. */
public interface AffectedStore {

    /** Entries whose decisions are not known yet for a list. */
    record Part(EntryNumber publication, Range range) {}

    /**
     * How far a list is.
     *
     * @param lookedAt the decisions up to this entry are known
     * @param complete whether these are all decisions before the publication
     * @param decisions number of decisions on the list
     * @param undecided number of decisions to which the law of the publication gives no verdict; the list has none of them
     */
    record Progress(long lookedAt, boolean complete, long decisions, long undecided) {}

    /**
     * Claims the next part of an incomplete list for this service. No other service gets it within a minute.
     *
     * @param entries maximum number of entries of the part
     */
    Optional<Part> next(int entries);

    /** Keeps what a part came to, in one transaction. Does nothing if another service has kept it. MUST leave out decisions whose case file is erased. */
    void keep(Part part, Impact impact);

    /** Empty if the publication has no list. */
    Optional<Progress> progress(EntryNumber publication);

    /** Gives each decision of a list as JSON, in the order of their entries. Holds no connection while it gives one. */
    void each(EntryNumber publication, Consumer<String> decision);
}
