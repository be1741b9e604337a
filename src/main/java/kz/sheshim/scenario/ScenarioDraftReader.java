package kz.sheshim.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import kz.sheshim.facts.FactPath;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.cell.BlankCell;
import kz.sheshim.finding.cell.MisplacedCell;
import kz.sheshim.finding.cell.ShownOtherwise;
import kz.sheshim.policy.Catalogue;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.policy.reading.FilledRows;
import kz.sheshim.policy.reading.NameForm;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.vocabulary.Vocabulary;
import kz.sheshim.workbook.Cell;
import kz.sheshim.workbook.CellAddress;
import kz.sheshim.workbook.Row;
import kz.sheshim.workbook.Sheet;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one sheet: a row with an id begins a scenario, the rows without one below it describe its further documents. */
final class ScenarioDraftReader {
    private final Sheet sheet;
    private final Vocabulary vocabulary;
    private final Catalogue catalogue;
    private final Consumer<Finding> findings;
    private final ScenarioColumns bindings;
    private final ExpectationReader expectations;

    ScenarioDraftReader(Sheet sheet, Ruleset ruleset, Consumer<Finding> findings) {
        this.sheet = sheet;
        this.vocabulary = ruleset.vocabulary();
        this.catalogue = ruleset.catalogue();
        this.findings = findings;
        this.bindings = new ScenarioColumns(sheet, vocabulary, findings);
        this.expectations = new ExpectationReader(ruleset, findings);
    }

    List<ScenarioDraft> drafts() {
        List<ScenarioDraft> drafts = new ArrayList<>();
        Integer id = bindings.columns().headed(ScenarioColumns.ID);
        if (id == null) {
            return drafts;
        }
        List<Row> filled = FilledRows.between(
                sheet, ScenarioColumns.BINDING_ROW + 1, sheet.rows().size(), findings);
        bindings.findUnbound(filled, catalogue);
        List<Row> rows = new ArrayList<>();
        for (Row row : filled) {
            boolean begins = row.cell(id).isPresent();
            if (begins && !rows.isEmpty()) {
                drafts.add(draft(rows, id));
                rows.clear();
            }
            if (!begins && rows.isEmpty()) {
                report(row.address(id), new BlankCell(Phrase.of("the scenario's id")));
            } else {
                rows.add(row);
            }
        }
        if (!rows.isEmpty()) {
            drafts.add(draft(rows, id));
        }
        return drafts;
    }

    private ScenarioDraft draft(List<Row> rows, int idColumn) {
        Row first = rows.get(0);
        String id = first.text(idColumn);
        first.cell(idColumn).flatMap(ShownOtherwise::in).ifPresent(defect -> report(first.address(idColumn), defect));
        if (!NameForm.SCENARIO.fits(id)) {
            report(first.address(idColumn), NameForm.SCENARIO.defect(id));
        }
        TreeMap<FactPath, Cell> cells = new TreeMap<>();
        for (int index = 0; index < rows.size(); index++) {
            Row row = rows.get(index);
            if (index > 0) {
                nothingButInstances(row);
            }
            readFacts(row, index, cells);
        }
        Map<String, Cell> counts = new HashMap<>();
        bindings.counts().forEach((column, entity) -> first.cell(column).ifPresent(cell -> counts.put(entity, cell)));
        List<Expected> expected = new ArrayList<>();
        bindings.parts()
                .forEach(
                        (part, column) -> expectations.read(part, first, column).ifPresent(expected::add));
        return new ScenarioDraft(
                id,
                shows(first),
                cell(first, bindings.columns().headed(ScenarioColumns.AS_IN)),
                cells,
                counts,
                expected.size() == bindings.parts().size() ? expected : List.of(),
                rows.stream().noneMatch(bindings::unread),
                first.address(idColumn));
    }

    private void readFacts(Row row, int index, Map<FactPath, Cell> cells) {
        bindings.facts().forEach((column, field) -> {
            boolean many = vocabulary.many(field.path());
            if (many || index == 0) {
                row.cell(column).ifPresent(cell -> {
                    cells.put(new FactPath(field.path(), many ? index : FactPath.ONCE), cell);
                    if (field.type().ofTexts()) {
                        ShownOtherwise.in(cell).ifPresent(defect -> report(cell.address(), defect));
                    }
                });
            }
        });
    }

    private void nothingButInstances(Row row) {
        for (int column : bindings.once()) {
            row.cell(column)
                    .ifPresent(cell -> report(cell.address(), new MisplacedCell(cell.text(), bindings.entities())));
        }
    }

    private String shows(Row row) {
        Integer column = bindings.columns().headed(ScenarioColumns.SHOWS);
        if (column != null && row.cell(column).isEmpty()) {
            report(row.address(column), new BlankCell(Phrase.of("what the scenario shows, in the words of the law")));
        }
        return column == null ? "" : row.text(column);
    }

    private static @Nullable Cell cell(Row row, @Nullable Integer column) {
        return column == null ? null : row.cell(column).orElse(null);
    }

    private void report(CellAddress address, Defect defect) {
        findings.accept(Finding.at(address, defect));
    }
}
