package kz.sheshim.ruleset;

import java.util.List;
import java.util.function.Consumer;
import kz.sheshim.check.Finding;
import kz.sheshim.workbook.Sheet;

/** Reads the bytes of a workbook. */
public interface WorkbookReader {

    /**
     * The sheets in their order. MUST report every cell or file that cannot be read by meaning, MUST NOT throw for what is in the bytes, and MUST NOT
     * evaluate or fetch anything.
     */
    List<Sheet> read(String file, byte[] bytes, Consumer<Finding> findings);
}
