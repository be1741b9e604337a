package kz.sheshim.adapter.postgres;

import static kz.sheshim.DoneFixture.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.sheshim.AwaitFixture;
import kz.sheshim.access.Submitter;
import kz.sheshim.adapter.logfolder.ErasureFile;
import kz.sheshim.adapter.scheduler.RetentionScheduler;
import kz.sheshim.erasure.ApplyRetention;
import kz.sheshim.erasure.CaseFiles;
import kz.sheshim.erasure.RepeatErasures;
import kz.sheshim.log.Decision;
import kz.sheshim.log.DecisionId;
import kz.sheshim.log.Erasure;
import kz.sheshim.log.Order;
import kz.sheshim.policy.Retention;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Case files are erased when their time by the rules is over. */
class ApplyRetentionIT {
    private static final Instant NOW = Instant.parse("2026-11-29T20:30:00Z");
    private static final Retention RULES = new Retention(Map.of(
            "short", new Retention.Rule(30, Retention.Unit.DAYS, "an-act", ""),
            "long", new Retention.Rule(5, Retention.Unit.YEARS, "an-act", "")));

    @RegisterExtension
    static final PostgresFixture POSTGRES = new PostgresFixture();

    @TempDir
    Path folder;

    private final CaseFiles cases = new PostgresCaseFiles(POSTGRES.database());

    @BeforeEach
    void store() {
        new PostgresRevisionStore(POSTGRES.database())
                .store(DecisionFixture.REVISION, DecisionFixture.FILES, Instant.EPOCH);
    }

    private ApplyRetention retention(Retention rules, ZoneId zone) {
        RepeatErasures list =
                new RepeatErasures(cases, new ErasureFile(folder), Clock.systemUTC(), new RepeatErasures.Watch() {
                    @Override
                    public void repeated(int cases) {}

                    @Override
                    public void held(DecisionId decision) {}

                    @Override
                    public void failed(String reason) {
                        throw new IllegalStateException(reason);
                    }
                });
        return new ApplyRetention(
                cases,
                list,
                () -> new ApplyRetention.InForce(DecisionFixture.REVISION, rules, zone),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static DecisionId decided(String outcome, Instant at) {
        Decision decision = DecisionFixture.decision("A", outcome, LocalDate.EPOCH);
        try (PostgresDecisionLog log = DecisionFixture.log(POSTGRES)) {
            return done(DecisionFixture.append(
                            log,
                            new Decision(
                                    decision.id(),
                                    decision.submitter(),
                                    decision.reference(),
                                    at,
                                    decision.revision(),
                                    decision.engine(),
                                    decision.received(),
                                    decision.read(),
                                    decision.verdict(),
                                    decision.verdictText(),
                                    decision.groundCells()),
                            null))
                    .decision()
                    .id();
        }
    }

    private List<DecisionId> kept(DecisionId... decisions) {
        return cases.existing(List.of(decisions));
    }

    @Test
    void whatIsOverIsErasedAndTheRuleIsSaid() {
        DecisionId over = decided("short", NOW.minus(Duration.ofDays(31)));
        DecisionId held = decided("short", NOW.minus(Duration.ofDays(32)));
        DecisionId lastDay = decided("short", NOW.minus(Duration.ofDays(30)));
        DecisionId longer = decided("long", NOW.minus(Duration.ofDays(365 * 4)));
        DecisionId without = decided("other", NOW.minus(Duration.ofDays(365 * 50)));
        cases.hold(held, new Order("court", "", new Submitter("archive")), NOW);

        assertThat(retention(RULES, ZoneOffset.UTC).run(() -> true)).isZero();
        assertThat(retention(Retention.NONE, ZoneOffset.UTC).run(() -> false)).isZero();
        assertThat(retention(RULES, ZoneOffset.UTC).run(() -> false)).isEqualTo(1);

        assertThat(kept(over, held, lastDay, longer, without))
                .containsExactlyInAnyOrder(held, lastDay, longer, without);
        Erasure erasure = cases.erasures(null, 1).get(0);
        assertThat(erasure.decision()).isEqualTo(over);
        assertThat(erasure.order().basis()).isEqualTo("retention");
        assertThat(erasure.order().officer().name())
                .isEqualTo("sheshim:retention of short, " + DecisionFixture.REVISION);
        assertThat(new ErasureFile(folder).last())
                .hasValueSatisfying(seen -> assertThat(seen.decision()).isEqualTo(over));
        assertThat(retention(RULES, ZoneOffset.UTC).run(() -> false)).isZero();

        assertThat(retention(RULES, ZoneId.of("Asia/Almaty")).run(() -> false))
                .as("there both days are the next ones")
                .isZero();
    }

    @Test
    void manyAreErasedInGroups() {
        List<DecisionId> over = new ArrayList<>();
        List<Decision> decisions = new ArrayList<>();
        try (PostgresDecisionLog log = DecisionFixture.log(POSTGRES)) {
            for (int i = 0; i < 450; i++) {
                decisions.add(DecisionFixture.decision("A", "many", LocalDate.EPOCH));
            }
            decisions.stream()
                    .map(each -> DecisionFixture.append(log, each, null))
                    .toList()
                    .forEach(each -> over.add(done(each).decision().id()));
        }
        Retention rules = new Retention(Map.of("many", new Retention.Rule(1, Retention.Unit.DAYS, "an-act", "")));
        assertThat(retention(rules, ZoneOffset.UTC).run(() -> false)).isEqualTo(450);
        assertThat(cases.existing(over)).isEmpty();
    }

    @Test
    void theSchedulerAppliesTheRulesAtItsTimeOfDay() throws InterruptedException {
        DecisionId over = decided("short", NOW.minus(Duration.ofDays(31)));
        Clock clock = Clock.systemUTC();
        LocalTime soon = LocalTime.ofInstant(clock.instant().plusSeconds(2), ZoneOffset.UTC);
        try (RetentionScheduler first = new RetentionScheduler(
                        POSTGRES.database(), retention(RULES, ZoneOffset.UTC), soon, Duration.ofMillis(200), clock);
                RetentionScheduler second = new RetentionScheduler(
                        POSTGRES.database(), retention(RULES, ZoneOffset.UTC), soon, Duration.ofMillis(200), clock)) {
            first.start();
            second.start();
            AwaitFixture.await("it is erased", () -> kept(over).isEmpty());
        }
    }
}
