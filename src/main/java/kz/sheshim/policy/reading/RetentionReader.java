package kz.sheshim.policy.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.sheshim.finding.cell.WrongType;
import kz.sheshim.finding.name.UnknownCode;
import kz.sheshim.policy.Catalogue;
import kz.sheshim.policy.Retention;
import kz.sheshim.vocabulary.Nearest;
import kz.sheshim.vocabulary.Phrase;

/** Reads the sheet Retention. A policy without it keeps all case files. */
final class RetentionReader {
    static final String SHEET = "Retention";

    private static final List<String> UNITS =
            Arrays.stream(Retention.Unit.values()).map(Retention.Unit::written).toList();

    private RetentionReader() {}

    static Retention read(SheetsByName sheets, Catalogue catalogue) {
        DefinedNames<Retention.Rule> rules = new DefinedNames<>(Phrase.of("retention of the outcome"));
        for (HeadedSheet.Line line : sheets.lines(SHEET, "Outcome", "Kept for", "Unit", "Citation", "Place")) {
            String outcome =
                    known(line, "Outcome", "Outcomes", catalogue.outcomes().keySet());
            String act = known(line, "Citation", "Acts", catalogue.acts().keySet());
            Optional<Integer> length = length(line);
            String unit = line.word("Unit", UNITS);
            if (length.isPresent() && !unit.isEmpty()) {
                rules.define(
                        line,
                        "Outcome",
                        outcome,
                        new Retention.Rule(
                                length.get(),
                                Retention.Unit.values()[UNITS.indexOf(unit)],
                                act,
                                line.optional("Place")));
            }
        }
        return new Retention(rules.values());
    }

    private static String known(HeadedSheet.Line line, String column, String sheet, Set<String> codes) {
        String code = line.text(column);
        if (!code.isEmpty() && !codes.contains(code)) {
            line.report(
                    column,
                    UnknownCode.ofSheet(code, sheet, Nearest.to(code, codes).orElse(null)));
            return "";
        }
        return code;
    }

    private static Optional<Integer> length(HeadedSheet.Line line) {
        String text = line.text("Kept for");
        if (text.matches("[1-9][0-9]{0,4}")) {
            return Optional.of(Integer.parseInt(text));
        }
        if (!text.isEmpty()) {
            line.report("Kept for", new WrongType(text, Phrase.of("whole number from 1 to 99999")));
        }
        return Optional.empty();
    }
}
