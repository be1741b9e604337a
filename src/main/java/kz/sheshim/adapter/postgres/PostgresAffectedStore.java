package kz.sheshim.adapter.postgres;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import kz.sheshim.bulk.Impact;
import kz.sheshim.bulk.RecordedApplications.Range;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.publication.AffectedStore;

/** Lists of affected decisions in the tables {@code affected_list} and {@code affected_decision}. */
public final class PostgresAffectedStore implements AffectedStore {
    /** Number of decisions that are read at once. */
    private static final int FETCHED = 1_000;

    private static final String NEXT =
            """
            UPDATE affected_list SET claimed_until = clock_timestamp() + interval '1 minute' WHERE publication = (
                SELECT publication FROM affected_list
                WHERE looked_at < publication - 1 AND (claimed_until IS NULL OR claimed_until < clock_timestamp())
                ORDER BY publication LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING publication, looked_at
            """;
    private static final String ADVANCE =
            """
            UPDATE affected_list SET looked_at = ?, undecided = undecided + ?, claimed_until = NULL
            WHERE publication = ? AND looked_at = ?
            """;

    /** Waits for erasures, and lets none begin before the end of the transaction. */
    private static final String WITHOUT_ERASURES = "SELECT pg_advisory_xact_lock(hashtext('kz.sheshim.erasure'))";

    private static final String ADD =
            "INSERT INTO affected_decision (publication, entry, change) SELECT ?, entry, ? FROM case_file WHERE entry = ?";
    private static final String COUNT = "UPDATE affected_list SET listed = listed + ? WHERE publication = ?";
    private static final String PROGRESS =
            """
            SELECT looked_at, looked_at >= publication - 1 AS complete, listed, undecided
            FROM affected_list WHERE publication = ?
            """;
    private static final String EACH =
            "SELECT entry, change FROM affected_decision WHERE publication = ? AND entry > ? ORDER BY entry LIMIT "
                    + FETCHED;

    private final Transactions transactions;
    private final Function<Object, String> json;

    /** @param json writes maps and lists */
    public PostgresAffectedStore(DataSource database, Function<Object, String> json) {
        this.transactions = new Transactions(database);
        this.json = json;
    }

    @Override
    public Optional<Part> next(int entries) {
        return transactions.write(connection -> {
            try (PreparedStatement claim = Transactions.prepare(connection, NEXT);
                    ResultSet row = claim.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                long publication = row.getLong("publication");
                long after = row.getLong("looked_at");
                return Optional.of(new Part(
                        new EntryNumber(publication), new Range(after, Math.min(after + entries, publication - 1))));
            }
        });
    }

    @Override
    public void keep(Part part, Impact impact) {
        long publication = part.publication().value();
        Range range = part.range();
        transactions.write(connection -> {
            try (PreparedStatement wait = Transactions.prepare(connection, WITHOUT_ERASURES);
                    PreparedStatement advance = Transactions.prepare(
                            connection,
                            ADVANCE,
                            List.of(range.last(), impact.undecided(), publication, range.after()));
                    PreparedStatement add = Transactions.prepare(connection, ADD)) {
                wait.execute();
                if (advance.executeUpdate() == 0) {
                    return false;
                }
                for (Impact.Change change : impact.changes()) {
                    add.setLong(1, publication);
                    add.setString(2, json.apply(change.json()));
                    add.setLong(3, change.entry());
                    add.addBatch();
                }
                long listed = IntStream.of(add.executeBatch()).sum();
                try (PreparedStatement count = Transactions.prepare(connection, COUNT, List.of(listed, publication))) {
                    count.executeUpdate();
                }
                return true;
            }
        });
    }

    @Override
    public Optional<Progress> progress(EntryNumber publication) {
        return transactions.read(connection -> {
            try (PreparedStatement select = Transactions.prepare(connection, PROGRESS, List.of(publication.value()));
                    ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Progress(
                                row.getLong("looked_at"),
                                row.getBoolean("complete"),
                                row.getLong("listed"),
                                row.getLong("undecided")))
                        : Optional.empty();
            }
        });
    }

    @Override
    public void each(EntryNumber publication, Consumer<String> decision) {
        long after = 0;
        List<Listed> page;
        do {
            page = page(publication, after);
            for (Listed each : page) {
                decision.accept(each.change());
                after = each.entry();
            }
        } while (page.size() == FETCHED);
    }

    private record Listed(long entry, String change) {}

    private List<Listed> page(EntryNumber publication, long after) {
        return transactions.read(connection -> {
            List<Listed> page = new ArrayList<>();
            try (PreparedStatement select =
                            Transactions.prepare(connection, EACH, List.of(publication.value(), after));
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    page.add(new Listed(row.getLong("entry"), Objects.requireNonNull(row.getString("change"))));
                }
            }
            return page;
        });
    }
}
