package kz.sheshim;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import kz.sheshim.workbook.Limits;

/** Limits of the files of a policy. Files beyond them are refused. */
@ConfigMapping(prefix = "sheshim.workbook")
public interface WorkbookSettings {

    /** Maximum size of a file, in bytes. */
    @WithDefault("10000000")
    long maxFileBytes();

    /** Maximum size of all workbooks together, unpacked, in bytes. */
    @WithDefault("50000000")
    long maxUnpackedBytes();

    /** Maximum number of filled cells in all workbooks together. */
    @WithDefault("500000")
    int maxCells();

    /** Number of the last row of a sheet that may be filled. */
    @WithDefault("10000")
    int maxRows();

    /** Maximum number of rules in all tables together. */
    @WithDefault("10000")
    int maxRules();

    /** Maximum time to read all workbooks. */
    @WithDefault("30s")
    Duration maxTime();

    default Limits limits() {
        return new Limits(maxFileBytes(), maxUnpackedBytes(), maxCells(), maxRows(), maxRules(), maxTime());
    }
}
