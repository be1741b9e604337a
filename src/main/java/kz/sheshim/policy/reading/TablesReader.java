package kz.sheshim.policy.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.file.TooLarge;
import kz.sheshim.finding.name.Duplicate;
import kz.sheshim.finding.table.NothingDecides;
import kz.sheshim.finding.table.TextWithoutInstance;
import kz.sheshim.policy.Catalogue;
import kz.sheshim.policy.FactPlaceholders;
import kz.sheshim.policy.Policy;
import kz.sheshim.table.ConclusionKind;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.Rule;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.vocabulary.Vocabulary;
import kz.sheshim.workbook.CellAddress;
import kz.sheshim.workbook.FileAddress;
import kz.sheshim.workbook.Sheet;

/** Reads all decision tables of a policy, and checks what concerns them together. */
final class TablesReader {
    private final Policy policy;
    private final Vocabulary vocabulary;
    private final Catalogue catalogue;
    private final Consumer<Finding> findings;

    TablesReader(Policy policy, Vocabulary vocabulary, Catalogue catalogue, Consumer<Finding> findings) {
        this.policy = policy;
        this.vocabulary = vocabulary;
        this.catalogue = catalogue;
        this.findings = findings;
    }

    /** The tables by their ids; of two tables with one id the first. */
    List<DecisionTable> read(List<Sheet> sheets, int maxRules) {
        Map<String, CellAddress> ids = new HashMap<>();
        List<DecisionTable> tables = new ArrayList<>();
        for (Sheet sheet : sheets) {
            TableReader reader = new TableReader(sheet, vocabulary, catalogue, findings);
            Optional<DecisionTable> table = reader.read(policy);
            CellAddress first = ids.putIfAbsent(reader.id(), reader.idAddress());
            if (first != null && !reader.id().isEmpty()) {
                findings.accept(Finding.at(reader.idAddress(), new Duplicate(Phrase.of("table"), reader.id(), first)));
            } else {
                table.ifPresent(tables::add);
            }
        }
        int rules = tables.stream().mapToInt(table -> table.rules().size()).sum();
        if (rules > maxRules) {
            findings.accept(Finding.at(
                    new FileAddress(RulesetReader.WORKBOOK_FOLDER),
                    new TooLarge(Phrase.of("the tables have more than {0} rules together", maxRules), "max-rules")));
        }
        if (tables.stream().noneMatch(table -> table.gives() == ConclusionKind.GROUND)) {
            findings.accept(Finding.at(new FileAddress(RulesetReader.WORKBOOK_FOLDER), new NothingDecides()));
        }
        tables.sort(Comparator.comparing(DecisionTable::id));
        tables.forEach(table -> table.rules().forEach(rule -> findWithoutInstance(table, rule)));
        return tables;
    }

    /** A text that names a field of one instance needs a rule about such an instance. */
    private void findWithoutInstance(DecisionTable table, Rule rule) {
        for (FieldPath field : FactPlaceholders.in(rule.conclusion(), catalogue)) {
            boolean instance = field.entity().equals(table.forEach())
                    && rule.conclusion().subject().isEmpty();
            if (vocabulary.field(field).isPresent() && vocabulary.many(field) && !instance) {
                findings.accept(new Finding(
                        rule.address(),
                        rule.id().rule(),
                        new TextWithoutInstance(rule.conclusion().text(), "{" + field + "}", field.entity())));
            }
        }
    }
}
