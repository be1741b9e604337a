package kz.sheshim.adapter.postgres;

import static kz.sheshim.DoneFixture.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import kz.sheshim.AwaitFixture;
import kz.sheshim.access.Submitter;
import kz.sheshim.erasure.CaseFiles;
import kz.sheshim.erasure.CaseHeld;
import kz.sheshim.erasure.HoldStep;
import kz.sheshim.log.CaseErased;
import kz.sheshim.log.DecisionId;
import kz.sheshim.log.Entry;
import kz.sheshim.log.Erasure;
import kz.sheshim.log.Order;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A hold that was placed is not lost, and leaves a trace. */
class HoldsIT {
    private static final Instant AT = Instant.parse("2026-11-20T05:15:00.123Z");
    private static final Submitter FIRST = new Submitter("first");
    private static final Submitter SECOND = new Submitter("second");
    private static final Order HOLD = new Order("court", "Request 7", FIRST);

    @RegisterExtension
    static final PostgresFixture POSTGRES = new PostgresFixture();

    private final CaseFiles cases = new PostgresCaseFiles(POSTGRES.database());
    private Entry entry;

    @BeforeEach
    void decide() {
        new PostgresRevisionStore(POSTGRES.database())
                .store(DecisionFixture.REVISION, DecisionFixture.FILES, Instant.EPOCH);
        try (PostgresDecisionLog log = DecisionFixture.log(POSTGRES)) {
            entry = done(DecisionFixture.append(log, DecisionFixture.decision("A", "granted", LocalDate.EPOCH), null));
        }
    }

    private DecisionId decision() {
        return entry.decision().id();
    }

    @Test
    void holdThatComesDuringAnErasureIsNotPromised() throws Exception {
        try (Connection erasing = POSTGRES.database().getConnection()) {
            erasing.setAutoCommit(false);
            try (PreparedStatement erase =
                    erasing.prepareStatement("SELECT erase_cases(ARRAY[?], ARRAY[?], now(), 'archive', '')")) {
                erase.setLong(1, entry.number().value());
                erase.setString(
                        2, Erasure.statement(decision(), AT, "retention-ended").text());
                erase.execute();
            }
            CompletableFuture<Boolean> hold = CompletableFuture.supplyAsync(() -> cases.hold(decision(), HOLD, AT));
            AwaitFixture.await(
                    "the hold waits or is there",
                    () -> hold.isDone()
                            || !POSTGRES.numbers("SELECT 1 FROM pg_locks WHERE NOT granted")
                                    .isEmpty());
            erasing.commit();
            assertThatThrownBy(hold::join)
                    .as("the case file is gone")
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(CaseErased.class);
        }
        assertThat(cases.hold(decision()).orElseThrow()).isEqualTo(new CaseFiles.Hold(false, List.of()));
    }

    @Test
    void stepsStayWhenTheHoldAndTheCaseFileAreGone() throws SQLException {
        assertThat(cases.hold(decision(), HOLD, AT)).isTrue();
        Order order = new Order("retention-ended", "Letter 17", SECOND);
        assertThatThrownBy(() -> cases.erase(decision(), order, AT)).isInstanceOf(CaseHeld.class);
        assertThat(cases.release(decision(), "closed", SECOND, AT)).isTrue();
        assertThat(cases.release(decision(), "closed", SECOND, AT)).isFalse();
        assertThat(cases.erase(decision(), order, AT).orElseThrow().order()).isEqualTo(order);
        assertThat(cases.erasures(null, 1)).singleElement().satisfies(erasure -> assertThat(erasure.order())
                .isEqualTo(order));
        assertThat(cases.hold(decision()).orElseThrow().steps())
                .containsExactly(
                        new HoldStep(true, AT, FIRST, "court", "Request 7"),
                        new HoldStep(false, AT, SECOND, "", "closed"));
        for (String change : new String[] {
            "DELETE FROM hold_step",
            "TRUNCATE hold_step",
            "UPDATE hold_step SET officer = 'nobody'",
            "UPDATE erasure SET ordered_by = 'nobody'"
        }) {
            assertThatThrownBy(() -> POSTGRES.execute(change)).hasMessageContaining("is refused");
        }
        POSTGRES.execute("UPDATE hold_step SET reason = ''; UPDATE erasure SET reason = ''");
        assertThat(cases.hold(decision()).orElseThrow().steps())
                .extracting(HoldStep::reason)
                .containsExactly("", "");
    }
}
