package kz.sheshim.ruleset;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.sheshim.facts.Vocabulary;
import kz.sheshim.table.DecisionTable;

/**
 * One published state of a policy: all that is needed to decide.
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
        Plan plan,
        Meaning meaning,
        Revision revision) {
    public Ruleset {
        tables = List.copyOf(tables);
        ruleFiles = Collections.unmodifiableMap(new TreeMap<>(ruleFiles));
    }
}
