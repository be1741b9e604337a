package kz.sheshim;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import kz.sheshim.workbook.Limits;

/** How much of a policy's files is read before they are refused. */
@ConfigMapping(prefix = "sheshim.workbook")
public interface WorkbookSettings {

    /** The largest file, in bytes. */
    @WithDefault("10000000")
    long mostFileBytes();

    /** The most bytes that all workbooks together may have when they are unpacked. */
    @WithDefault("50000000")
    long mostUnpackedBytes();

    /** The most filled cells in all workbooks together. */
    @WithDefault("500000")
    int mostCells();

    /** The last row of a sheet that may say something. */
    @WithDefault("10000")
    int mostRows();

    /** The most rules of all tables together. */
    @WithDefault("10000")
    int mostRules();

    /** How long reading all workbooks may take. */
    @WithDefault("30s")
    Duration mostTime();

    default Limits limits() {
        return new Limits(mostFileBytes(), mostUnpackedBytes(), mostCells(), mostRows(), mostRules(), mostTime());
    }
}
