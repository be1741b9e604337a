package kz.sheshim.publication;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.sheshim.analysis.TableChange;
import kz.sheshim.analysis.TableChange.ChangedCase;
import kz.sheshim.policy.PolicyDiff;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * A change as a dossier tells it: of a cell, or what the changes of a table come to.
 *
 * @param place from the whole to its part
 */
public record ToldChange(
        List<String> place, @Nullable String before, @Nullable String after, @Nullable Meaning meaning) {

    /** What the changes of a table come to. @param notCompared why that could not be said; null: it could */
    public record Meaning(
            String table, boolean equivalent, @Nullable Phrase notCompared, List<Case> cases, boolean all) {}

    /** A case that would be decided otherwise. @param name is the same in every language */
    public record Case(String name, Phrase situation, Phrase before, Phrase after) {
        private static Case of(JsonMembers json) {
            return new Case(
                    json.text("case").orElse(""),
                    Phrase.in(json.members(), "case"),
                    Phrase.in(json.members(), "before"),
                    Phrase.in(json.members(), "after"));
        }
    }

    static ToldChange of(JsonMembers json) {
        List<String> place = json.texts("place");
        return json.has("equivalent")
                ? new ToldChange(
                        place,
                        null,
                        null,
                        new Meaning(
                                place.get(1),
                                json.yes("equivalent"),
                                json.phrase("notCompared").orElse(null),
                                json.objects("cases").map(Case::of).toList(),
                                !json.has("allCases") || json.yes("allCases")))
                : new ToldChange(
                        place,
                        json.text("before").orElse(null),
                        json.text("after").orElse(null),
                        null);
    }

    static Map<String, @Nullable Object> json(PolicyDiff difference) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("place", difference.place().parts());
        json.put("before", difference.before());
        json.put("after", difference.after());
        return json;
    }

    static Map<String, @Nullable Object> json(String table, TableChange change) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("place", List.of("table", table, "in meaning"));
        json.put("equivalent", change instanceof TableChange.Equivalent);
        if (change instanceof TableChange.NotCompared not) {
            not.reason().putInto(json, "notCompared");
        } else if (change instanceof TableChange.Differs differs) {
            json.put("cases", differs.cases().stream().map(ToldChange::json).toList());
            json.put("allCases", differs.all());
        }
        return json;
    }

    private static Map<String, Object> json(ChangedCase difference) {
        Map<String, Object> json = new LinkedHashMap<>();
        difference.situation().putInto(json, "case");
        difference.before().putInto(json, "before");
        difference.after().putInto(json, "after");
        return json;
    }
}
