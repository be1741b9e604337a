package kz.sheshim.workbook;

import java.time.Duration;

/**
 * How much of a policy's files is read before they are refused; all but the first and {@code rows} hold for all workbooks of a policy together.
 *
 * @param fileBytes the bytes of one file
 * @param unpackedBytes the bytes that the parts of workbooks have when they are unpacked
 * @param cells the filled cells
 * @param rows the last row of a sheet that may say something
 * @param rules the rules of all tables together
 * @param time how long the reading takes
 */
public record Limits(long fileBytes, long unpackedBytes, int cells, int rows, int rules, Duration time) {
    /** Ten times what a large policy needs. */
    public static final Limits USUAL =
            new Limits(10_000_000, 50_000_000, 500_000, 10_000, 10_000, Duration.ofSeconds(30));

    public Limits {
        if (fileBytes < 1
                || unpackedBytes < 1
                || cells < 1
                || rows < 10
                || rules < 1
                || time.isNegative()
                || time.isZero()) {
            throw new IllegalArgumentException("limits that let nothing through");
        }
    }

    /** What may be used from now on. */
    public Allowance allowance() {
        return new Allowance(this);
    }
}
