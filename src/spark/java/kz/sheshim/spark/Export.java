package kz.sheshim.spark;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A copy of the record in Parquet files, one for each range of entries: what a replay and an impact read, and nothing else. It contains personal data. */
record Export(SparkSession spark, String folder) {

    void write(Dataset<Row> decisions, Dataset<Row> revisionFiles) {
        revisionFiles.write().parquet(folder + "/revision_file");
        decisions.write().option("compression", "zstd").parquet(folder + "/decision");
    }

    Dataset<Row> decisions() {
        return spark.read().parquet(folder + "/decision");
    }

    Dataset<Row> revisionFiles() {
        return spark.read().parquet(folder + "/revision_file");
    }
}
