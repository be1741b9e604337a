package kz.sheshim.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import kz.sheshim.access.Submitter;
import kz.sheshim.log.DecisionId;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.policy.Revision;

/** Events to deliver. */
public final class EventFixture {
    private EventFixture() {}

    public static ActionEvent event(int place) {
        return new ActionEvent(
                new DecisionId(UUID.fromString("01a2073c-f074-7a5a-b860-a72886ae7739")),
                new EntryNumber(17),
                place,
                "ring-the-bell",
                new Submitter("қабылдау орталығы"),
                "SC-2026-000123",
                Instant.parse("2026-11-20T05:15:00.123Z"),
                LocalDate.of(2026, 11, 24),
                new Revision("sha256:" + "0".repeat(64)));
    }
}
