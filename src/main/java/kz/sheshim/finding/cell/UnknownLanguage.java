package kz.sheshim.finding.cell;

import java.util.List;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;
import kz.sheshim.finding.Wording;

/**
 * A column holds texts in a language that is not read.
 *
 * @see kz.sheshim.policy.reading.HeadedSheet
 */
public record UnknownLanguage(String column, List<String> columns) implements Defect {
    public UnknownLanguage {
        columns = List.copyOf(columns);
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String wrong() {
        return "The column " + Wording.quote(column) + " is not read, so nobody is shown its texts. Read are "
                + String.join(", ", columns) + ".";
    }

    @Override
    public String advice() {
        return "Correct the language, or give the column a heading that does not look like a language.";
    }
}
