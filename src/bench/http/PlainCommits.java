import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/**
 * Measures a reference: each decision is written with its own INSERT and commit, and nothing else happens. One thread for each connection; rows as in the decision log; a
 * table with the columns and indexes that the log had before its entries were split from the case files, without triggers and foreign keys: the yardstick stays the same. Arguments: JDBC URL, connections, seconds. The log must already contain decisions.
 */
final class PlainCommits {
    private static final String COLUMNS =
            "id, reference, outcome, grounds, filed_on, decided_at, revision, engine, received, read, verdict, ground_cells";
    private static final String INSERT =
            "INSERT INTO plain_commit (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json, ?::json, ?)";
    private static final int MOST_RECORDS = 500;
    private static final String TABLE =
            """
            CREATE TABLE plain_commit (
                entry bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, id uuid NOT NULL UNIQUE, reference text NOT NULL, outcome text NOT NULL,
                grounds text[] NOT NULL, filed_on date NOT NULL, decided_at timestamptz NOT NULL, revision text NOT NULL, engine text NOT NULL,
                received text NOT NULL, read json NOT NULL, verdict json NOT NULL, ground_cells text[] NOT NULL DEFAULT '{}', sender text NOT NULL DEFAULT '');
            CREATE INDEX ON plain_commit (md5(reference), entry);
            CREATE INDEX ON plain_commit (outcome, entry);
            CREATE INDEX ON plain_commit USING gin (grounds);
            CREATE INDEX ON plain_commit (filed_on, entry);
            CREATE INDEX ON plain_commit (sender, entry);
            """;
    private static final String DECISIONS =
            """
            CREATE TEMP VIEW decision AS
            SELECT entry, decision AS id, reference, outcome, grounds, filed_on, at AS decided_at, revision,
                substring(statement FROM E'\\nengine ([^\\n]*)') AS engine, received, read::json AS read, verdict::json AS verdict, ground_cells
            FROM log_entry JOIN case_file USING (entry)
            """;

    private final String url;
    private final List<Object[]> records = new ArrayList<>();

    private PlainCommits(String url) {
        this.url = url;
    }

    public static void main(String[] arguments) throws Exception {
        PlainCommits plain = new PlainCommits(arguments[0]);
        int connections = Integer.parseInt(arguments[1]);
        long seconds = Long.parseLong(arguments[2]);
        plain.prepare();
        plain.run(connections, Math.max(1, seconds / 3)); // warm-up
        long start = System.nanoTime();
        long[] nanos = plain.run(connections, seconds);
        long micros = (System.nanoTime() - start) / 1_000;
        Arrays.sort(nanos);
        System.out.printf(
                "RESULT %d 0 0 %d %d %d %d%n",
                nanos.length, micros, percentile(nanos, 50), percentile(nanos, 99), percentile(nanos, 100));
    }

    private static long percentile(long[] sorted, int percent) {
        return sorted[(int) Math.min(sorted.length - 1L, (long) sorted.length * percent / 100)] / 1_000;
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, "sheshim_owner", System.getenv("PGPASSWORD"));
    }

    private void prepare() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS plain_commit");
            statement.execute(TABLE);
            statement.execute(DECISIONS);
            try (ResultSet row = statement.executeQuery(
                    "SELECT " + COLUMNS + " FROM decision ORDER BY entry LIMIT " + MOST_RECORDS)) {
                while (row.next()) {
                    Object[] record = new Object[12];
                    for (int i = 0; i < record.length; i++) {
                        record[i] = row.getObject(i + 1);
                    }
                    for (int json : new int[] {9, 10}) {
                        record[json] = row.getString(json + 1);
                    }
                    for (int array : new int[] {3, 11}) {
                        record[array] = row.getArray(array + 1).getArray();
                    }
                    records.add(record);
                }
            }
        }
        if (records.isEmpty()) {
            throw new IllegalStateException("the log holds no decisions to copy");
        }
    }

    /** The time of each INSERT with its commit. */
    private long[] run(int connections, long seconds) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        List<Future<long[]>> results = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            int first = i * 7;
            results.add(threads.submit(() -> insert(first, seconds)));
        }
        List<long[]> all = new ArrayList<>();
        for (Future<long[]> result : results) {
            all.add(result.get());
        }
        threads.shutdown();
        return all.stream().flatMapToLong(LongStream::of).toArray();
    }

    private long[] insert(int first, long seconds) throws SQLException {
        LongStream.Builder nanos = LongStream.builder();
        try (Connection connection = connect();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            long end = System.nanoTime() + seconds * 1_000_000_000;
            int next = first;
            for (long start = System.nanoTime(); start < end; ) {
                Object[] record = records.get(next++ % records.size());
                insert.setObject(1, UUID.randomUUID());
                for (int i = 1; i < record.length; i++) {
                    insert.setObject(i + 1, record[i]);
                }
                insert.executeUpdate(); // and commits
                long now = System.nanoTime();
                nanos.add(now - start);
                start = now;
            }
        }
        return nanos.build().toArray();
    }
}
