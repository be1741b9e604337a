package kz.sheshim.adapter.postgres;

import static kz.sheshim.DoneFixture.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.sheshim.adapter.json.JacksonParser;
import kz.sheshim.background.Callers;
import kz.sheshim.log.tree.TrustPolicy;
import kz.sheshim.proof.AuditLog;
import kz.sheshim.proof.SealedParts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The role of the service can do what the documents say, and nothing else. */
class PostgresPrivilegesIT {
    private static final List<String> RECORD = List.of(
            "log_entry",
            "case_file",
            "personal_text",
            "erasure",
            "hold_step",
            "legal_hold",
            "revision",
            "revision_file",
            "tree_run",
            "tree_tile",
            "checkpoint",
            "cosignature");

    @RegisterExtension
    static final PostgresFixture POSTGRES = new PostgresFixture();

    @BeforeAll
    static void record() {
        new PostgresRevisionStore(POSTGRES.database())
                .store(DecisionFixture.REVISION, DecisionFixture.FILES, Instant.EPOCH);
        try (PostgresDecisionLog log = DecisionFixture.log(POSTGRES)) {
            done(DecisionFixture.append(log, DecisionFixture.decision("A", "granted", LocalDate.EPOCH), null));
        }
    }

    static Stream<String> changes() {
        return RECORD.stream()
                .flatMap(table -> Stream.of(
                        "UPDATE " + table + " SET " + column(table) + " = " + column(table),
                        "DELETE FROM " + table,
                        "TRUNCATE " + table + " CASCADE",
                        "ALTER TABLE " + table + " DISABLE TRIGGER ALL",
                        "ALTER TABLE " + table + " ADD COLUMN more text",
                        "CREATE TRIGGER mine BEFORE INSERT ON " + table + " EXECUTE FUNCTION refuse_change()",
                        "DROP TABLE " + table + " CASCADE"));
    }

    private static String column(String table) {
        return switch (table) {
            case "log_entry" -> "outcome";
            case "erasure" -> "erased";
            case "revision" -> "hash";
            case "revision_file" -> "path";
            case "tree_tile" -> "level";
            case "checkpoint", "cosignature" -> "size";
            default -> "entry";
        };
    }

    @ParameterizedTest
    @MethodSource("changes")
    @ValueSource(
            strings = {
                "INSERT INTO erasure (erased, entry, ordered_by) SELECT min(entry), min(entry), 'me' FROM log_entry",
                "INSERT INTO legal_hold (entry, placed_at, basis) SELECT min(entry), now(), 'court' FROM log_entry",
                "SELECT remove_cases('{1}')",
                "CREATE TABLE mine (id integer)",
                "CREATE FUNCTION hashtext(text) RETURNS integer LANGUAGE sql AS 'SELECT 1'",
                "CREATE OR REPLACE FUNCTION remove_cases(cases bigint[]) RETURNS void LANGUAGE sql AS ''",
                "CREATE SCHEMA mine",
                "SET ROLE sheshim_owner",
                "SET ROLE postgres",
                "SET session_replication_role = replica",
                "ALTER ROLE sheshim SUPERUSER",
                "ALTER ROLE sheshim_owner PASSWORD 'mine'",
                "GRANT sheshim_owner TO sheshim",
                "COPY log_entry TO PROGRAM 'cat'",
                "COPY log_entry TO '/mine'",
                "SELECT pg_read_file('/etc/passwd')",
                "SELECT rolpassword FROM pg_authid",
                "SELECT * FROM flyway_schema_history",
                "DROP DATABASE sheshim",
                "ALTER SYSTEM SET fsync = off"
            })
    void serviceIsRefused(String change) {
        assertThatThrownBy(() -> PostgresFixture.execute(POSTGRES.database(), change))
                .isInstanceOf(SQLException.class)
                .satisfies(refused -> assertThat(((SQLException) refused).getSQLState())
                        .as(String.valueOf(refused.getMessage()))
                        .isEqualTo("42501"));
    }

    @Test
    void documentsSayTheRightsOnAllTables() throws Exception {
        Map<String, String> rights = new TreeMap<>();
        try (Connection connection = POSTGRES.database().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        """
                        SELECT relname, string_agg(privilege, ', ' ORDER BY place)
                        FROM pg_class, unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER', 'REFERENCES'])
                            WITH ORDINALITY AS each (privilege, place)
                        WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND has_table_privilege(pg_class.oid, privilege)
                        GROUP BY relname
                        """)) {
            while (row.next()) {
                rights.put(row.getString(1), row.getString(2));
            }
        }
        Map<String, String> documented = new TreeMap<>();
        Pattern.compile("^\\| (`.*`) \\| (SELECT[A-Z, ]*) \\|$", Pattern.MULTILINE)
                .matcher(Files.readString(Path.of("src/docs/operations.md")))
                .results()
                .forEach(row -> Stream.of(row.group(1).split(", "))
                        .forEach(table -> documented.put(table.replace("`", ""), row.group(2))));
        assertThat(rights).isEqualTo(documented).containsKeys(RECORD.toArray(String[]::new));
    }

    @Test
    void nothingIsToldOfARoleThatCanOnlyAdd() {
        assertThat(PostgresPrivileges.ofService(POSTGRES.database())).isEmpty();
    }

    @Test
    void rightsOfTheOwnerAreTold() {
        assertThat(PostgresPrivileges.ofService(POSTGRES.owner()).orElseThrow())
                .contains(
                        "DELETE on case_file", "TRIGGER on log_entry", "UPDATE on tree_tile", "CREATE on schema public")
                .doesNotContain("membership", "SUPERUSER");
        assertThat(PostgresPrivileges.ofService(POSTGRES.superuser()).orElseThrow())
                .contains("SUPERUSER");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GRANT DELETE ON cosignature TO sheshim | REVOKE DELETE ON cosignature FROM sheshim | DELETE on cosignature",
                "GRANT UPDATE (outcome) ON log_entry TO sheshim | REVOKE UPDATE (outcome) ON log_entry FROM sheshim | UPDATE on log_entry",
                "GRANT INSERT ON erasure TO sheshim | REVOKE INSERT ON erasure FROM sheshim | INSERT on erasure",
                "GRANT INSERT ON legal_hold TO sheshim | REVOKE INSERT ON legal_hold FROM sheshim | INSERT on legal_hold",
                "GRANT TRUNCATE ON hold_step TO PUBLIC | REVOKE TRUNCATE ON hold_step FROM PUBLIC | TRUNCATE on hold_step",
                "GRANT EXECUTE ON FUNCTION remove_cases TO PUBLIC | REVOKE EXECUTE ON FUNCTION remove_cases FROM PUBLIC | EXECUTE on remove_cases",
                "GRANT CREATE ON SCHEMA public TO PUBLIC | REVOKE CREATE ON SCHEMA public FROM PUBLIC | CREATE on schema public",
                "GRANT sheshim_owner TO sheshim WITH INHERIT FALSE | REVOKE sheshim_owner FROM sheshim | membership in sheshim_owner",
                "GRANT pg_write_server_files TO sheshim | REVOKE pg_write_server_files FROM sheshim | membership in pg_write_server_files",
                "ALTER ROLE sheshim CREATEROLE | ALTER ROLE sheshim NOCREATEROLE | CREATEROLE"
            })
    void rightThatIsTooMuchIsTold(String grant, String revoke, String told) throws SQLException {
        PostgresFixture.execute(POSTGRES.superuser(), grant);
        try {
            assertThat(PostgresPrivileges.ofService(POSTGRES.database())).contains(told);
        } finally {
            PostgresFixture.execute(POSTGRES.superuser(), revoke);
        }
        assertThat(PostgresPrivileges.ofService(POSTGRES.database())).isEmpty();
    }

    @Test
    void auditorNeedsTheDocumentedRightsAndHasNoOthers() throws SQLException, IOException {
        String grant = Pattern.compile("^GRANT SELECT ON .* TO auditor;$", Pattern.MULTILINE)
                .matcher(Files.readString(Path.of("src/docs/log.md")))
                .results()
                .findFirst()
                .orElseThrow()
                .group();
        PostgresFixture.execute(POSTGRES.superuser(), "CREATE ROLE auditor LOGIN PASSWORD 'of-a-test'");
        POSTGRES.execute(grant);
        PGSimpleDataSource auditor = POSTGRES.superuser();
        auditor.setUser("auditor");
        auditor.setPassword("of-a-test");
        AuditLog.Report report = new AuditLog(
                        new PostgresRecordReader(auditor),
                        new SealedParts((file, revision) -> List.of()),
                        new JacksonParser(),
                        new Callers())
                .audit(TrustPolicy.of(List.of()), null, (entries, last) -> {});
        assertThat(report.entries()).isEqualTo(1);
        assertThat(new PostgresRevisionStore(auditor).files(DecisionFixture.REVISION))
                .isPresent();
        for (String table : List.of("api_key", "personal_text", "draft_file", "hand_over")) {
            assertThatThrownBy(() -> PostgresFixture.execute(auditor, "SELECT FROM " + table))
                    .hasMessageContaining("permission denied");
        }
    }
}
