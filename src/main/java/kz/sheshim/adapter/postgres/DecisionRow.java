package kz.sheshim.adapter.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import kz.sheshim.access.Submitter;
import kz.sheshim.log.Decision;
import kz.sheshim.log.DecisionId;
import kz.sheshim.log.DecisionSummary;
import kz.sheshim.log.Entry;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.log.ErasedDecision;
import kz.sheshim.log.Result;
import kz.sheshim.log.Seal;
import kz.sheshim.log.Secret;
import kz.sheshim.log.Statement;
import kz.sheshim.policy.Revision;
import kz.sheshim.verdict.VerdictCodec;

/** Reads a decision from a row of {@code log_entry} and its row of {@code case_file}. */
final class DecisionRow {
    /** Decisions whose case files exist. */
    static final String TABLES = "log_entry JOIN case_file USING (entry)";

    /** All decisions; where the case file does not exist any more, with its erasure. */
    static final String TABLES_WITH_ERASED =
            """
            log_entry LEFT JOIN case_file USING (entry)
                LEFT JOIN LATERAL (
                    SELECT erasing.entry AS erased_by, erasing.at AS erased_at
                    FROM erasure JOIN log_entry erasing ON erasing.entry = erasure.entry
                    WHERE verdict IS NULL AND erased = log_entry.entry LIMIT 1) AS erasure ON true
            """;

    /** A condition on these tables. */
    static final String IS_LISTED = "log_entry.kind = 'decision' AND (verdict IS NOT NULL OR erased_by IS NOT NULL)";

    /** The columns of an erased decision. */
    static final String ERASED = "outcome, grounds, filed_on, erased_by, erased_at";

    /** The columns of a summary. */
    static final String SUMMARY = "entry, decision, reference, at, revision, statement, verdict, ground_cells";

    /** The columns of an entry. */
    static final String COLUMNS =
            SUMMARY + ", sender, received, read, log_entry.secret AS result_secret, case_file.secret AS case_secret";

    private DecisionRow() {}

    static Entry read(ResultSet row, VerdictCodec codec) throws SQLException {
        String verdict = row.getString("verdict");
        Statement statement = new Statement(row.getString("statement"));
        Decision decision = new Decision(
                new DecisionId(row.getObject("decision", UUID.class)),
                new Submitter(row.getString("sender")),
                row.getString("reference"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new Revision(row.getString("revision")),
                engine(statement),
                row.getString("received"),
                row.getString("read"),
                codec.decode(verdict),
                verdict,
                List.of((String[]) row.getArray("ground_cells").getArray()));
        Seal seal =
                new Seal(statement, new Secret(row.getBytes("result_secret")), new Secret(row.getBytes("case_secret")));
        return new Entry(new EntryNumber(row.getLong("entry")), decision, seal);
    }

    static DecisionSummary summary(ResultSet row, VerdictCodec codec) throws SQLException {
        Statement statement = new Statement(row.getString("statement"));
        return new DecisionSummary(
                new EntryNumber(row.getLong("entry")),
                new DecisionId(row.getObject("decision", UUID.class)),
                row.getString("reference"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new Revision(row.getString("revision")),
                engine(statement),
                codec.decode(row.getString("verdict")),
                List.of((String[]) row.getArray("ground_cells").getArray()),
                statement);
    }

    static ErasedDecision erased(ResultSet row) throws SQLException {
        Statement statement = new Statement(row.getString("statement"));
        return new ErasedDecision(
                new EntryNumber(row.getLong("entry")),
                new DecisionId(row.getObject("decision", UUID.class)),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new Revision(row.getString("revision")),
                engine(statement),
                new Result(
                        row.getString("outcome"),
                        List.of((String[]) row.getArray("grounds").getArray()),
                        row.getObject("filed_on", LocalDate.class)),
                statement,
                new EntryNumber(row.getLong("erased_by")),
                row.getObject("erased_at", OffsetDateTime.class).toInstant());
    }

    private static String engine(Statement statement) {
        return statement.value(Seal.ENGINE).orElse("");
    }
}
