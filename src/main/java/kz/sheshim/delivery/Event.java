package kz.sheshim.delivery;

import java.time.Instant;
import java.time.LocalDate;
import kz.sheshim.access.Submitter;
import kz.sheshim.log.DecisionId;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.policy.Revision;
import org.jspecify.annotations.Nullable;

/**
 * What a destination is told: that a decision sets an action going. It says nothing of the applicant; who may know more asks for the decision.
 *
 * @param place of the action in the verdict, from 1
 * @param due the last day of the verdict's term, if it has one
 */
public record Event(
        DecisionId decision,
        EntryNumber entry,
        int place,
        String action,
        Submitter sender,
        String reference,
        Instant decidedAt,
        @Nullable LocalDate due,
        Revision revision) {

    /** The same at every attempt and for every destination, and of no other event. */
    public String id() {
        return decision + "-" + place;
    }
}
