package kz.sheshim.bulk;

import static kz.sheshim.bulk.BulkFixture.CODEC;
import static kz.sheshim.bulk.BulkFixture.FILES;
import static kz.sheshim.bulk.BulkFixture.application;
import static kz.sheshim.bulk.BulkFixture.applications;
import static kz.sheshim.bulk.BulkFixture.by;
import static kz.sheshim.bulk.BulkFixture.policy;
import static kz.sheshim.bulk.BulkFixture.record;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import kz.sheshim.AwaitFixture;
import kz.sheshim.background.Callers;
import kz.sheshim.bulk.BackgroundRun.State;
import kz.sheshim.bulk.BulkReplays.Signed;
import kz.sheshim.bulk.RecordedApplications.Gone;
import kz.sheshim.bulk.RecordedApplications.Recorded;
import kz.sheshim.bulk.RecordedApplications.Selection;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.log.DecisionId;
import kz.sheshim.log.LogUnavailable;
import kz.sheshim.log.tree.Ed25519;
import kz.sheshim.log.tree.NoteSigner;
import kz.sheshim.log.tree.Signer;
import org.junit.jupiter.api.Test;

class BulkReplaysTest {
    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private static final NoteSigner SIGNER =
            new NoteSigner("log.test/replays", Signer.of(Ed25519.keyPair(new byte[Ed25519.KEY_LENGTH])));

    private final MemoryRunStore store = new MemoryRunStore();

    /** A service that replays. @param at300 done before it reads the entries after 300 */
    private BackgroundRun<Selection, Signed> service(
            List<Recorded> all, DecidingPolicy policy, String engine, Runnable at300, Set<Long> replayed) {
        RecordedApplications record = record(
                all,
                List.of(
                        new Gone(0, new DecisionId(new UUID(0, 0)), false),
                        new Gone(0, new DecisionId(new UUID(0, 9)), true)));
        RecordedApplications watched = new RecordedApplications() {
            @Override
            public Range range(Selection selection) {
                return record.range(selection);
            }

            @Override
            public int countAfter(long entry, int most) {
                return record.countAfter(entry, most);
            }

            @Override
            public Page page(Range range, Selection selection, int most, long mostBytes) {
                if (range.after() == 300) {
                    at300.run();
                }
                Page page = record.page(range, selection, 50, mostBytes);
                page.applications().forEach(each -> replayed.add(each.entry()));
                return page;
            }
        };
        return new BackgroundRun<>(
                new BulkReplays(
                        new BulkReplay(watched, CODEC, () -> by(policy), new Callers(), 1),
                        SIGNER,
                        engine,
                        Optional::empty,
                        CLOCK),
                store,
                CountingKind.JSON,
                failed -> {});
    }

    private static Signed ended(BackgroundRun<Selection, Signed> service, UUID id) throws InterruptedException {
        AwaitFixture.await("the end", () -> !service.find(id).orElseThrow().runs());
        State<Selection, Signed> state = service.find(id).orElseThrow();
        assertThat(state.failure()).isNull();
        Signed signed = state.result();
        assertThat(signed).isNotNull();
        return signed;
    }

    /** Begins at a service that loses its database, and lets another go on. */
    private Signed resumed(List<Recorded> all, DecidingPolicy policy, String engine, Set<Long> replayed)
            throws InterruptedException {
        CountDownLatch dead = new CountDownLatch(1);
        Runnable dying = () -> {
            try {
                dead.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            throw new LogUnavailable("away", new IllegalStateException());
        };
        BackgroundRun<Selection, Signed> dies = service(all, policy, "e1", dying, new HashSet<>());
        UUID id = dies.begin(Selection.ALL, CountingKind.AUDITOR).id();
        AwaitFixture.await("progress", () -> {
            dies.pulse();
            return dies.find(id).orElseThrow().done() >= 200;
        });
        dead.countDown();
        store.silence(id);
        BackgroundRun<Selection, Signed> goesOn = service(all, policy, engine, () -> {}, replayed);
        goesOn.pulse();
        return ended(goesOn, id);
    }

    @Test
    void replayThatWasInterruptedComesToTheSameReport() throws Exception {
        try (DecidingPolicy policy = policy(FILES)) {
            List<Recorded> all = applications(policy);
            for (int entry : List.of(7, 427)) { // one before the interruption, one after it
                Recorded wrong = BulkFixture.recorded(entry, application(9_000), policy);
                Recorded right = all.get(entry - 1);
                all.set(
                        entry - 1,
                        new Recorded(entry, right.id(), right.revision(), right.received(), wrong.verdict()));
            }
            BackgroundRun<Selection, Signed> whole = service(all, policy, "e1", () -> {}, new HashSet<>());
            Signed expected = ended(
                    whole, whole.begin(Selection.ALL, CountingKind.AUDITOR).id());
            assertThat(expected.report().replayed()).isEqualTo(600);
            assertThat(expected.report().different()).isEqualTo(2);
            assertThat(expected.report().missing()).isEqualTo(1);
            assertThat(expected.report().erased()).isEqualTo(1);

            Set<Long> replayed = new HashSet<>();
            assertThat(resumed(all, policy, "e1", replayed)).isEqualTo(expected);
            assertThat(replayed).contains(600L).doesNotContain(1L, 200L);
        }
    }

    @Test
    void anotherEngineBeginsAnewForAReportIsOfOneEngine() throws Exception {
        try (DecidingPolicy policy = policy(FILES)) {
            Set<Long> replayed = new HashSet<>();
            Signed signed = resumed(applications(policy), policy, "e2", replayed);
            assertThat(signed.report().replayed()).isEqualTo(600);
            assertThat(signed.note()).contains("\nengine e2\n", "\nfirst-entry 1\n");
            assertThat(replayed).contains(1L, 600L);
        }
    }

    @Test
    void selectionIsReadAsItWasWritten() {
        BulkReplays kind = new BulkReplays(
                new BulkReplay(
                        record(List.of()),
                        CODEC,
                        () -> {
                            throw new IllegalStateException();
                        },
                        new Callers(),
                        1),
                SIGNER,
                "e",
                Optional::empty,
                CLOCK);
        for (Selection selection : List.of(
                Selection.ALL,
                Selection.newest(7),
                new Selection(LocalDate.EPOCH, LocalDate.of(2026, 12, 31), "a", "b", "c", 1))) {
            Map<?, ?> json = (Map<?, ?>) CountingKind.JSON
                    .parser()
                    .parse(CountingKind.JSON
                            .write()
                            .apply(kind.askedJson(selection))
                            .getBytes(StandardCharsets.UTF_8))
                    .value();
            assertThat(kind.asked(json == null ? Map.of() : json)).isEqualTo(selection);
        }
    }
}
