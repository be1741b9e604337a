package kz.sheshim.delivery;

import java.time.Instant;
import java.time.LocalDate;
import kz.sheshim.access.Submitter;
import kz.sheshim.log.DecisionId;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.policy.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Tells a destination that a decision calls for an action. It holds no data of the applicant beyond the reference; a receiver that needs more reads the
 * decision over REST.
 *
 * @param place position of the action in the verdict, from 1
 * @param reference the submitter's own number of the application
 * @param due the last day of the verdict's term; null if it has none
 */
public record ActionEvent(
        DecisionId decision,
        EntryNumber entry,
        int place,
        String action,
        Submitter submitter,
        String reference,
        Instant decidedAt,
        @Nullable LocalDate due,
        Revision revision)
        implements Event {

    @Override
    public String id() {
        return decision + "-" + place;
    }

    @Override
    public String name() {
        return action;
    }

    @Override
    public Instant at() {
        return decidedAt;
    }

    @Override
    public String application() {
        return submitter.name() + "\n" + reference;
    }
}
