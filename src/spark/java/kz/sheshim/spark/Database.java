package kz.sheshim.spark;

import java.util.Properties;
import java.util.stream.LongStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The database of the service, which executors read too. */
final class Database {
    private static final String DECISIONS =
            """
            (SELECT entry, decision::text AS decision, revision, received, verdict, outcome, grounds, filed_on, sender,
                received IS NULL AND EXISTS (SELECT FROM erasure WHERE erased = log_entry.entry) AS erased
            FROM log_entry
                LEFT JOIN LATERAL (SELECT received, verdict, sender FROM case_file WHERE entry = log_entry.entry OFFSET 0) found ON true
            WHERE kind = 'decision') AS decided
            """;

    private final SparkSession spark;
    private final String url;
    private final Properties properties = new Properties();

    Database(SparkSession spark, String url, String user, String password) {
        this.spark = spark;
        this.url = url;
        properties.putAll(java.util.Map.of(
                "user", user, "password", password, "driver", "org.postgresql.Driver", "fetchsize", "500"));
    }

    Dataset<Row> query(String select) {
        return spark.read().jdbc(url, "(" + select + ") AS selected", properties);
    }

    /**
     * The decisions that are recorded now, in partitions by ranges of entries. Each case file is looked up by its entry: PostgreSQL does not conclude the bounds of
     * one table from those of the other.
     *
     * @param range number of entries
     */
    Dataset<Row> decisions(long range) {
        long last = query("SELECT coalesce(max(entry), 0) AS last FROM log_entry").first().getLong(0);
        String[] ranges = LongStream.rangeClosed(0, last / range)
                .mapToObj(number -> "entry >= " + number * range + " AND entry < " + (number + 1) * range + " AND entry <= " + last)
                .toArray(String[]::new);
        return spark.read().jdbc(url, DECISIONS, ranges, properties);
    }

    /** The files of all revisions: revision, path, content. */
    Dataset<Row> revisionFiles() {
        return query("SELECT revision, path, content FROM revision_file");
    }
}
