package kz.sheshim.adapter.postgres;

import static kz.sheshim.adapter.postgres.StorableText.require;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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
    private static final String INSERT =
            """
            INSERT INTO decision
                (id, reference, outcome, grounds, filed_on, decided_at, revision, engine, received, read, verdict,
                 ground_cells)
            VALUES """;
    private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json, ?::json, ?)";
    /** A group of this size takes the disk no longer than a small one. */
    private static final int MOST_IN_GROUP = 128;

    private final GroupCommit<Decision, EntryNumber> commits;

    /**
     * @param mostWaiting so many decisions may wait to be recorded
     */
    public PostgresDecisionLog(DataSource database, int mostWaiting) {
        Transactions transactions = new Transactions(database);
        this.commits = new GroupCommit<>(
                decisions -> transactions.write(connection -> insert(connection, decisions)),
                MOST_IN_GROUP,
                mostWaiting);
    }

    /**
     * @throws IllegalArgumentException if a text of the decision cannot be recorded as it is: it holds U+0000 or half a surrogate
     *     pair
     */
    @Override
    public Entry append(Decision decision) {
        require("the reference", decision.reference());
        require("the application", decision.received());
        require("the application as read", decision.read());
        require("the verdict", decision.verdictText());
        return new Entry(commits.write(decision), decision);
    }

    /** Returns when all that was handed in is recorded. */
    @Override
    public void close() {
        commits.close();
    }

    private static List<EntryNumber> insert(Connection connection, List<Decision> decisions) throws SQLException {
        String rows = String.join(", ", Collections.nCopies(decisions.size(), ROW));
        try (PreparedStatement insert = Transactions.prepare(connection, INSERT + rows + " RETURNING id, entry")) {
            int column = 1;
            for (Decision decision : decisions) {
                column = set(insert, column, decision);
            }
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

    /** Sets the parameters of one row from this one on, and tells the next one. */
    private static int set(PreparedStatement insert, int first, Decision decision) throws SQLException {
        Connection connection = insert.getConnection();
        int column = first;
        insert.setObject(column++, decision.id().value());
        insert.setString(column++, decision.reference());
        insert.setString(column++, decision.verdict().outcome());
        insert.setArray(column++, connection.createArrayOf("text", codes(decision.verdict())));
        insert.setObject(column++, decision.verdict().filedOn());
        insert.setObject(column++, decision.decidedAt().atOffset(ZoneOffset.UTC));
        insert.setString(column++, decision.revision().value());
        insert.setString(column++, decision.engine());
        insert.setString(column++, decision.received());
        insert.setString(column++, decision.read());
        insert.setString(column++, decision.verdictText());
        insert.setArray(
                column++,
                connection.createArrayOf("text", decision.groundCells().toArray()));
        return column;
    }

    private static String[] codes(Verdict verdict) {
        return verdict.grounds().stream().map(Ground::code).distinct().toArray(String[]::new);
    }
}
