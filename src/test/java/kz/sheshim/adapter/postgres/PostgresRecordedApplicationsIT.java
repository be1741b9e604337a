package kz.sheshim.adapter.postgres;

import static kz.sheshim.DoneFixture.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kz.sheshim.bulk.RecordedApplications.Recorded;
import kz.sheshim.bulk.RecordedApplications.Selection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A selection of recorded applications is read to its end, however far apart its entries are. */
class PostgresRecordedApplicationsIT {
    @RegisterExtension
    static final PostgresFixture POSTGRES = new PostgresFixture();

    private static final Selection DENIED = new Selection(null, null, "denied", null, null, null);

    private final PostgresRecordedApplications applications = new PostgresRecordedApplications(POSTGRES.database());

    @BeforeEach
    void decideFarApart() throws SQLException {
        POSTGRES.execute(
                """
                ALTER TABLE log_entry DISABLE TRIGGER only_grows;
                ALTER TABLE case_file DISABLE TRIGGER only_grows;
                ALTER TABLE erasure DISABLE TRIGGER only_grows;
                TRUNCATE log_entry, case_file, erasure, legal_hold RESTART IDENTITY;
                """);
        new PostgresRevisionStore(POSTGRES.database())
                .store(DecisionFixture.REVISION, DecisionFixture.FILES, Instant.EPOCH);
        decide(1, "denied");
        decide(2, "granted");
        decide(50_001, "granted");
        decide(50_002, "denied");
        decide(180_000, "denied");
        decide(180_001, "granted");
    }

    private static void decide(long entry, String outcome) throws SQLException {
        POSTGRES.execute("ALTER TABLE log_entry ALTER COLUMN entry RESTART WITH " + entry);
        try (PostgresDecisionLog log = DecisionFixture.log(POSTGRES)) {
            done(DecisionFixture.append(
                    log,
                    DecisionFixture.decision(
                            DecisionFixture.SUBMITTER, "r-" + entry, outcome, LocalDate.of(2026, 11, 20)),
                    null));
        }
    }

    private List<Long> read(Selection selection, int most) {
        List<Long> entries = new ArrayList<>();
        long entry = applications.before(selection);
        List<Recorded> page = applications.after(entry, selection, most);
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(most);
            page.forEach(each -> entries.add(each.entry()));
            page = applications.after(entries.get(entries.size() - 1), selection, most);
        }
        return entries;
    }

    @Test
    void everySelectedOneIsReadOnce() {
        assertThat(read(Selection.ALL, 4)).containsExactly(1L, 2L, 50_001L, 50_002L, 180_000L, 180_001L);
        assertThat(read(DENIED, 1)).containsExactly(1L, 50_002L, 180_000L);
        assertThat(read(new Selection(LocalDate.of(2026, 11, 21), null, null, null, null, null), 4))
                .isEmpty();
    }

    @Test
    void theNewestOnesAreThoseOfTheSelection() {
        assertThat(read(Selection.newest(3), 4)).containsExactly(50_002L, 180_000L, 180_001L);
        assertThat(read(Selection.newest(100), 4)).hasSize(6);
        assertThat(read(new Selection(null, null, "denied", null, null, 2), 4)).containsExactly(50_002L, 180_000L);
    }
}
