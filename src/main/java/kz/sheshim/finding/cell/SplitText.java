package kz.sheshim.finding.cell;

import java.util.List;
import java.util.stream.Collectors;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;

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
    public Phrase wrong() {
        return Phrase.of("The cell is read as {0} texts: {1}.", texts.size(), quoted());
    }

    @Override
    public Phrase advice() {
        return Phrase.of(
                "If it is one text, write it in quotation marks: {0}. If there are several, write each of them so: {1}.",
                Wording.quote(given), quoted());
    }

    private String quoted() {
        return texts.stream().map(Wording::quote).collect(Collectors.joining(", "));
    }
}
