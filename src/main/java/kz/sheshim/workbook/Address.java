package kz.sheshim.workbook;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Where something is in a policy's files: a cell, a sheet or the whole of a workbook, a line or the whole of a rule file. The natural order is the one in
 * which people read: by file, sheet, row and column; a whole comes before its parts.
 */
public sealed interface Address extends Comparable<Address>
        permits CellAddress, SheetAddress, LineAddress, FileAddress {

    String file();

    /** The sheet of the workbook; null if the address is not on a sheet. */
    @Nullable
    String sheet();

    /** The place on the sheet or in the rule file ({@code A9}, {@code line 3}); null if the address is the whole of it. */
    @Nullable
    String within();

    @Override
    default int compareTo(Address other) {
        return Comparator.comparing(Address::file)
                .thenComparing(Address::sheet, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparingInt(Address::row)
                .thenComparingInt(Address::column)
                .compare(this, other);
    }

    private static int row(Address address) {
        if (address instanceof CellAddress cell) {
            return cell.row();
        }
        return address instanceof LineAddress line ? line.line() : -1;
    }

    private static int column(Address address) {
        return address instanceof CellAddress cell ? cell.column() : -1;
    }
}
