package kz.sheshim.adapter.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import kz.sheshim.access.Submitter;
import kz.sheshim.log.Entry;
import kz.sheshim.log.Fingerprint;
import kz.sheshim.log.IdempotencyKey;
import kz.sheshim.log.IdempotencyKeyReused;
import kz.sheshim.log.KeyedRequest;
import kz.sheshim.verdict.VerdictCodec;

/** The table {@code idempotency_key}: the decision of each key, until the key expires. */
final class IdempotencyKeys {
    private static final String FIND = "SELECT key, fingerprint, " + DecisionRow.COLUMNS
            + " FROM (SELECT sender, key, fingerprint, decision FROM idempotency_key WHERE (sender, key) IN"
            + " (SELECT * FROM unnest(?::text[], ?::text[]))) AS used (submitter, key, fingerprint, used_by)"
            + " JOIN (" + DecisionRow.TABLES + ") ON log_entry.decision = used.used_by";

    private static final String REMOVE = "DELETE FROM idempotency_key WHERE ctid = ANY (ARRAY("
            + "SELECT ctid FROM idempotency_key WHERE kept_at < ? ORDER BY kept_at LIMIT ? FOR UPDATE SKIP LOCKED))";

    private IdempotencyKeys() {}

    /** A key that is in use, with the request that used it first and the decision on that request. */
    record UsedKey(KeyedRequest request, Entry entry) {

        boolean isKeyOf(KeyedRequest other) {
            return request.submitter().equals(other.submitter())
                    && request.key().equals(other.key());
        }

        /**
         * The entry, if this is the same request again.
         *
         * @throws IdempotencyKeyReused if it is another request
         */
        Entry entryFor(KeyedRequest repeated) {
            if (!request.fingerprint().equals(repeated.fingerprint())) {
                throw new IdempotencyKeyReused();
            }
            return entry;
        }
    }

    /** Those keys of these requests that are in use, in any order. */
    static List<UsedKey> find(Connection connection, List<KeyedRequest> requests, VerdictCodec codec)
            throws SQLException {
        try (PreparedStatement select = Transactions.prepare(connection, FIND)) {
            String[] submitters =
                    requests.stream().map(each -> each.submitter().name()).toArray(String[]::new);
            String[] keys = requests.stream().map(each -> each.key().text()).toArray(String[]::new);
            select.setArray(1, connection.createArrayOf("text", submitters));
            select.setArray(2, connection.createArrayOf("text", keys));
            try (ResultSet row = select.executeQuery()) {
                List<UsedKey> found = new ArrayList<>();
                while (row.next()) {
                    Submitter submitter = new Submitter(row.getString("sender"));
                    IdempotencyKey key = new IdempotencyKey(row.getString("key"));
                    Fingerprint fingerprint = new Fingerprint(row.getString("fingerprint"));
                    found.add(new UsedKey(new KeyedRequest(submitter, key, fingerprint), DecisionRow.read(row, codec)));
                }
                return found;
            }
        }
    }

    /** Removes keys that were stored before this moment, the oldest first, and returns their number. */
    static int remove(Connection connection, Instant before, int max) throws SQLException {
        try (PreparedStatement delete = Transactions.prepare(connection, REMOVE)) {
            delete.setObject(1, before.atOffset(ZoneOffset.UTC));
            delete.setInt(2, max);
            return delete.executeUpdate();
        }
    }

    /** Writes a duration as an interval of PostgreSQL. */
    static String interval(Duration lifetime) {
        return lifetime.toMillis() + " milliseconds";
    }
}
