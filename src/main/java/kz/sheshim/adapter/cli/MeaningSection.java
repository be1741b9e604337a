package kz.sheshim.adapter.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.sheshim.analysis.TableChange;
import kz.sheshim.analysis.TableChange.ChangedCase;
import kz.sheshim.analysis.TableComparison;
import kz.sheshim.policy.PolicyDiff;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.table.DecisionTable;
import org.jspecify.annotations.Nullable;

/** What the changes of the tables that both rulesets have come to: the cases that are concluded otherwise. */
record MeaningSection(Map<String, TableChange> byTable) {
    private static final String TABLE = "table";
    private static final String PART = "in meaning";

    static MeaningSection of(List<PolicyDiff> differences, Ruleset before, Ruleset after, TableComparison comparison) {
        Map<String, TableChange> byTable = new LinkedHashMap<>();
        for (PolicyDiff difference : differences) {
            List<String> place = difference.place().parts();
            if (place.get(0).equals(TABLE) && !byTable.containsKey(place.get(1))) {
                Optional<DecisionTable> old = table(before, place.get(1));
                Optional<DecisionTable> now = table(after, place.get(1));
                if (old.isPresent() && now.isPresent()) {
                    byTable.put(place.get(1), comparison.compare(before, old.get(), after, now.get()));
                } else {
                    String side = now.isPresent() ? "it is new" : "it is gone";
                    byTable.put(place.get(1), new TableChange.NotCompared(side));
                }
            }
        }
        return new MeaningSection(byTable);
    }

    private static Optional<DecisionTable> table(Ruleset ruleset, String id) {
        return ruleset.tables().stream().filter(table -> table.id().equals(id)).findFirst();
    }

    /** Prints what the changes of a whole come to, if it is a table. */
    void print(String whole, PrintWriter out) {
        TableChange comparison =
                whole.startsWith(TABLE + " ") ? byTable.get(whole.substring(TABLE.length() + 1)) : null;
        if (comparison instanceof TableChange.Equivalent) {
            out.println("  " + PART + ": the same conclusions in every case");
        } else if (comparison instanceof TableChange.NotCompared not) {
            out.println("  " + PART + ": not compared, because " + not.reason());
        } else if (comparison instanceof TableChange.Differs differs) {
            out.println("  " + PART + ":");
            for (ChangedCase difference : differs.cases()) {
                out.println("    " + difference.situation() + ": " + difference.before() + " -> " + difference.after());
            }
            if (!differs.all()) {
                out.println("    and more cases");
            }
        }
    }

    List<Map<String, @Nullable Object>> json() {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        byTable.forEach((table, comparison) -> {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("place", List.of(TABLE, table, PART));
            json.put("equivalent", comparison instanceof TableChange.Equivalent);
            if (comparison instanceof TableChange.NotCompared not) {
                json.put("notCompared", not.reason());
            } else if (comparison instanceof TableChange.Differs differs) {
                json.put(
                        "cases",
                        differs.cases().stream().map(MeaningSection::json).toList());
                json.put("allCases", differs.all());
            }
            all.add(json);
        });
        return all;
    }

    private static Map<String, String> json(ChangedCase difference) {
        Map<String, String> json = new LinkedHashMap<>();
        json.put("case", difference.situation());
        json.put("before", difference.before());
        json.put("after", difference.after());
        return json;
    }
}
