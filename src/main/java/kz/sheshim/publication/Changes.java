package kz.sheshim.publication;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.sheshim.analysis.TableChange;
import kz.sheshim.analysis.TableComparison;
import kz.sheshim.policy.PolicyDiff;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two rulesets.
 *
 * @param differences cell by cell
 * @param byTable what the changes of a table come to in meaning, by the id of the table
 */
public record Changes(List<PolicyDiff> differences, Map<String, TableChange> byTable) {
    private static final String TABLE = "table";

    public static Changes between(Ruleset before, Ruleset after, TableComparison comparison) {
        List<PolicyDiff> differences = PolicyDiff.between(before.meaning(), after.meaning());
        Map<String, TableChange> byTable = new LinkedHashMap<>();
        for (PolicyDiff difference : differences) {
            List<String> place = difference.place().parts();
            if (place.get(0).equals(TABLE) && !byTable.containsKey(place.get(1))) {
                Optional<DecisionTable> old = table(before, place.get(1));
                Optional<DecisionTable> now = table(after, place.get(1));
                if (old.isPresent() && now.isPresent()) {
                    byTable.put(place.get(1), comparison.compare(before, old.get(), after, now.get()));
                } else {
                    Phrase side = now.isPresent() ? Phrase.of("it is new") : Phrase.of("it is gone");
                    byTable.put(place.get(1), new TableChange.NotCompared(side));
                }
            }
        }
        return new Changes(differences, byTable);
    }

    private static Optional<DecisionTable> table(Ruleset ruleset, String id) {
        return ruleset.tables().stream().filter(table -> table.id().equals(id)).findFirst();
    }

    /** What the changes of a whole come to in meaning, if it is a table: {@code table who-may-file}. */
    public Optional<TableChange> meaning(String whole) {
        return whole.startsWith(TABLE + " ")
                ? Optional.ofNullable(byTable.get(whole.substring(TABLE.length() + 1)))
                : Optional.empty();
    }

    /** As maps and lists, for JSON. */
    public List<Map<String, @Nullable Object>> json() {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        differences.forEach(each -> all.add(ToldChange.json(each)));
        byTable.forEach((table, change) -> all.add(ToldChange.json(table, change)));
        return all;
    }
}
