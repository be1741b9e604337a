package kz.sheshim.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Revision;
import kz.sheshim.publication.RevisionStore.Stored;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresRevisionStoreIT {
    @RegisterExtension
    static final PostgresFixture POSTGRES = new PostgresFixture();

    private static final Instant NOW = Instant.parse("2026-11-20T05:15:00.123456Z");
    private final PostgresRevisionStore store = new PostgresRevisionStore(POSTGRES.database());

    @Test
    void filesComeBackByteForByteSortedByPath() {
        Revision revision = DecisionFixture.revision(10);
        store.store(revision, DecisionFixture.FILES, NOW);

        assertThat(store.files(revision)).hasValueSatisfying(files -> {
            assertThat(files).extracting(PolicyFile::path).containsExactly("B.xlsx", "a.drl", "b/Кесте.xlsx");
            assertThat(files).containsExactlyInAnyOrderElementsOf(DecisionFixture.FILES);
        });
    }

    @Test
    void keptRevisionIsNotChangedByKeepingItAgain() {
        Revision revision = DecisionFixture.revision(20);
        List<PolicyFile> files = List.of(DecisionFixture.file("first.xlsx", 5));
        store.store(revision, files, NOW);
        store.store(revision, List.of(DecisionFixture.file("second.xlsx", 6)), NOW.plusSeconds(1));

        assertThat(store.files(revision)).contains(files);
        assertThat(store.list())
                .contains(new Stored(revision, NOW))
                .doesNotContain(new Stored(revision, NOW.plusSeconds(1)));
    }

    @Test
    void eightReplicasMayKeepTheSameAtOnce() throws Exception {
        Revision revision = DecisionFixture.revision(30);
        CyclicBarrier start = new CyclicBarrier(8);
        Callable<Void> replica = () -> {
            start.await();
            new PostgresRevisionStore(POSTGRES.database()).store(revision, DecisionFixture.FILES, NOW);
            return null;
        };
        ExecutorService replicas = Executors.newFixedThreadPool(8);
        try {
            for (Future<Void> kept : replicas.invokeAll(Collections.nCopies(8, replica))) {
                kept.get();
            }
        } finally {
            replicas.shutdownNow();
        }
        assertThat(store.files(revision))
                .hasValueSatisfying(files -> assertThat(files).hasSize(3));
    }

    @Test
    void unkeptRevisionIsEmptyAndOneWithoutFilesIsNot() {
        Revision empty = DecisionFixture.revision(40);
        store.store(empty, List.of(), NOW);

        assertThat(store.files(empty)).contains(List.of());
        assertThat(store.files(DecisionFixture.revision(41))).isEmpty();
    }

    @Test
    void newestComesFirst() {
        Revision older = DecisionFixture.revision(50);
        Revision newer = DecisionFixture.revision(51);
        store.store(newer, List.of(), NOW.plusSeconds(100));
        store.store(older, List.of(), NOW.plusSeconds(99));

        List<Revision> listed =
                new ArrayList<>(store.list().stream().map(Stored::revision).toList());
        listed.retainAll(List.of(older, newer));
        assertThat(listed).containsExactly(newer, older);
    }

    @Test
    void halfARevisionIsNeverKept() throws SQLException {
        Revision revision = DecisionFixture.revision(60);
        List<PolicyFile> samePathTwice = List.of(DecisionFixture.file("a", 1), DecisionFixture.file("a", 2));

        assertThatThrownBy(() -> store.store(revision, samePathTwice, NOW)).isNotNull();
        assertThat(store.files(revision)).isEmpty();
    }

    @Test
    void noFileCanBeAddedToAKeptRevision() {
        Revision revision = DecisionFixture.revision(70);
        store.store(revision, DecisionFixture.FILES, NOW);

        assertThatThrownBy(() -> POSTGRES.execute("INSERT INTO revision_file VALUES ('" + revision + "', 'late', '')"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("no file can be added");
    }
}
