package kz.sheshim.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.cell.BlankCell;
import kz.sheshim.finding.cell.WrongType;
import kz.sheshim.finding.name.UnknownCode;
import kz.sheshim.finding.name.UnknownField;
import kz.sheshim.policy.Catalogue;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.verdict.Ground;
import kz.sheshim.vocabulary.DateText;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.Nearest;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.workbook.Row;

/** Reads the cell with the expected content of a part of the verdict: names with commas between them. A blank cell expects the part to be empty. */
final class ExpectationReader {
    private static final Pattern WITH_SUBJECT = Pattern.compile("([^()]*[^() ]) *\\((.+)\\)");
    private static final Pattern INDEX = Pattern.compile("\\[[0-9]+]");

    private final Ruleset ruleset;
    private final Consumer<Finding> findings;

    ExpectationReader(Ruleset ruleset, Consumer<Finding> findings) {
        this.ruleset = ruleset;
        this.findings = findings;
    }

    /** The expectation; empty when its cell is faulty. */
    Optional<Expected> read(VerdictPart part, Row row, int column) {
        String text = row.text(column);
        if (part == VerdictPart.OUTCOME && text.isEmpty()) {
            return refuse(row, column, new BlankCell(Phrase.of("the outcome that the law gives")));
        }
        SortedSet<String> names = new TreeSet<>();
        for (String name : names(text)) {
            Matcher withSubject = WITH_SUBJECT.matcher(name);
            boolean subject = withSubject.matches() && (part == VerdictPart.GROUNDS || part == VerdictPart.NOTICES);
            String code = subject ? withSubject.group(1) : name;
            Optional<Defect> defect = defect(part, code);
            if (defect.isPresent()) {
                return refuse(row, column, defect.get());
            }
            names.add(Ground.name(code, subject ? withSubject.group(2).strip() : null));
        }
        return Optional.of(new Expected(part, names, row.address(column)));
    }

    /** The names between the commas; a comma inside a subject's parentheses does not end a name. */
    static List<String> names(String text) {
        List<String> names = new ArrayList<>();
        int start = 0;
        int open = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && open <= 0) {
                names.add(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        if (!text.isEmpty()) {
            names.add(text.substring(start).strip());
        }
        return names;
    }

    private Optional<Expected> refuse(Row row, int column, Defect defect) {
        findings.accept(Finding.at(row.address(column), defect));
        return Optional.empty();
    }

    private Optional<Defect> defect(VerdictPart part, String name) {
        Catalogue catalogue = ruleset.catalogue();
        return switch (part) {
            case OUTCOME -> code(name, "Outcomes", catalogue.outcomes().keySet());
            case GROUNDS -> code(name, "Grounds", catalogue.grounds().keySet());
            case CITATIONS -> code(name, "Acts", catalogue.acts().keySet());
            case NOTICES -> code(name, "Notices", catalogue.notices().keySet());
            case ACTIONS -> code(name, "Actions", catalogue.actions().keySet());
            case MISSING -> fact(name);
            case DUE ->
                DateText.date(name).isPresent()
                        ? Optional.empty()
                        : Optional.of(new WrongType(name, Phrase.of("{0}", "date")));
        };
    }

    private static Optional<Defect> code(String code, String sheet, Collection<String> codes) {
        return codes.contains(code)
                ? Optional.empty()
                : Optional.of(
                        UnknownCode.ofSheet(code, sheet, Nearest.to(code, codes).orElse(null)));
    }

    private Optional<Defect> fact(String name) {
        String path = INDEX.matcher(name).replaceFirst("");
        if (FieldPath.parse(path).flatMap(ruleset.vocabulary()::field).isPresent()) {
            return Optional.empty();
        }
        Collection<String> paths = ruleset.vocabulary().fields().stream()
                .map(field -> field.path().toString())
                .toList();
        return Optional.of(new UnknownField(name, Nearest.to(path, paths).orElse(null)));
    }
}
