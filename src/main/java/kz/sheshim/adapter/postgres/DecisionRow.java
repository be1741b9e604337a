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
import kz.sheshim.policy.Revision;
import kz.sheshim.verdict.VerdictCodec;

/** Reads an entry of the log from a row of the table {@code decision}. */
final class DecisionRow {
    /** The columns of a summary. */
    static final String SUMMARY = "entry, id, reference, decided_at, revision, engine, verdict, ground_cells";

    /** The columns of an entry. */
    static final String COLUMNS = SUMMARY + ", sender, received, read";

    private DecisionRow() {}

    static Entry read(ResultSet row, VerdictCodec codec) throws SQLException {
        String verdict = row.getString("verdict");
        Decision decision = new Decision(
                new DecisionId(row.getObject("id", UUID.class)),
                new Submitter(row.getString("sender")),
                row.getString("reference"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                new Revision(row.getString("revision")),
                row.getString("engine"),
                row.getString("received"),
                row.getString("read"),
                codec.decode(verdict),
                verdict,
                List.of((String[]) row.getArray("ground_cells").getArray()));
        return new Entry(new EntryNumber(row.getLong("entry")), decision);
    }

    static DecisionSummary summary(ResultSet row, VerdictCodec codec) throws SQLException {
        return new DecisionSummary(
                new EntryNumber(row.getLong("entry")),
                new DecisionId(row.getObject("id", UUID.class)),
                row.getString("reference"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                new Revision(row.getString("revision")),
                row.getString("engine"),
                codec.decode(row.getString("verdict")),
                List.of((String[]) row.getArray("ground_cells").getArray()));
    }
}
