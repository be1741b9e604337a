package kz.sheshim.policy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.Rule;
import kz.sheshim.table.RuleId;
import kz.sheshim.vocabulary.CodeList;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.FieldType;
import kz.sheshim.vocabulary.Vocabulary;
import kz.sheshim.workbook.CellAddress;

/**
 * One published state of a policy: all that is needed to decide, and to write receipts of decisions.
 *
 * @param tables sorted by id
 * @param ruleFiles the texts of rules/*.drl by file name
 * @param derivations for each field that an expression gives, the cell with the expression
 */
public record Ruleset(
        Policy policy,
        Vocabulary vocabulary,
        Catalogue catalogue,
        List<DecisionTable> tables,
        Calendar calendar,
        Map<String, String> ruleFiles,
        ReceiptForms receipts,
        Retention retention,
        CanonicalForm meaning,
        Revision revision,
        Map<FieldPath, CellAddress> derivations) {
    public Ruleset {
        derivations = Map.copyOf(derivations);
        tables = List.copyOf(tables);
        ruleFiles = Collections.unmodifiableMap(new TreeMap<>(ruleFiles));
    }

    /** The same with another table in the place of the one with the same id: to be tried, never published. */
    public Ruleset with(DecisionTable changed) {
        return with(
                vocabulary,
                tables.stream()
                        .map(table -> table.id().equals(changed.id()) ? changed : table)
                        .toList());
    }

    /** The same with other expressions: to be tried, never published. */
    public Ruleset with(Vocabulary changed) {
        return with(changed, tables);
    }

    private Ruleset with(Vocabulary changed, List<DecisionTable> changedTables) {
        return new Ruleset(
                policy,
                changed,
                catalogue,
                changedTables,
                calendar,
                ruleFiles,
                receipts,
                retention,
                meaning,
                revision,
                derivations);
    }

    /** The cell of a rule's id. */
    public CellAddress address(RuleId id) {
        return tables.stream()
                .filter(table -> table.id().equals(id.table()))
                .flatMap(table -> table.rules().stream())
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .map(Rule::address)
                .orElseThrow(() -> new IllegalArgumentException("no rule " + id));
    }

    /** The code lists of the fields that a ground's or notice's rules name as its subject. */
    public List<CodeList> subjectLists(String code) {
        return tables.stream()
                .flatMap(table -> table.rules().stream())
                .map(Rule::conclusion)
                .filter(conclusion -> conclusion.code().equals(code))
                .flatMap(conclusion -> conclusion.subject().stream())
                .flatMap(subject -> subject.values().stream())
                .distinct()
                .map(vocabulary::field)
                .flatMap(Optional::stream)
                .map(Field::type)
                .map(FieldType::codeList)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }
}
