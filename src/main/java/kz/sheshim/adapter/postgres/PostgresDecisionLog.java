package kz.sheshim.adapter.postgres;

import static kz.sheshim.adapter.postgres.StorableText.require;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import javax.sql.DataSource;
import kz.sheshim.decision.Decision;
import kz.sheshim.decision.Ground;
import kz.sheshim.decision.Verdict;
import kz.sheshim.log.DecisionLog;
import kz.sheshim.log.Entry;
import kz.sheshim.log.EntryNumber;

/**
 * Appends decisions to the table {@code decision}; those that come at the same time share a transaction, and so the wait for the disk. When the answer to the commit is lost, the entry may be recorded although {@link
 * kz.sheshim.log.LogUnavailable} is thrown; never the other way round.
 */
public final class PostgresDecisionLog implements DecisionLog, AutoCloseable {
    /** One text for groups of every size, so that the database plans it once. */
    private static final String INSERT =
            """
            INSERT INTO decision
                (id, reference, outcome, grounds, filed_on, decided_at, revision, engine, received, read, verdict,
                 ground_cells, sender)
            SELECT id, reference, outcome, grounds::text[], filed_on, decided_at, revision, engine, received, read::json,
                verdict::json, ground_cells::text[], sender
            FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::date[], ?::timestamptz[], ?::text[], ?::text[],
                ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                AS new (id, reference, outcome, grounds, filed_on, decided_at, revision, engine, received, read, verdict,
                    ground_cells, sender)
            RETURNING id, entry
            """;

    /** A group of this size takes the disk no longer than a small one. */
    private static final int MOST_IN_GROUP = 128;

    private final GroupCommit<Decision, EntryNumber> commits;

    /**
     * @param mostWaiting so many decisions may wait to be recorded
     */
    public PostgresDecisionLog(DataSource database, int mostWaiting) {
        Transactions transactions = new Transactions(database);
        this.commits = new GroupCommit<>(
                decisions -> transactions.writeInOneStatement(connection -> insert(connection, decisions)),
                MOST_IN_GROUP,
                mostWaiting);
    }

    /**
     * @throws IllegalArgumentException if a text of the decision cannot be recorded as it is: it holds U+0000 or half a surrogate
     *     pair
     */
    @Override
    public CompletionStage<Entry> append(Decision decision) {
        require("the reference", decision.reference());
        require("the application", decision.received());
        require("the application as read", decision.read());
        require("the verdict", decision.verdictText());
        return commits.write(decision).thenApply(number -> new Entry(number, decision));
    }

    /** Returns when all that was handed in is recorded. */
    @Override
    public void close() {
        commits.close();
    }

    private static List<EntryNumber> insert(Connection connection, List<Decision> decisions) throws SQLException {
        try (PreparedStatement insert = Transactions.prepare(connection, INSERT)) {
            Columns columns = new Columns(insert, decisions);
            columns.set("uuid", decision -> decision.id().toString());
            columns.set("text", Decision::reference);
            columns.set("text", decision -> decision.verdict().outcome());
            columns.set("text", decision -> array(connection, codes(decision.verdict())));
            columns.set("date", decision -> decision.verdict().filedOn().toString());
            columns.set("timestamptz", decision -> decision.decidedAt().toString());
            columns.set("text", decision -> decision.revision().value());
            columns.set("text", Decision::engine);
            columns.set("text", Decision::received);
            columns.set("text", Decision::read);
            columns.set("text", Decision::verdictText);
            columns.set(
                    "text", decision -> array(connection, decision.groundCells().toArray(String[]::new)));
            columns.set("text", decision -> decision.sender().name());
            Map<UUID, EntryNumber> numbers = new HashMap<>();
            try (ResultSet inserted = insert.executeQuery()) {
                while (inserted.next()) {
                    numbers.put(inserted.getObject("id", UUID.class), new EntryNumber(inserted.getLong("entry")));
                }
            }
            return decisions.stream()
                    .map(decision ->
                            Objects.requireNonNull(numbers.get(decision.id().value())))
                    .toList();
        }
    }

    /** The parameters of the INSERT, each an array of what one column is for each decision. */
    private static final class Columns {
        interface Value {
            String of(Decision decision) throws SQLException;
        }

        private final PreparedStatement insert;
        private final List<Decision> decisions;
        private int column = 1;

        Columns(PreparedStatement insert, List<Decision> decisions) {
            this.insert = insert;
            this.decisions = decisions;
        }

        void set(String type, Value value) throws SQLException {
            String[] values = new String[decisions.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = value.of(decisions.get(i));
            }
            insert.setArray(column++, insert.getConnection().createArrayOf(type, values));
        }
    }

    /** An array as PostgreSQL writes it as a text: an array of arrays would have to be a rectangle. */
    private static String array(Connection connection, String[] texts) throws SQLException {
        return connection.createArrayOf("text", texts).toString();
    }

    private static String[] codes(Verdict verdict) {
        return verdict.grounds().stream().map(Ground::code).distinct().toArray(String[]::new);
    }
}
