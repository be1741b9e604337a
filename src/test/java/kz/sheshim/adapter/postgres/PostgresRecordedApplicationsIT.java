package kz.sheshim.adapter.postgres;

import static kz.sheshim.DoneFixture.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import kz.sheshim.bulk.RecordedApplications.Page;
import kz.sheshim.bulk.RecordedApplications.Range;
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

    private List<Long> read(Selection selection, int most) throws SQLException {
        return read(applications.range(selection), selection, most, page -> {});
    }

    /** Does something after each page. */
    private interface Reader {
        void read(Page page) throws SQLException;
    }

    private List<Long> read(Range range, Selection selection, int most, Reader reader) throws SQLException {
        List<Long> entries = new ArrayList<>();
        Range rest = range;
        while (!rest.isEmpty()) {
            Page page = applications.page(rest, selection, most, 1_000_000);
            assertThat(page.applications()).hasSizeLessThanOrEqualTo(most);
            page.applications().forEach(each -> entries.add(each.entry()));
            reader.read(page);
            rest = page.rest();
        }
        return entries;
    }

    @Test
    void everySelectedOneIsReadOnce() throws SQLException {
        assertThat(read(Selection.ALL, 4)).containsExactly(1L, 2L, 50_001L, 50_002L, 180_000L, 180_001L);
        assertThat(read(DENIED, 1)).containsExactly(1L, 50_002L, 180_000L);
        assertThat(read(new Selection(LocalDate.of(2026, 11, 21), null, null, null, null, null), 4))
                .isEmpty();
    }

    @Test
    void decisionsAfterAnEntryAreCounted() {
        assertThat(applications.countAfter(2, 10)).isEqualTo(4);
        assertThat(applications.countAfter(2, 3)).isEqualTo(3);
        assertThat(applications.countAfter(180_001, 10)).isZero();
    }

    @Test
    void theNewestOnesAreThoseOfTheSelection() throws SQLException {
        assertThat(read(Selection.newest(3), 4)).containsExactly(50_002L, 180_000L, 180_001L);
        assertThat(read(Selection.newest(100), 4)).hasSize(6);
        assertThat(read(new Selection(null, null, "denied", null, null, 2), 4)).containsExactly(50_002L, 180_000L);
    }

    @Test
    void whatIsRecordedDuringARunIsNotOfIt() throws SQLException {
        Range range = applications.range(Selection.newest(2));
        AtomicLong next = new AtomicLong(180_002);
        assertThat(read(range, Selection.newest(2), 1, page -> {
                    if (next.get() < 180_010) {
                        decide(next.getAndIncrement(), "granted");
                    }
                }))
                .containsExactly(180_000L, 180_001L);
        assertThat(next.get()).isGreaterThan(180_003);
    }

    @Test
    void pageEndsWithTheDecisionThatMakesItTooLong() throws SQLException {
        Range whole = applications.range(Selection.ALL);
        Recorded first =
                applications.page(whole, Selection.ALL, 1, 1).applications().get(0);
        long length = (first.received() + first.verdict()).getBytes(StandardCharsets.UTF_8).length;
        assertThat(applications.page(whole, Selection.ALL, 2, 1).applications()).hasSize(1);
        assertThat(applications.page(whole, Selection.ALL, 2, length).applications())
                .hasSize(1);
        assertThat(applications.page(whole, Selection.ALL, 2, length + 1).applications())
                .hasSize(2);
    }

    @Test
    void decisionsWhoseCaseFilesAreGoneAreTold() throws SQLException {
        POSTGRES.execute(
                """
                ALTER TABLE case_file DISABLE TRIGGER ALL;
                DELETE FROM case_file WHERE entry IN (2, 50002);
                INSERT INTO erasure (erased, entry, ordered_by) VALUES (2, 1, 'officer');
                ALTER TABLE case_file ENABLE ALWAYS TRIGGER erased_by_order;
                """);
        assertThat(gone(Selection.ALL)).containsExactly("2 erased", "50002 missing");
        assertThat(read(Selection.ALL, 1)).containsExactly(1L, 50_001L, 180_000L, 180_001L);
        assertThat(gone(DENIED)).containsExactly("50002 missing");
        assertThat(gone(new Selection(null, null, null, null, "nobody", null)))
                .as("the submitter is not known any more")
                .containsExactly("2 erased", "50002 missing");
        assertThat(read(Selection.newest(3), 4)).containsExactly(50_001L, 180_000L, 180_001L);
    }

    private List<String> gone(Selection selection) throws SQLException {
        List<String> gone = new ArrayList<>();
        read(applications.range(selection), selection, 2, page -> page.gone()
                .forEach(each -> gone.add(each.entry() + (each.erased() ? " erased" : " missing"))));
        return gone;
    }
}
