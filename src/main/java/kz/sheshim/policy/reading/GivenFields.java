package kz.sheshim.policy.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.name.ContestedField;
import kz.sheshim.finding.name.FieldNeverSet;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.Vocabulary;

/** Checks that each derived field gets its value in exactly one way. */
final class GivenFields {
    private final Map<FieldPath, DecisionTable> givers = new HashMap<>();
    private final SheetsByName sheets;
    private final Consumer<Finding> findings;

    GivenFields(SheetsByName sheets, Consumer<Finding> findings) {
        this.sheets = sheets;
        this.findings = findings;
    }

    void check(Vocabulary vocabulary, List<DecisionTable> tables) {
        for (DecisionTable table : tables) {
            for (FieldPath field : table.givenFields()) {
                DecisionTable other = givers.putIfAbsent(field, table);
                if (other != null) {
                    findings.accept(Finding.at(
                            table.address(), new ContestedField(field.toString(), other.id(), other.address())));
                }
            }
        }
        for (HeadedSheet.Line line : sheets.silentLines("Fields")) {
            FieldPath.parse(line.optional("Field"))
                    .flatMap(vocabulary::field)
                    .filter(field -> field.derived() && field.derivation() == null && !givers.containsKey(field.path()))
                    .ifPresent(field -> findings.accept(Finding.at(
                            line.address("Field"),
                            new FieldNeverSet(field.path().toString()))));
        }
    }
}
