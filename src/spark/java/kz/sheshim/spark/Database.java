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
            (SELECT log_entry.entry, case_file.entry AS case_entry, decision::text AS decision, revision, received, verdict,
                outcome, grounds, filed_on, sender
            FROM log_entry JOIN case_file ON case_file.entry = log_entry.entry WHERE kind = 'decision') AS decided
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
     * The decisions that are recorded now, and whose case files are not erased, in partitions by ranges of entries. Both tables get the bounds of a range: PostgreSQL
     * does not conclude those of one from those of the other.
     *
     * @param range number of entries
     */
    Dataset<Row> decisions(long range) {
        long last = query("SELECT coalesce(max(entry), 0) AS last FROM log_entry").first().getLong(0);
        String[] ranges = LongStream.rangeClosed(0, last / range)
                .mapToObj(number -> bounds("entry", number * range, range) + " AND " + bounds("case_entry", number * range, range)
                        + " AND entry <= " + last)
                .toArray(String[]::new);
        return spark.read().jdbc(url, DECISIONS, ranges, properties).drop("case_entry");
    }

    private static String bounds(String column, long first, long range) {
        return column + " >= " + first + " AND " + column + " < " + (first + range);
    }

    /** The files of all revisions: revision, path, content. */
    Dataset<Row> revisionFiles() {
        return query("SELECT revision, path, content FROM revision_file");
    }
}
