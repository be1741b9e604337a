import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Measures single requests while the decision log grows: decide, read, replay and list. The log grows by copies of its own decisions, each with its own id,
 * reference and day of filing. Arguments: JDBC URL, address of the service, file of examples, repetitions, sizes of the log.
 */
final class Growth {
    private static final String COPY =
            """
            WITH copies AS MATERIALIZED (
                SELECT gen_random_uuid() AS id, copy, original.*
                FROM generate_series(%d, %d) copy JOIN original ON original.number = copy %% (SELECT count(*) FROM original)),
            entries AS (
                INSERT INTO log_entry (kind, at, statement, decision, revision, outcome, grounds, filed_on, secret)
                SELECT kind, at, statement, id, revision, outcome, grounds, filed_on - (copy %% 3650)::int, entry_secret FROM copies
                RETURNING entry, decision)
            INSERT INTO case_file (entry, sender, reference, received, read, verdict, ground_cells, secret)
            SELECT entries.entry, sender, 'copy-' || copy, received, read, verdict, ground_cells, secret
            FROM entries JOIN copies ON copies.id = entries.decision
            """;
    /** Number of copies in a transaction. */
    private static final long STEP = 50_000;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Random random = new Random(4);
    private final Connection connection;
    private final String api;
    private final List<String> applications = new ArrayList<>();
    private final int repetitions;

    private Growth(Connection connection, String api, Path examples, int repetitions) throws IOException {
        this.connection = connection;
        this.api = api;
        this.repetitions = repetitions;
        for (String line : Files.readAllLines(examples)) {
            String start = "\"application\": ";
            applications.add(line.substring(line.indexOf(start) + start.length(), line.indexOf(", \"expected\": ")));
        }
    }

    private interface Step {
        HttpRequest.Builder request() throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        try (Connection connection = DriverManager.getConnection(arguments[0], "sheshim_owner", System.getenv("PGPASSWORD"))) {
            Growth growth = new Growth(connection, arguments[1], Path.of(arguments[2]), Integer.parseInt(arguments[3]));
            growth.measure(Arrays.stream(arguments).skip(4).mapToLong(Long::parseLong).toArray());
        }
    }

    private void measure(long[] sizes) throws Exception {
        for (int i = 0; i < 3_000; i++) { // warm-up; some decisions are recorded, as originals of the copies
            send(i % 6 == 0 ? decide() : assess());
        }
        run("CREATE TEMP TABLE original AS SELECT row_number() OVER (ORDER BY entry) - 1 AS number, kind, at, statement, revision, outcome, grounds, filed_on,"
                + " log_entry.secret AS entry_secret, case_file.* FROM log_entry JOIN case_file USING (entry) ORDER BY entry LIMIT 1000");
        run("ANALYZE original");
        Map<String, Step> steps = new LinkedHashMap<>();
        steps.put("decide", this::decide);
        steps.put("read", () -> get("/" + id()));
        steps.put("replay", () -> post("/" + id() + "/replay", ""));
        steps.put("newest 20", () -> get(""));
        steps.put("reference", () -> get("?reference=" + one("SELECT reference FROM case_file WHERE entry = " + entry())));
        steps.put("outcome", () -> get("?outcome=denied"));
        steps.put("rare outcome", () -> get("?outcome=none-of-ours"));
        steps.put("ground", () -> get("?ground=" + one("SELECT grounds[1] FROM original WHERE grounds <> '{}' ORDER BY random() LIMIT 1")));
        steps.put("rare ground", () -> get("?ground=none-of-ours"));
        steps.put("a day", () -> get("?from=2024-01-10&to=2024-01-10"));
        steps.put("outcome of a year", () -> get("?outcome=granted&from=2020-01-01&to=2020-12-31"));
        steps.put("page from the middle", () -> get("?limit=100&after=" + entry()));
        Map<String, Double> smallest = new LinkedHashMap<>();
        for (long size : sizes) {
            grow(size);
            System.out.printf("%n%s entries, %s%n", one("SELECT count(*) FROM case_file"), one("SELECT pg_size_pretty(pg_total_relation_size('log_entry') + pg_total_relation_size('case_file'))"));
            for (Map.Entry<String, Step> step : steps.entrySet()) {
                double[] millis = times(step.getValue());
                double median = millis[millis.length / 2];
                smallest.putIfAbsent(step.getKey(), median);
                System.out.printf("  %-22s p50 %9.2f ms  p99 %9.2f ms  %6.2f x the smallest log%n",
                        step.getKey(), median, millis[(int) (millis.length * 0.99)], median / smallest.get(step.getKey()));
            }
        }
    }

    /** The sorted times; stops after some seconds. */
    private double[] times(Step step) throws Exception {
        List<Double> millis = new ArrayList<>();
        long end = System.nanoTime() + 15_000_000_000L;
        for (int i = 0; i < repetitions + 20 && (millis.size() < 3 || System.nanoTime() < end); i++) {
            HttpRequest.Builder request = step.request();
            long start = System.nanoTime();
            send(request);
            if (i >= 20 || System.nanoTime() - start > 500_000_000) { // the first requests are a warm-up, if they are fast
                millis.add((System.nanoTime() - start) / 1e6);
            }
        }
        return millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    private void grow(long size) throws SQLException {
        long there = Long.parseLong(one("SELECT count(*) FROM case_file"));
        for (long first = there; first < size; first += STEP) {
            run(COPY.formatted(first, Math.min(size, first + STEP) - 1));
        }
        run("ANALYZE log_entry, case_file"); // as autovacuum does later
    }

    private HttpRequest.Builder decide() {
        return post("", applications.get(random.nextInt(applications.size())));
    }

    private HttpRequest.Builder assess() {
        return post("/../assessments", applications.get(random.nextInt(applications.size())));
    }

    private HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(URI.create(api + path).normalize()).header("Authorization", "Bearer " + System.getenv("API_KEY"));
    }

    private HttpRequest.Builder post(String path, String body) {
        return get(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private void send(HttpRequest.Builder request) throws Exception {
        HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() >= 400) {
            throw new IllegalStateException(answer.statusCode() + ": " + new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    private long entry() throws SQLException {
        return random.nextLong(1, Long.parseLong(one("SELECT max(entry) FROM log_entry")));
    }

    private String id() throws SQLException {
        return one("SELECT decision FROM log_entry WHERE kind = 'decision' AND entry >= " + entry() + " ORDER BY entry LIMIT 1");
    }

    private String one(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private void run(String statement) throws SQLException {
        try (Statement each = connection.createStatement()) {
            each.execute(statement);
        }
    }
}
