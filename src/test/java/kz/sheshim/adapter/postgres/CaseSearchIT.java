package kz.sheshim.adapter.postgres;

import static kz.sheshim.DoneFixture.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import kz.sheshim.access.Submitter;
import kz.sheshim.erasure.CaseSearch.Found;
import kz.sheshim.erasure.CaseSearch.Unsearchable;
import kz.sheshim.erasure.FillSearch;
import kz.sheshim.log.DecisionId;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.log.Order;
import kz.sheshim.log.SealFixture;
import kz.sheshim.log.SearchKey;
import kz.sheshim.log.SearchTerm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Case files are found by their personal texts. */
class CaseSearchIT {
    private static final SearchKey KEY = SealFixture.SEARCH_KEY;
    private static final Submitter ARCHIVE = new Submitter("archive");

    /** As the terms of the reference in an application of {@link DecisionFixture}. */
    private static final Function<Unsearchable, Set<SearchTerm>> TERMS =
            file -> Set.of(term(file.received().replaceAll("(?s).*: \"(.*)\" .*", "$1")));

    @RegisterExtension
    static final PostgresFixture POSTGRES = new PostgresFixture();

    private final PostgresCaseSearch search = new PostgresCaseSearch(POSTGRES.database());
    private final PostgresCaseFiles cases = new PostgresCaseFiles(POSTGRES.database());

    private static SearchTerm term(String text) {
        return KEY.term("papers.number", text).orElseThrow();
    }

    private static DecisionId decided(String reference, SearchTerm... terms) {
        try (PostgresDecisionLog log = DecisionFixture.log(POSTGRES)) {
            var decision = DecisionFixture.decision(reference, "granted", LocalDate.EPOCH);
            return done(log.append(decision, SealFixture.seal(decision), Set.of(terms), null))
                    .decision()
                    .id();
        }
    }

    private List<DecisionId> found(String text) {
        return search.find(term(text), null, 100).stream().map(Found::decision).toList();
    }

    private void fill() {
        boolean more = true;
        while (more) {
            more = search.fill(10, TERMS);
        }
    }

    private static long indexed(String text) throws SQLException {
        return POSTGRES.numbers("SELECT count(*) FROM personal_text WHERE term = "
                        + term(text).number())
                .get(0);
    }

    @BeforeEach
    void store() throws SQLException {
        POSTGRES.execute("TRUNCATE personal_text, personal_search");
        new PostgresRevisionStore(POSTGRES.database())
                .store(DecisionFixture.REVISION, DecisionFixture.FILES, Instant.EPOCH);
    }

    @Test
    void caseFilesAreFoundByWhatTheyWereRecordedWith() throws SQLException {
        assertThat(search.claim(KEY.mark())).isTrue();
        DecisionId first = decided("1", term("A"), term("B"));
        DecisionId second = decided("2", term("A"));
        decided("3");
        cases.hold(first, new Order("court", "", ARCHIVE), Instant.EPOCH);
        assertThat(found("A")).as("at once").containsExactly(second, first);
        fill();
        assertThat(indexed("A")).isEqualTo(2);
        assertThat(found("A")).as("by the index").containsExactly(second, first);
        assertThat(found("B")).containsExactly(first);
        assertThat(found("C")).isEmpty();
        List<Found> page = search.find(term("A"), null, 1);
        assertThat(page).extracting(Found::held).containsExactly(false);
        assertThat(search.find(term("A"), page.get(0).entry(), 100))
                .extracting(Found::held)
                .containsExactly(true);
    }

    @Test
    void termsGoWithTheCaseFile() throws SQLException {
        search.claim(KEY.mark());
        DecisionId decision = decided("1", term("gone"));
        DecisionId second = decided("2", term("gone"));
        fill();
        assertThat(indexed("gone")).isEqualTo(2);
        DecisionId third = decided("3", term("gone"));
        assertThat(found("gone")).containsExactly(third, second, decision);
        for (DecisionId each : List.of(decision, second, third)) {
            cases.erase(each, new Order("retention-ended", "", ARCHIVE), Instant.EPOCH)
                    .orElseThrow();
        }
        fill();
        assertThat(found("gone")).isEmpty();
        assertThat(indexed("gone")).isZero();
    }

    @Test
    void databaseHasOneKey() {
        SearchKey other = new SearchKey(SealFixture.SECRETS.get());
        assertThat(search.claim(KEY.mark())).isTrue();
        assertThat(search.claim(KEY.mark())).isTrue();
        assertThat(search.claim(other.mark())).isFalse();
    }

    @Test
    void caseFilesThatWereRecordedWithoutTermsGetThem() throws Exception {
        List<DecisionId> old = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            old.add(decided("old"));
        }
        cases.erase(old.get(3), new Order("retention-ended", "", ARCHIVE), Instant.EPOCH);
        assertThat(search.claim(KEY.mark())).isTrue();
        assertThat(search.isComplete()).isFalse();
        DecisionId fresh = decided("new", term("old"));

        CountDownLatch done = new CountDownLatch(1);
        List<String> failures = new ArrayList<>();
        FillSearch.Watch watch = new FillSearch.Watch() {
            @Override
            public void began() {}

            @Override
            public void done() {
                done.countDown();
            }

            @Override
            public void notFilled(String reason) {
                failures.add(reason);
            }
        };
        int[] calls = {0};
        try (FillSearch fill = new FillSearch(
                search,
                file -> {
                    if (calls[0]++ == 5) {
                        throw new IllegalStateException("the files of its revision cannot be read");
                    }
                    return TERMS.apply(file);
                },
                Duration.ofMillis(5),
                watch)) {
            fill.start();
            assertThat(done.await(1, TimeUnit.MINUTES)).isTrue();
        }
        assertThat(failures).hasSize(1);
        assertThat(search.isComplete()).isTrue();
        assertThat(found("old")).hasSize(25).contains(fresh).doesNotContain(old.get(3));
    }

    /** Otherwise something of an erased case would be left. */
    @Test
    void caseFileThatIsErasedMeanwhileGetsNoTerms() throws Exception {
        DecisionId decision = decided("meanwhile");
        search.claim(KEY.mark());
        CountDownLatch reading = new CountDownLatch(1);
        Thread erasing = new Thread(() -> {
            try {
                reading.await();
                cases.erase(
                        decision,
                        new Order("retention-ended", "", ARCHIVE),
                        Clock.systemUTC().instant());
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        });
        erasing.start();
        while (!search.isComplete()) {
            search.fill(10, file -> {
                reading.countDown();
                try {
                    TimeUnit.MILLISECONDS.sleep(20);
                } catch (InterruptedException stop) {
                    Thread.currentThread().interrupt();
                }
                return TERMS.apply(file);
            });
        }
        erasing.join();
        assertThat(cases.existing(List.of(decision))).isEmpty();
        assertThat(found("meanwhile")).isEmpty();
    }

    @Test
    void twoServicesFillInTurn() throws Exception {
        for (int i = 0; i < 12; i++) {
            decided("both");
        }
        search.claim(KEY.mark());
        List<Boolean> worked = new ArrayList<>();
        search.fill(3, file -> {
            if (worked.isEmpty()) {
                worked.add(new PostgresCaseSearch(POSTGRES.database()).fill(3, TERMS));
            }
            return TERMS.apply(file);
        });
        assertThat(worked).containsExactly(false);
        while (!search.isComplete()) {
            search.fill(3, TERMS);
        }
        assertThat(found("both")).hasSize(12);
        assertThat(search.find(term("both"), new EntryNumber(1), 5)).isEmpty();
    }
}
