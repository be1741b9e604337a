package kz.sheshim.adapter.postgres;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import kz.sheshim.access.Submitter;
import kz.sheshim.log.CaseFile;
import kz.sheshim.log.Commitment;
import kz.sheshim.log.DecisionId;
import kz.sheshim.log.Result;
import kz.sheshim.log.Seal;
import kz.sheshim.log.Secret;
import kz.sheshim.policy.Revision;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * Moves the decisions of earlier versions from the table {@code decision} to {@code log_entry} and {@code case_file}, with their ids and numbers, and gives
 * each a seal. Reads and writes {@value #AT_ONCE} decisions at a time, in one transaction; while it runs the record needs its space twice. These decisions
 * have no parts of personal data: their facts can only be disclosed together.
 */
public final class SealRecordedDecisions implements JavaMigration {
    private static final int AT_ONCE = 500;

    private static final String SELECT =
            """
            SELECT entry, id, sender, reference, outcome, grounds, filed_on, decided_at, revision, engine, received,
                read::text AS read, verdict::text AS verdict, ground_cells
            FROM decision ORDER BY entry
            """;
    private static final String SEALED = " FROM decision JOIN unnest(?::bigint[], ?::text[], ?::bytea[], ?::bytea[])"
            + " AS seal (entry, statement, result_secret, case_secret) USING (entry) ORDER BY entry";
    private static final String ENTRIES =
            "INSERT INTO log_entry (entry, kind, at, statement, decision, revision, outcome, grounds, filed_on, secret)"
                    + " OVERRIDING SYSTEM VALUE SELECT entry, 'decision', decided_at, statement, id, revision, outcome,"
                    + " grounds, filed_on, result_secret" + SEALED;
    private static final String CASE_FILES =
            "INSERT INTO case_file (entry, sender, reference, received, read, verdict, ground_cells, secret)"
                    + " SELECT entry, sender, reference, received, read::text, verdict::text, ground_cells, case_secret"
                    + SEALED;
    /** The next number follows the last one that was given, also when its decision was not recorded. */
    private static final String NEXT_NUMBER =
            "SELECT setval(pg_get_serial_sequence('log_entry', 'entry'), last_value, is_called) FROM decision_entry_seq";

    private static final String BEGUN = "SELECT EXISTS (SELECT FROM log_entry)";
    private static final String LEFT = "SELECT count(*) FROM decision";

    private final SecureRandom random = new SecureRandom();

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("11");
    }

    @Override
    public String getDescription() {
        return "seal recorded decisions";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        try (Statement select = connection.createStatement()) {
            if (one(select, BEGUN).equals("t")) {
                requireNone(one(select, LEFT));
                select.execute("DROP TABLE decision");
                return;
            }
            select.setFetchSize(AT_ONCE);
            try (ResultSet row = select.executeQuery(SELECT)) {
                List<Sealed> group = new ArrayList<>();
                while (row.next()) {
                    group.add(sealed(row));
                    if (group.size() == AT_ONCE) {
                        move(connection, group);
                        group.clear();
                    }
                }
                move(connection, group);
            }
            select.execute(NEXT_NUMBER);
            select.execute("DROP TABLE decision");
        }
    }

    private static String one(Statement select, String sql) throws SQLException {
        try (ResultSet row = select.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Services of a time left this migration out, and began the log without it. Decisions of before would have the numbers of others now. */
    private static void requireNone(String left) {
        if (!left.equals("0")) {
            throw new FlywayException(
                    left + " decisions of an earlier version are in the table decision, and the log has begun"
                            + " without them. Restore the backup of the time before, and start this version on it.");
        }
    }

    private record Sealed(long entry, Seal seal) {}

    private Sealed sealed(ResultSet row) throws SQLException {
        Result result = new Result(
                row.getString("outcome"),
                List.of((String[]) row.getArray("grounds").getArray()),
                row.getObject("filed_on", LocalDate.class));
        CaseFile caseFile = new CaseFile(
                new Submitter(row.getString("sender")),
                row.getString("reference"),
                row.getString("received"),
                row.getString("read"),
                row.getString("verdict"),
                List.of((String[]) row.getArray("ground_cells").getArray()));
        Secret ofResult = Secret.random(random);
        Secret ofCaseFile = Secret.random(random);
        return new Sealed(
                row.getLong("entry"),
                new Seal(
                        Seal.statement(
                                new DecisionId(row.getObject("id", UUID.class)),
                                row.getObject("decided_at", OffsetDateTime.class)
                                        .toInstant(),
                                new Revision(row.getString("revision")),
                                row.getString("engine"),
                                Commitment.to(result.parts(), ofResult),
                                Commitment.to(caseFile.parts(List.of()), ofCaseFile)),
                        ofResult,
                        ofCaseFile));
    }

    private static void move(Connection connection, List<Sealed> group) throws SQLException {
        for (String sql : List.of(ENTRIES, CASE_FILES)) {
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                insert.setArray(1, connection.createArrayOf("int8", values(group, Long[]::new, each -> each.entry())));
                insert.setArray(2, connection.createArrayOf("text", values(group, String[]::new, each -> each.seal()
                        .statement()
                        .text())));
                insert.setArray(3, connection.createArrayOf("bytea", values(group, byte[][]::new, each -> each.seal()
                        .result()
                        .bytes())));
                insert.setArray(4, connection.createArrayOf("bytea", values(group, byte[][]::new, each -> each.seal()
                        .caseFile()
                        .bytes())));
                insert.executeUpdate();
            }
        }
    }

    private static <T> T[] values(List<Sealed> group, IntFunction<T[]> array, Function<Sealed, T> value) {
        return group.stream().map(value).toArray(array);
    }
}
