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
        done(DecisionFixture.append(
                DecisionFixture.log(POSTGRES), DecisionFixture.decision("A", "granted", LocalDate.EPOCH), null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE log_entry SET outcome = 'denied'",
                "UPDATE log_entry SET outcome = 'denied' WHERE false",
                "DELETE FROM log_entry",
                "TRUNCATE log_entry CASCADE",
                "UPDATE case_file SET verdict = ''",
                "DELETE FROM case_file",
                "TRUNCATE case_file",
                "DELETE FROM erasure",
                "UPDATE revision_file SET content = ''",
                "DELETE FROM revision_file",
                "TRUNCATE revision_file",
                "UPDATE revision SET kept_at = now()",
                "DELETE FROM revision",
                "TRUNCATE revision CASCADE",
                "TRUNCATE revision, revision_file, log_entry, erasure, legal_hold",
                "INSERT INTO revision SELECT * FROM revision ON CONFLICT (hash) DO UPDATE SET kept_at = now()",
                "MERGE INTO log_entry USING revision ON true WHEN MATCHED THEN DELETE",
            })
    void changeIsRefused(String change) throws SQLException {
        assertThatThrownBy(() -> POSTGRES.execute(change))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("is refused: the ");
        assertThat(POSTGRES.numbers("SELECT count(*) FROM log_entry WHERE outcome = 'granted'"))
                .containsExactly(1L);
        assertThat(POSTGRES.numbers("SELECT count(*) FROM case_file WHERE verdict <> ''"))
                .containsExactly(1L);
        assertThat(POSTGRES.numbers("SELECT sum(length(content)) FROM revision_file"))
                .containsExactly(70_003L);
    }

    @Test
    void ownerWorksThere() throws SQLException {
        assertThat(POSTGRES.numbers("SELECT count(*) FROM pg_tables WHERE tableowner = current_user"
                        + " AND tablename IN ('log_entry', 'case_file', 'revision', 'revision_file')"))
                .containsExactly(4L);
    }

    @Test
    void entryNumberCannotBeChosen() {
        assertThatThrownBy(() -> POSTGRES.execute("INSERT INTO log_entry (entry) VALUES (7)"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("entry");
    }
}
