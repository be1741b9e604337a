package kz.sheshim.adapter.postgres;

import static kz.sheshim.DoneFixture.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import kz.sheshim.access.Submitter;
import kz.sheshim.erasure.SearchIncomplete;
import kz.sheshim.log.DecisionId;
import kz.sheshim.log.DecisionLogReader.Query;
import kz.sheshim.log.DecisionPage;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.log.Feature;
import kz.sheshim.log.FeatureCounts.Count;
import kz.sheshim.log.FeatureCounts.Recorded;
import kz.sheshim.log.Order;
import kz.sheshim.table.RuleId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Decisions are found and counted by their rules and facts. */
class FeatureSearchIT {
    private static final Feature RULE = Feature.rule(new RuleId("t", "R-1"));
    private static final Feature RARE = Feature.rule(new RuleId("t", "R-2"));
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Instant FROM = Instant.parse("2026-11-20T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-11-21T00:00:00Z");

    /** As the reference in the facts of {@link DecisionFixture} says. */
    private static final Function<Recorded, Set<Feature>> FEATURES =
            file -> file.read().contains("\"rare\"") ? Set.of(RULE, RARE) : Set.of(RULE);

    @RegisterExtension
    static final PostgresFixture POSTGRES = new PostgresFixture();

    private final PostgresFeatureCounts counts = new PostgresFeatureCounts(POSTGRES.database());
    private final PostgresDecisionLogReader reader =
            new PostgresDecisionLogReader(POSTGRES.database(), DecisionFixture.CODEC);
    private final List<DecisionId> ids = new ArrayList<>();

    @BeforeEach
    void startWithAnEmptyLog() throws SQLException {
        POSTGRES.execute(
                """
                ALTER TABLE log_entry DISABLE TRIGGER only_grows;
                ALTER TABLE case_file DISABLE TRIGGER only_grows;
                ALTER TABLE erasure DISABLE TRIGGER only_grows;
                TRUNCATE log_entry, case_file, erasure, legal_hold, feature, feature_block RESTART IDENTITY;
                UPDATE feature_fill SET filled = 0
                """);
        new PostgresRevisionStore(POSTGRES.database())
                .store(DecisionFixture.REVISION, DecisionFixture.FILES, Instant.EPOCH);
    }

    private void decide(Submitter submitter, String reference, String outcome, String... grounds) {
        try (PostgresDecisionLog log = DecisionFixture.log(POSTGRES)) {
            ids.add(done(DecisionFixture.append(
                            log, DecisionFixture.decision(submitter, reference, outcome, DAY, grounds), null))
                    .decision()
                    .id());
        }
    }

    private void decide(String reference, String outcome, String... grounds) {
        decide(DecisionFixture.SUBMITTER, reference, outcome, grounds);
    }

    private void take() {
        boolean more = true;
        while (more) {
            more = counts.take(FEATURES);
        }
    }

    private static Query query(
            @Nullable Submitter submitter,
            @Nullable String outcome,
            @Nullable String ground,
            @Nullable Instant from,
            @Nullable EntryNumber before,
            int limit,
            Feature... features) {
        return new Query(
                submitter, null, outcome, ground, null, null, from, UNTIL, Set.of(features), before, limit, null);
    }

    private List<Long> found(Query query) {
        return reader.list(query).decisions().stream()
                .map(each -> each.number().value())
                .toList();
    }

    private List<Long> found(Feature... features) {
        return found(query(null, null, null, null, null, 100, features));
    }

    /** The log goes on at this number. */
    private static void skipTo(long entry) throws SQLException {
        POSTGRES.execute("ALTER TABLE log_entry ALTER COLUMN entry RESTART WITH " + entry);
    }

    @Test
    void conditionsNarrowEachOther() {
        Submitter other = new Submitter("other");
        decide("a", "granted");
        decide("rare", "denied", "late");
        decide(other, "rare", "denied", "late", "false");
        decide(other, "b", "denied", "false");
        take();
        assertThat(found(RULE)).containsExactly(4L, 3L, 2L, 1L);
        assertThat(found(RULE, RARE)).containsExactly(3L, 2L);
        assertThat(found(query(other, null, null, null, null, 100, RARE))).containsExactly(3L);
        assertThat(found(query(null, "denied", "false", FROM, null, 100, RULE))).containsExactly(4L, 3L);
        assertThat(found(query(null, "granted", null, null, null, 100, RARE))).isEmpty();
        assertThat(found(query(null, null, null, UNTIL, null, 100, RULE))).isEmpty();
        assertThat(found(Feature.rule(new RuleId("t", "unknown")))).isEmpty();
        assertThat(found(Feature.rule(new RuleId("t", "\0")))).isEmpty();
    }

    @Test
    void pagesJoinOverBlocks() throws SQLException {
        for (long entry : new long[] {1, 1_023, 1_024, 1_025, 2_047, 5_000}) {
            skipTo(entry);
            decide("rare", "denied", "late");
            take();
        }
        assertThat(found(RARE)).containsExactly(5_000L, 2_047L, 1_025L, 1_024L, 1_023L, 1L);
        List<Long> all = new ArrayList<>();
        EntryNumber before = null;
        do {
            DecisionPage page = reader.list(query(null, null, null, null, before, 2, RARE));
            page.decisions().forEach(each -> all.add(each.number().value()));
            before = page.next();
        } while (before != null);
        assertThat(all).containsExactly(5_000L, 2_047L, 1_025L, 1_024L, 1_023L, 1L);
    }

    @Test
    void countsAreExactWithinATime() throws SQLException {
        for (long entry : new long[] {1_020, 1_023, 1_024, 3_000}) {
            skipTo(entry);
            decide(entry == 1_024 ? "rare" : "a", "denied", "late");
        }
        take();
        assertThat(counts.of(RULE, FROM, UNTIL)).isEqualTo(4);
        assertThat(counts.of(Feature.Kind.RULE, "t/", List.of(FROM, UNTIL)))
                .containsExactly(List.of(new Count("t/R-1", 4), new Count("t/R-2", 1)));
        assertThat(counts.of(Feature.Kind.RULE, "u/", List.of(FROM, UNTIL))).containsExactly(List.of());
        assertThat(counts.of(RULE, UNTIL, UNTIL.plusSeconds(1))).isZero();
        assertThat(counts.names(Feature.Kind.SUBMITTER, 10)).containsExactly(DecisionFixture.SUBMITTER.name());

        // a day whose first entry is in the middle of a block
        POSTGRES.execute("UPDATE log_entry SET at = at - interval '1 day' WHERE entry < 1023");
        assertThat(counts.of(RULE, FROM, UNTIL)).isEqualTo(3);
        assertThat(counts.of(RULE, FROM.minusSeconds(86_400), FROM)).isEqualTo(1);
        assertThat(counts.of(
                        Feature.Kind.RULE,
                        "t/",
                        List.of(FROM.minusSeconds(172_800), FROM.minusSeconds(86_400), FROM, UNTIL)))
                .containsExactly(
                        List.of(),
                        List.of(new Count("t/R-1", 1)),
                        List.of(new Count("t/R-1", 3), new Count("t/R-2", 1)));
        assertThat(counts.occurring(Feature.Kind.RULE, FROM, UNTIL)).containsExactlyInAnyOrder("t/R-1", "t/R-2");
        assertThat(counts.occurring(Feature.Kind.RULE, FROM.minusSeconds(86_400), FROM))
                .containsExactly("t/R-1");
    }

    @Test
    void erasedCaseFileIsFoundByNoRule() {
        decide("rare", "denied", "late");
        decide("rare", "denied", "late");
        decide("rare", "denied", "late");
        new PostgresCaseFiles(POSTGRES.database())
                .erase(ids.get(2), new Order("retention-ended", "", new Submitter("archive")), Instant.EPOCH);
        take();
        new PostgresCaseFiles(POSTGRES.database())
                .erase(ids.get(0), new Order("retention-ended", "", new Submitter("archive")), Instant.EPOCH);
        assertThat(found(RARE)).containsExactly(2L);
        assertThat(counts.of(RARE, FROM, UNTIL)).isEqualTo(1);
        assertThat(counts.of(Feature.submitter(DecisionFixture.SUBMITTER), FROM, UNTIL))
                .isEqualTo(1);
        assertThat(counts.of(Feature.outcome("denied"), FROM, UNTIL))
                .as("the entry still says it")
                .isEqualTo(3);
    }

    @Test
    void searchThatWouldMissManyDecisionsIsRefused() throws SQLException {
        decide("a", "denied", "late");
        take();
        skipTo(200_000);
        decide("b", "denied", "late");
        assertThatThrownBy(() -> found(RULE)).isInstanceOf(SearchIncomplete.class);
        take();
        assertThat(found(RULE)).containsExactly(200_000L, 1L);
    }
}
