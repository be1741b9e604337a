package kz.sheshim.publication;

import java.util.EnumSet;
import java.util.List;

/** The drafts that wait for an approver or for their moment. One look at them serves all who work for them. */
public final class WaitingDrafts {
    private final DraftStore drafts;
    private volatile List<Draft> seen = List.of();

    public WaitingDrafts(DraftStore drafts) {
        this.drafts = drafts;
    }

    /** Looks into the database. */
    List<Draft> look() {
        List<Draft> waiting = drafts.inState(EnumSet.of(Draft.State.PROPOSED, Draft.State.APPROVED));
        seen = waiting;
        return waiting;
    }

    /** What the last look saw; none before the first one. */
    List<Draft> seen() {
        return seen;
    }
}
