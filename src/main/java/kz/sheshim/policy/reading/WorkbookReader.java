package kz.sheshim.policy.reading;

import java.util.List;
import java.util.function.Consumer;
import kz.sheshim.finding.Finding;
import kz.sheshim.workbook.Allowance;
import kz.sheshim.workbook.Sheet;

/** Reads the bytes of a workbook. */
public interface WorkbookReader {

    /**
     * The sheets in their order. MUST report every cell or file that cannot be read by meaning or is beyond the allowance, MUST NOT throw for what is in the
     * bytes (but let {@link kz.sheshim.finding.EnoughFindings} through), and MUST NOT evaluate, run or fetch anything.
     */
    List<Sheet> read(String file, byte[] bytes, Allowance allowance, Consumer<Finding> findings);
}
