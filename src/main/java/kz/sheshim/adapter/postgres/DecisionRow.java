package kz.sheshim.adapter.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import kz.sheshim.access.Submitter;
import kz.sheshim.log.Decision;
import kz.sheshim.log.DecisionId;
import kz.sheshim.log.DecisionSummary;
import kz.sheshim.log.Entry;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.log.Seal;
import kz.sheshim.log.Secret;
import kz.sheshim.log.Statement;
import kz.sheshim.policy.Revision;
import kz.sheshim.verdict.VerdictCodec;

/** Reads a decision from a row of {@code log_entry} and its row of {@code case_file}. */
final class DecisionRow {
    /** Decisions whose case files exist. */
    static final String TABLES = "log_entry JOIN case_file USING (entry)";

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

    private static String engine(Statement statement) {
        return statement.value(Seal.ENGINE).orElse("");
    }
}
