package kz.sheshim.adapter.postgres;

import static kz.sheshim.DoneFixture.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kz.sheshim.access.Submitter;
import kz.sheshim.log.Decision;
import kz.sheshim.log.DecisionId;
import kz.sheshim.log.DecisionLogReader.Query;
import kz.sheshim.log.DecisionPage;
import kz.sheshim.log.DecisionSummary;
import kz.sheshim.log.Entry;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.log.Erasure;
import kz.sheshim.log.Order;
import kz.sheshim.log.Result;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresDecisionLogReaderIT {
    @RegisterExtension
    static final PostgresFixture POSTGRES = new PostgresFixture();

    private static final String LONG = "ұзақ".repeat(3_000);
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);

    private final PostgresDecisionLogReader reader =
            new PostgresDecisionLogReader(POSTGRES.database(), DecisionFixture.CODEC);

    @BeforeAll
    static void recordSixDecisions() {
        new PostgresRevisionStore(POSTGRES.database()).store(DecisionFixture.REVISION, List.of(), Instant.EPOCH);
        PostgresDecisionLog log = DecisionFixture.log(POSTGRES);
        done(DecisionFixture.append(log, DecisionFixture.decision("A", "granted", MONDAY), null));
        done(DecisionFixture.append(log, DecisionFixture.decision("A", "denied", TUESDAY, "late", "false"), null));
        done(DecisionFixture.append(log, DecisionFixture.decision("B", "denied", TUESDAY, "late"), null));
        done(DecisionFixture.append(log, DecisionFixture.decision(LONG, "granted", WEDNESDAY), null));
        done(DecisionFixture.append(log, DecisionFixture.decision(LONG + "!", "denied", WEDNESDAY, "false"), null));
        done(DecisionFixture.append(log, DecisionFixture.decision("A'; --", "granted", MONDAY), null));
    }

    @Test
    void withoutFilterAllComeNewestFirst() {
        assertThat(found(null, null, null, null, null)).containsExactly(6L, 5L, 4L, 3L, 2L, 1L);
    }

    @Test
    void referenceIsMatchedExactly() {
        assertThat(found("A", null, null, null, null)).containsExactly(2L, 1L);
        assertThat(found("a", null, null, null, null)).isEmpty();
        assertThat(found("A'; --", null, null, null, null)).containsExactly(6L);
        assertThat(found(LONG, null, null, null, null)).containsExactly(4L);
        assertThat(found("A\0", null, null, null, null)).isEmpty();
    }

    @Test
    void filtersNarrowEachOther() {
        assertThat(found(null, "denied", null, null, null)).containsExactly(5L, 3L, 2L);
        assertThat(found(null, null, "late", null, null)).containsExactly(3L, 2L);
        assertThat(found(null, null, "lat", null, null)).isEmpty();
        assertThat(found("A", "denied", "false", TUESDAY, TUESDAY)).containsExactly(2L);
        assertThat(found("A", "granted", "false", null, null)).isEmpty();
    }

    @Test
    void bothDaysAreIncluded() {
        assertThat(found(null, null, null, TUESDAY, null)).containsExactly(5L, 4L, 3L, 2L);
        assertThat(found(null, null, null, null, TUESDAY)).containsExactly(6L, 3L, 2L, 1L);
        assertThat(found(null, null, null, WEDNESDAY, MONDAY)).isEmpty();
    }

    @Test
    void pagesJoinWithoutGapOrRepetition() {
        List<Long> all = new ArrayList<>();
        EntryNumber before = null;
        List<DecisionSummary> page = page(before);
        while (!page.isEmpty()) {
            page.forEach(entry -> all.add(entry.number().value()));
            before = page.get(page.size() - 1).number();
            page = page(before);
        }
        assertThat(all).containsExactly(6L, 5L, 4L, 3L, 2L, 1L);
    }

    @Test
    void decisionOfAnotherSubmitterIsNoneAndIsOnNoPage() {
        Submitter other = new Submitter("another-office");
        Decision decision = DecisionFixture.decision(other, "C", "granted", MONDAY.minusYears(1));
        Entry entry = done(DecisionFixture.append(DecisionFixture.log(POSTGRES), decision, null));

        assertThat(reader.find(decision.id())).contains(entry);
        assertThat(reader.find(decision.id(), other)).contains(entry);
        assertThat(reader.find(decision.id(), DecisionFixture.SUBMITTER)).isEmpty();
        assertThat(reader.list(new Query(other, null, null, null, null, null, null, null, Set.of(), null, 100, null))
                        .decisions())
                .containsExactly(DecisionSummary.of(entry));
        assertThat(reader.list(new Query(
                                new Submitter("a%"),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                Set.of(),
                                null,
                                100,
                                null))
                        .decisions())
                .isEmpty();
    }

    @Test
    void unknownIdIsEmpty() {
        assertThat(reader.find(new DecisionId(new UUID(0, 0)))).isEmpty();
    }

    private List<DecisionSummary> page(@Nullable EntryNumber before) {
        return reader.list(new Query(
                        DecisionFixture.SUBMITTER, null, null, null, null, null, null, null, Set.of(), before, 4, null))
                .decisions();
    }

    @Test
    void groundIsFoundPageByPage() {
        List<Long> found = new ArrayList<>();
        EntryNumber before = null;
        List<DecisionSummary> page;
        do {
            page = reader.list(new Query(null, null, null, "late", null, null, null, null, Set.of(), before, 1, null))
                    .decisions();
            page.forEach(entry -> found.add(entry.number().value()));
            before = page.isEmpty() ? null : page.get(0).number();
        } while (!page.isEmpty());
        assertThat(found).containsExactly(3L, 2L);
    }

    @Test
    void pageOfLargeVerdictsIsShortAndSaysThatMoreFollow() {
        Submitter large = new Submitter("large");
        for (int i = 0; i < 3; i++) {
            String cells = "x".repeat(200_000);
            done(DecisionFixture.append(
                    DecisionFixture.log(POSTGRES), DecisionFixture.large(large, cells, MONDAY.minusYears(2)), null));
        }
        DecisionPage first =
                reader.list(new Query(large, null, null, null, null, null, null, null, Set.of(), null, 100, null));
        assertThat(first.decisions()).hasSize(2);
        DecisionPage second = reader.list(
                new Query(large, null, null, null, null, null, null, null, Set.of(), first.next(), 100, null));
        assertThat(second.decisions()).hasSize(1);
        assertThat(second.next()).isNull();
    }

    @Test
    void erasedDecisionIsListedByWhatItsEntrySays() {
        Submitter other = new Submitter("erased");
        LocalDate day = MONDAY.minusYears(3);
        PostgresDecisionLog log = DecisionFixture.log(POSTGRES);
        Entry before =
                done(DecisionFixture.append(log, DecisionFixture.decision(other, "before", "granted", day), null));
        Entry gone = done(DecisionFixture.append(
                log, DecisionFixture.decision(other, "gone", "denied", day, "late", "other"), null));
        Entry after = done(
                DecisionFixture.append(log, DecisionFixture.decision(other, "after", "denied", day, "late"), null));
        Erasure erasure = new PostgresCaseFiles(POSTGRES.database())
                .erase(gone.decision().id(), new Order("retention-ended", "", new Submitter("archive")), Instant.EPOCH)
                .orElseThrow();

        DecisionPage page =
                reader.list(new Query(null, null, null, null, day, day, null, null, Set.of(), null, 100, null));
        assertThat(page.decisions()).containsExactly(DecisionSummary.of(after), DecisionSummary.of(before));
        assertThat(page.erased()).singleElement().satisfies(erased -> {
            assertThat(erased.number()).isEqualTo(gone.number());
            assertThat(erased.id()).isEqualTo(gone.decision().id());
            assertThat(erased.decidedAt()).isEqualTo(gone.decision().decidedAt());
            assertThat(erased.result()).isEqualTo(new Result("denied", List.of("late", "other"), day));
            assertThat(erased.erasedBy()).isEqualTo(erasure.entry());
            assertThat(erased.erasedAt()).isEqualTo(Instant.EPOCH);
        });
        assertThat(reader.list(new Query(
                                null, null, "denied", "other", day, day, null, null, Set.of(), null, 100, null))
                        .erased())
                .hasSize(1);
        assertThat(reader.list(new Query(null, "gone", null, null, null, null, null, null, Set.of(), null, 100, null))
                        .erased())
                .isEmpty();
        assertThat(reader.list(new Query(other, null, null, null, null, null, null, null, Set.of(), null, 100, null))
                        .erased())
                .as("a submitter does not see it")
                .isEmpty();
        DecisionPage first =
                reader.list(new Query(null, null, null, null, day, day, null, null, Set.of(), null, 2, null));
        assertThat(first.next()).as("the erased one counts").isEqualTo(gone.number());
        assertThat(reader.list(new Query(null, null, null, null, day, day, null, null, Set.of(), first.next(), 2, null))
                        .decisions())
                .containsExactly(DecisionSummary.of(before));
    }

    private List<Long> found(
            @Nullable String reference,
            @Nullable String outcome,
            @Nullable String ground,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        return reader
                .list(new Query(
                        DecisionFixture.SUBMITTER,
                        reference,
                        outcome,
                        ground,
                        from,
                        to,
                        null,
                        null,
                        Set.of(),
                        null,
                        100,
                        null))
                .decisions()
                .stream()
                .map(entry -> entry.number().value())
                .toList();
    }
}
