package kz.sheshim.spark;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.sheshim.spark.Evaluator.Assignment;
import kz.sheshim.spark.Evaluator.Decision;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Replays recorded decisions, or finds the impact of a change, on a cluster; or copies the record to Parquet files for that. Started by {@code src/spark/run}, which
 * says what the options are.
 */
public final class Job {
    private static final String AFTER = "after";

    /** Exit codes, as those of the command line of the service. */
    private static final int CLEAN = 0;

    private static final int FOUND = 1;
    private static final int NOT_RUN = 2;

    private final SparkSession spark;
    private final Options options;

    private Job(SparkSession spark, Options options) {
        this.spark = spark;
        this.options = options;
    }

    public static void main(String[] arguments) {
        System.exit(exitCode(arguments));
    }

    private static int exitCode(String... arguments) {
        Options options;
        try {
            options = Options.of(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return NOT_RUN;
        }
        Effort effort = new Effort();
        boolean isClean;
        try (SparkSession spark = SparkSession.builder().config(configuration(options)).getOrCreate()) {
            spark.sparkContext().addSparkListener(effort);
            isClean = new Job(spark, options).run();
        } catch (Exception | LinkageError e) { // also those of Scala, which nobody declares
            e.printStackTrace();
            return NOT_RUN;
        }
        System.err.println(effort);
        return isClean ? CLEAN : FOUND;
    }

    private static SparkConf configuration(Options options) throws IOException {
        Path built = Path.of(options.require("--built")).toAbsolutePath();
        SparkConf configuration = new SparkConf()
                .setAppName("sheshim " + options.command())
                .setMaster(options.require("--master"))
                .setJars(jars(built.resolve("job")))
                .set("spark.archives", built.resolve("evaluator.zip") + "#" + Evaluators.ARCHIVE)
                // Reports are added up as they come in, and are not kept
                .set("spark.driver.maxResultSize", "0")
                .set("spark.ui.enabled", "false")
                .set("spark.ui.showConsoleProgress", "true");
        if (options.get("--properties").isPresent()) {
            Properties properties = new Properties();
            try (InputStream file = Files.newInputStream(Path.of(options.require("--properties")))) {
                properties.load(file);
            }
            properties.stringPropertyNames().forEach(name -> configuration.set(name, properties.getProperty(name)));
        }
        return configuration;
    }

    private static String[] jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::toString).toArray(String[]::new);
        }
    }

    /** Whether no verdict is another now, if verdicts are compared. */
    private boolean run() throws IOException {
        if (options.command().equals("export")) {
            new Export(spark, options.require("--folder")).write(database().decisions(range()), database().revisionFiles());
            return true;
        }
        Map<String, Map<String, byte[]>> revisions = files(
                options.get("--export").isPresent() ? export().revisionFiles() : database().revisionFiles());
        Report report = report(options.command().equals("impact") ? impact(revisions) : new Assignment(revisions, null, null));
        if (options.get("--report").isPresent()) {
            Files.writeString(Path.of(options.require("--report")), report.json());
        } else {
            System.out.println(report.json());
        }
        return report.isClean();
    }

    private record Report(String json, boolean isClean) {}

    private Database database() {
        return new Database(
                spark, options.require("--database"), options.require("--user"), System.getenv().getOrDefault("PGPASSWORD", ""));
    }

    private Export export() {
        return new Export(spark, options.require("--export"));
    }

    /** Number of entries that one task reads from the database. */
    private long range() {
        return options.get("--range").map(Long::parseLong).orElse(50_000L);
    }

    private static Map<String, Map<String, byte[]>> files(Dataset<Row> revisionPathContent) {
        Map<String, Map<String, byte[]>> revisions = new HashMap<>();
        revisionPathContent
                .toLocalIterator()
                .forEachRemaining(row -> revisions
                        .computeIfAbsent(row.getString(0), any -> new TreeMap<>())
                        .put(row.getString(1), row.getAs(2)));
        return revisions;
    }

    /** Of the newest version of a draft on its base, or of one revision on another. */
    private Assignment impact(Map<String, Map<String, byte[]>> revisions) {
        if (options.get("--draft").isEmpty()) {
            return only(revisions, options.require("--before"), options.require("--after"));
        }
        UUID draft = UUID.fromString(options.require("--draft"));
        String base = database()
                .query("SELECT base FROM draft WHERE id = '" + draft + "'")
                .first()
                .getString(0);
        revisions.putAll(files(database()
                .query("SELECT '" + AFTER + "' AS revision, path, content FROM draft_file WHERE draft = '" + draft
                        + "' AND version = (SELECT max(number) FROM draft_version WHERE draft = '" + draft + "')")));
        return only(revisions, base, AFTER);
    }

    private static Assignment only(Map<String, Map<String, byte[]>> revisions, String before, String after) {
        Map<String, Map<String, byte[]>> both = new HashMap<>(revisions);
        both.keySet().retainAll(List.of(before, after));
        return new Assignment(both, before, after);
    }

    private Report report(Assignment assignment) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Broadcast<Assignment> broadcast = context.broadcast(assignment);
        byte[] nothing = Evaluators.of(broadcast).report(List.<Decision>of().iterator());
        byte[] all = selected(options.get("--export").isPresent() ? export().decisions() : database().decisions(range()))
                .select("entry", "decision", "revision", "received", "verdict", "erased")
                .javaRDD()
                .mapPartitions(rows -> List.of(Evaluators.of(broadcast).report(decisions(rows))).iterator())
                .fold(nothing, (one, other) -> Evaluators.of(broadcast).sum(one, other));
        Evaluator evaluator = Evaluators.of(broadcast);
        return new Report(evaluator.json(all), evaluator.isClean(all));
    }

    private static Iterator<Decision> decisions(Iterator<Row> rows) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public Decision next() {
                Row row = rows.next();
                return new Decision(
                        row.getLong(0), row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getBoolean(5));
            }
        };
    }

    /** The decisions that a replay or an impact of the service would select by the same conditions. */
    private Dataset<Row> selected(Dataset<Row> decisions) {
        Dataset<Row> selected = decisions;
        selected = where(selected, "--from", day -> col("filed_on").geq(lit(LocalDate.parse(day))));
        selected = where(selected, "--to", day -> col("filed_on").leq(lit(LocalDate.parse(day))));
        selected = where(selected, "--outcome", code -> col("outcome").equalTo(code));
        selected = where(selected, "--ground", code -> array_contains(col("grounds"), code));
        selected = where(selected, "--submitter", name -> col("sender").isNull().or(col("sender").equalTo(name)));
        if (options.get("--newest").isEmpty()) {
            return selected;
        }
        int number = Integer.parseInt(options.require("--newest"));
        Row newest = selected.where(col("received").isNotNull())
                .select("entry")
                .orderBy(col("entry").desc())
                .limit(number)
                .agg(min("entry"), count("entry"))
                .first();
        return newest.getLong(1) < number ? selected : selected.where(col("entry").geq(newest.getLong(0)));
    }

    private Dataset<Row> where(Dataset<Row> decisions, String option, Function<String, Column> condition) {
        return options.get(option).map(value -> decisions.where(condition.apply(value))).orElse(decisions);
    }
}
