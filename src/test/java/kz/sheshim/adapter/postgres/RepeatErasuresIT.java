package kz.sheshim.adapter.postgres;

import static kz.sheshim.DoneFixture.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import kz.sheshim.AwaitFixture;
import kz.sheshim.access.Submitter;
import kz.sheshim.adapter.logfolder.ErasureFile;
import kz.sheshim.erasure.EraseCases;
import kz.sheshim.erasure.RepeatErasures;
import kz.sheshim.erasure.SeenErasures;
import kz.sheshim.log.DecisionId;
import kz.sheshim.log.Erasure;
import kz.sheshim.log.Order;
import kz.sheshim.log.SealFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What was erased is erased again when a restored database brings it back. */
class RepeatErasuresIT {
    private static final Submitter ARCHIVE = new Submitter("archive");
    private static final Instant DAY = Instant.parse("2026-11-20T05:15:00.120Z");

    @RegisterExtension
    static final PostgresFixture POSTGRES = new PostgresFixture();

    @TempDir
    Path folder;

    private final Said said = new Said();

    /** What operators were told. */
    private static final class Said implements RepeatErasures.Watch {
        private final List<Integer> repeated = new ArrayList<>();
        private final List<DecisionId> held = new ArrayList<>();
        private final List<String> failed = new CopyOnWriteArrayList<>();

        @Override
        public void repeated(int cases) {
            repeated.add(cases);
        }

        @Override
        public void held(DecisionId decision) {
            held.add(decision);
        }

        @Override
        public void failed(String reason) {
            failed.add(reason);
        }
    }

    @BeforeEach
    void store() {
        new PostgresRevisionStore(POSTGRES.database())
                .store(DecisionFixture.REVISION, DecisionFixture.FILES, Instant.EPOCH);
    }

    private static DecisionId decided(String reference) {
        try (PostgresDecisionLog log = DecisionFixture.log(POSTGRES)) {
            return done(DecisionFixture.append(
                            log, DecisionFixture.decision(reference, "granted", LocalDate.EPOCH), null))
                    .decision()
                    .id();
        }
    }

    private RepeatErasures erasures(DataSource database) {
        return new RepeatErasures(new PostgresCaseFiles(database), new ErasureFile(folder), Clock.systemUTC(), said);
    }

    private static EraseCases erase(DataSource database, RepeatErasures list) {
        return new EraseCases(
                new PostgresCaseFiles(database),
                list,
                new PostgresCaseSearch(database),
                SealFixture.SEARCH_KEY,
                Clock.systemUTC());
    }

    private static long caseFiles(DataSource database, DecisionId... decisions) {
        return new PostgresCaseFiles(database).existing(List.of(decisions)).size();
    }

    /** What a service does at its start. */
    private int started(DataSource database) {
        RepeatErasures erasures = erasures(database);
        int repeated = erasures.repeat();
        erasures.follow();
        return repeated;
    }

    @Test
    void caseFileThatIsThereAgainIsErasedByItsOwnEntry() throws SQLException {
        DecisionId decision = decided("back");
        PostgresFixture.execute(
                POSTGRES.superuser(),
                "CREATE TABLE kept AS SELECT case_file.* FROM case_file JOIN log_entry USING (entry) WHERE decision = '"
                        + decision + "'; GRANT SELECT ON kept TO PUBLIC");
        PostgresCaseFiles cases = new PostgresCaseFiles(POSTGRES.database());
        cases.erase(decision, new Order("retention-ended", "", ARCHIVE), DAY).orElseThrow();
        try (Connection connection = POSTGRES.superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            statement.execute("INSERT INTO case_file SELECT * FROM kept");
            statement.execute("INSERT INTO legal_hold SELECT entry, now(), 'old' FROM kept");
        }
        assertThat(POSTGRES.numbers("SELECT count(*) FROM case_file JOIN kept USING (entry)"))
                .containsExactly(1L);

        assertThat(started(POSTGRES.database())).isEqualTo(1);
        assertThat(POSTGRES.numbers("SELECT count(*) FROM case_file JOIN kept USING (entry)"))
                .containsExactly(0L);
        assertThat(POSTGRES.numbers("SELECT count(*) FROM erasure JOIN kept ON kept.entry = erased"))
                .containsExactly(1L);
        assertThat(said.repeated).containsExactly(1);
        assertThat(started(POSTGRES.database())).isZero();
    }

    @Test
    void listThatCannotBeWrittenAtAllIsToldAndTriedAgain() throws InterruptedException {
        AtomicInteger broken = new AtomicInteger();
        SeenErasures list = new SeenErasures() {
            @Override
            public Optional<Seen> last() {
                return Optional.empty();
            }

            @Override
            public void add(List<Seen> erasures) {
                if (broken.incrementAndGet() <= 3) {
                    throw new NoClassDefFoundError("kz/sheshim/Gone");
                }
            }

            @Override
            public void read(int atOnce, Consumer<List<Seen>> reader) {}
        };
        try (RepeatErasures erasures =
                new RepeatErasures(new PostgresCaseFiles(POSTGRES.database()), list, Clock.systemUTC(), said)) {
            erasures.start(Duration.ofMillis(1));
            AwaitFixture.await("another turn", () -> broken.get() >= 6);
        }
        assertThat(said.failed).containsExactly("java.lang.NoClassDefFoundError: kz/sheshim/Gone");
    }

    @Test
    void restoredBackupThatKnowsNothingOfTheErasureErasesAgain() throws SQLException {
        DecisionId before = decided("before");
        DecisionId erased = decided("erased");
        DecisionId kept = decided("kept");
        PostgresCaseFiles cases = new PostgresCaseFiles(POSTGRES.database());
        RepeatErasures list = erasures(POSTGRES.database());
        EraseCases erase = erase(POSTGRES.database(), list);
        erase.erase(before, new Order("retention-ended", "", ARCHIVE));
        cases.hold(erased, new Order("court", "", ARCHIVE), DAY);
        DataSource backup = POSTGRES.copy("backup");
        cases.release(erased, "", ARCHIVE, DAY);
        Erasure order =
                erase.erase(erased, new Order("court-order", "", ARCHIVE)).orElseThrow();
        DecisionId lost = decided("lost");
        erase.erase(lost, new Order("retention-ended", "", ARCHIVE));

        assertThat(caseFiles(backup, before, erased, kept)).isEqualTo(2);
        assertThat(started(backup)).isEqualTo(1);

        assertThat(caseFiles(backup, before, erased, kept)).isEqualTo(1);
        assertThat(caseFiles(backup, kept)).isEqualTo(1);
        Erasure again = new PostgresCaseFiles(backup).erasures(null, 1).get(0);
        assertThat(again.decision()).isEqualTo(erased);
        assertThat(again.order().basis()).isEqualTo("court-order");
        assertThat(again.order().officer()).isEqualTo(RepeatErasures.OFFICER);
        assertThat(again.at()).isAfterOrEqualTo(order.at());
        assertThat(said.repeated).containsExactly(1);
        assertThat(said.held).isEmpty();
        assertThat(started(backup)).as("nothing is left to do").isZero();
        assertThat(new PostgresCaseFiles(backup).erasures(null, 1)).containsExactly(again);

        DecisionId next = decided("next");
        erase.erase(next, new Order("retention-ended", "", ARCHIVE));
        assertThat(said.repeated).containsExactly(1);
    }

    @Test
    void holdThatIsYoungerThanTheErasureIsRespectedAndTold() throws SQLException {
        DecisionId decision = decided("held later");
        DataSource backup = POSTGRES.copy("held_later");
        erase(POSTGRES.database(), erasures(POSTGRES.database()))
                .erase(decision, new Order("retention-ended", "", ARCHIVE));
        new PostgresCaseFiles(backup)
                .hold(decision, new Order("court", "", ARCHIVE), Instant.parse("2999-01-01T00:00:00Z"));
        assertThat(started(backup)).isZero();
        assertThat(said.held).containsExactly(decision);
        assertThat(caseFiles(backup, decision)).isEqualTo(1);
    }

    /** The database is replaced while the service runs, by one that also has erasures of others. */
    @Test
    void runningServiceNoticesTheRestoreAndListsTheErasuresOfTheOthers() throws Exception {
        DecisionId erased = decided("while it runs");
        DecisionId other = decided("of another replica");
        DataSource backup = POSTGRES.copy("replaced");
        erase(POSTGRES.database(), erasures(POSTGRES.database()))
                .erase(erased, new Order("retention-ended", "", ARCHIVE));
        new PostgresCaseFiles(backup)
                .erase(other, new Order("retention-ended", "", ARCHIVE), DAY)
                .orElseThrow();

        erasures(backup).follow();
        assertThat(caseFiles(backup, erased, other)).isZero();
        assertThat(Files.readString(folder.resolve("erasures")))
                .contains(erased + " ", other + " 2026-11-20T05:15:00.120Z");
    }
}
