package kz.sheshim.finding.cell;

import java.util.List;
import java.util.stream.Collectors;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;
import kz.sheshim.finding.Wording;

/**
 * A condition on a text contains a comma, so that it is read as several texts.
 *
 * @see kz.sheshim.policy.reading.ConditionParser
 */
public record SplitText(String given, List<String> texts) implements Defect {
    public SplitText {
        texts = List.copyOf(texts);
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String wrong() {
        return "The cell is read as " + texts.size() + " texts: " + quoted() + ".";
    }

    @Override
    public String advice() {
        return "If it is one text, write it in quotation marks: " + Wording.quote(given)
                + ". If there are several, write each of them so: " + quoted() + ".";
    }

    private String quoted() {
        return texts.stream().map(Wording::quote).collect(Collectors.joining(", "));
    }
}
