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
import kz.sheshim.vocabulary.FieldType;
import kz.sheshim.vocabulary.Vocabulary;
import kz.sheshim.workbook.CellAddress;

/**
 * One published state of a policy: all that is needed to decide, and to write receipts of decisions.
 *
 * @param tables sorted by id
 * @param ruleFiles the texts of rules/*.drl by file name
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
        Revision revision) {
    public Ruleset {
        tables = List.copyOf(tables);
        ruleFiles = Collections.unmodifiableMap(new TreeMap<>(ruleFiles));
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
