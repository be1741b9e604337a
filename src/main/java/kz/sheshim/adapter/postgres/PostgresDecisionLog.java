package kz.sheshim.adapter.postgres;

import static kz.sheshim.adapter.postgres.StorableText.require;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import kz.sheshim.decision.Decision;
import kz.sheshim.decision.Ground;
import kz.sheshim.decision.Verdict;
import kz.sheshim.log.DecisionLog;
import kz.sheshim.log.Entry;
import kz.sheshim.log.EntryNumber;

/**
 * Appends decisions to the table {@code decision}. When the answer to the commit is lost, the entry may be recorded although {@link
 * kz.sheshim.log.LogUnavailable} is thrown; never the other way round.
 */
public final class PostgresDecisionLog implements DecisionLog {
    private static final String INSERT =
            """
            INSERT INTO decision
                (id, reference, outcome, grounds, filed_on, decided_at, revision, engine, received, read, verdict,
                 ground_cells)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json, ?::json, ?)
            RETURNING entry
            """;

    private final Transactions transactions;

    public PostgresDecisionLog(DataSource database) {
        this.transactions = new Transactions(database);
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
        return new Entry(transactions.write(connection -> insert(connection, decision)), decision);
    }

    private static EntryNumber insert(Connection connection, Decision decision) throws SQLException {
        try (PreparedStatement insert = Transactions.prepare(connection, INSERT)) {
            int column = 1;
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
                    column,
                    connection.createArrayOf("text", decision.groundCells().toArray()));
            try (ResultSet inserted = insert.executeQuery()) {
                inserted.next();
                return new EntryNumber(inserted.getLong("entry"));
            }
        }
    }

    private static String[] codes(Verdict verdict) {
        return verdict.grounds().stream().map(Ground::code).distinct().toArray(String[]::new);
    }
}
