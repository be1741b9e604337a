package kz.sheshim.adapter.postgres;

import static kz.sheshim.DoneFixture.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes that the database refuses even to the owner of the tables. */
class OnlyGrowsIT {
    @RegisterExtension
    static final PostgresFixture POSTGRES = new PostgresFixture();

    @BeforeAll
    static void record() {
        new PostgresRevisionStore(POSTGRES.database())
                .store(DecisionFixture.REVISION, DecisionFixture.FILES, Instant.EPOCH);
        done(DecisionFixture.log(POSTGRES).append(DecisionFixture.decision("A", "granted", LocalDate.EPOCH), null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE decision SET outcome = 'denied'",
                "UPDATE decision SET outcome = 'denied' WHERE false",
                "DELETE FROM decision",
                "TRUNCATE decision",
                "UPDATE revision_file SET content = ''",
                "DELETE FROM revision_file",
                "TRUNCATE revision_file",
                "UPDATE revision SET kept_at = now()",
                "DELETE FROM revision",
                "TRUNCATE revision CASCADE",
                "TRUNCATE revision, revision_file, decision",
                "INSERT INTO revision SELECT * FROM revision ON CONFLICT (hash) DO UPDATE SET kept_at = now()",
                "MERGE INTO decision USING revision ON true WHEN MATCHED THEN DELETE",
            })
    void changeIsRefused(String change) throws SQLException {
        assertThatThrownBy(() -> POSTGRES.execute(change))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("is refused: the decision log only grows");
        assertThat(POSTGRES.numbers("SELECT count(*) FROM decision WHERE outcome = 'granted'"))
                .containsExactly(1L);
        assertThat(POSTGRES.numbers("SELECT sum(length(content)) FROM revision_file"))
                .containsExactly(70_003L);
    }

    @Test
    void ownerWorksThere() throws SQLException {
        assertThat(POSTGRES.numbers("SELECT count(*) FROM pg_tables WHERE tableowner = current_user"
                        + " AND tablename IN ('decision', 'revision', 'revision_file')"))
                .containsExactly(3L);
    }

    @Test
    void entryNumberCannotBeChosen() {
        assertThatThrownBy(() -> POSTGRES.execute("INSERT INTO decision (entry) VALUES (7)"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("entry");
    }
}
