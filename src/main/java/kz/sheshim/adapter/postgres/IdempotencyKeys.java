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

/** The table {@code idempotency_key}: which decision each key stands for, until it expires. */
final class IdempotencyKeys {
    private static final String FIND = "SELECT key, fingerprint, " + DecisionRow.COLUMNS
            + " FROM (SELECT sender, key, fingerprint, decision FROM idempotency_key WHERE (sender, key) IN"
            + " (SELECT * FROM unnest(?::text[], ?::text[]))) AS kept (owner, key, fingerprint, decision)"
            + " JOIN decision ON decision.id = kept.decision";

    private static final String REMOVE = "DELETE FROM idempotency_key WHERE ctid = ANY (ARRAY("
            + "SELECT ctid FROM idempotency_key WHERE kept_at < ? ORDER BY kept_at LIMIT ? FOR UPDATE SKIP LOCKED))";

    private IdempotencyKeys() {}

    /** What was decided on the request that took a key first. */
    record Kept(KeyedRequest request, Entry entry) {

        boolean isKeyOf(KeyedRequest other) {
            return request.sender().equals(other.sender()) && request.key().equals(other.key());
        }

        /**
         * The entry, if this is the request that took the key.
         *
         * @throws IdempotencyKeyReused if it is another one
         */
        Entry entryFor(KeyedRequest repeated) {
            if (!request.fingerprint().equals(repeated.fingerprint())) {
                throw new IdempotencyKeyReused();
            }
            return entry;
        }
    }

    /** What is kept under the keys of these requests, in any order. */
    static List<Kept> find(Connection connection, List<KeyedRequest> requests, VerdictCodec codec) throws SQLException {
        try (PreparedStatement select = Transactions.prepare(connection, FIND)) {
            String[] senders =
                    requests.stream().map(each -> each.sender().name()).toArray(String[]::new);
            String[] keys = requests.stream().map(each -> each.key().text()).toArray(String[]::new);
            select.setArray(1, connection.createArrayOf("text", senders));
            select.setArray(2, connection.createArrayOf("text", keys));
            try (ResultSet row = select.executeQuery()) {
                List<Kept> found = new ArrayList<>();
                while (row.next()) {
                    Submitter sender = new Submitter(row.getString("sender"));
                    IdempotencyKey key = new IdempotencyKey(row.getString("key"));
                    Fingerprint fingerprint = new Fingerprint(row.getString("fingerprint"));
                    found.add(new Kept(new KeyedRequest(sender, key, fingerprint), DecisionRow.read(row, codec)));
                }
                return found;
            }
        }
    }

    /** Removes keys that expired before this moment, the oldest first and at most so many. */
    static int remove(Connection connection, Instant before, int most) throws SQLException {
        try (PreparedStatement delete = Transactions.prepare(connection, REMOVE)) {
            delete.setObject(1, before.atOffset(ZoneOffset.UTC));
            delete.setInt(2, most);
            return delete.executeUpdate();
        }
    }

    /** As PostgreSQL reads an interval. */
    static String interval(Duration lifetime) {
        return lifetime.toMillis() + " milliseconds";
    }
}
