package kz.sheshim.publication;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.sheshim.bulk.Impact;
import kz.sheshim.bulk.RecordedApplications.Selection;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/** What would become of recorded decisions, as a dossier tells it: counts, or why there are none. */
public final class DossierEffect {
    private static final String FAILED = "failed";
    private static final String WITHHELD = "withheld";
    private static final String SELECTION = "selection";
    private static final String DECISIONS = "decisions";
    private static final String REASON = "reason";

    private final JsonMembers json;

    /** A reason why applications get no verdict. @param number of these applications */
    public record Reason(Phrase text, long number) {}

    /**
     * One application that would be decided otherwise.
     *
     * @param dueBefore empty: there is none, or a dossier of an earlier version does not say it
     */
    public record Changed(
            String decision,
            String before,
            String after,
            String dueBefore,
            String dueAfter,
            List<String> rulesGained,
            List<String> rulesLost,
            List<String> rulesChanged) {
        private static Changed of(JsonMembers json) {
            return new Changed(
                    json.text("decision").orElse(""),
                    json.text("before").orElse(""),
                    json.text("after").orElse(""),
                    json.text("dueBefore").orElse(""),
                    json.text("dueAfter").orElse(""),
                    json.texts("rulesGained"),
                    json.texts("rulesLost"),
                    json.texts("rulesChanged"));
        }
    }

    /** Conditions of the selection; empty texts, and 0 of the newest: any. */
    public record Selected(String from, String to, String outcome, String ground, String submitter, long newest) {
        private static Selected of(JsonMembers json) {
            return new Selected(
                    json.text("from").orElse(""),
                    json.text("to").orElse(""),
                    json.text("outcome").orElse(""),
                    json.text("ground").orElse(""),
                    json.text("submitter").orElse(""),
                    json.number("newest"));
        }
    }

    DossierEffect(JsonMembers json) {
        this.json = json;
    }

    /** As a map, for JSON. */
    public Map<?, ?> json() {
        return json.members();
    }

    /** Why no application could be decided again. */
    public Optional<Phrase> failed() {
        return json.phrase(FAILED);
    }

    /** Why the counts are not told to this reader. */
    public Optional<String> withheld() {
        return json.text(WITHHELD);
    }

    /** Whether it has counts. */
    public boolean isCounted() {
        return json.has("decided");
    }

    /** Which applications were decided again; dossiers of earlier versions do not say it. */
    public Optional<Selected> selection() {
        return json.object(SELECTION).map(Selected::of);
    }

    public long decided() {
        return json.number("decided");
    }

    public long changed() {
        return json.number("changed");
    }

    public long sameByOtherRules() {
        return json.number("sameByOtherRules");
    }

    public long unreadable() {
        return json.number("unreadable");
    }

    public long undecided() {
        return json.number("undecided");
    }

    /** Why applications get no verdict, with their number. A dossier of an earlier version has only texts in English. */
    public List<Reason> reasons() {
        Map<String, Phrase> phrases = new HashMap<>();
        json.objects("undecidedReasons")
                .forEach(each -> phrases.put(each.text(REASON).orElse(""), Phrase.in(each.members(), REASON)));
        return json.counts("undecidedBecause").entrySet().stream()
                .map(each -> new Reason(
                        phrases.getOrDefault(each.getKey(), Phrase.in(Map.of(REASON, each.getKey()), REASON)),
                        each.getValue()))
                .toList();
    }

    /** Number of verdicts by the outcome before and the outcome after. */
    public Map<String, Map<String, Long>> outcomes() {
        Map<String, Map<String, Long>> outcomes = new LinkedHashMap<>();
        json.object("outcomes").ifPresent(all -> all.members().keySet().forEach(before -> {
            String name = before.toString();
            outcomes.put(name, all.counts(name));
        }));
        return outcomes;
    }

    /** Number of verdicts that would also say something, by what it is. */
    public Map<String, Long> gained() {
        return json.counts("gained");
    }

    public Map<String, Long> lost() {
        return json.counts("lost");
    }

    public Map<String, Long> rulesGained() {
        return json.counts("rulesGained");
    }

    public Map<String, Long> rulesLost() {
        return json.counts("rulesLost");
    }

    public Map<String, Long> rulesChanged() {
        return json.counts("rulesChanged");
    }

    public long otherDueDate() {
        return json.number("otherDueDate");
    }

    public long dueDatesGained() {
        return json.number("dueDatesGained");
    }

    public long dueDatesLost() {
        return json.number("dueDatesLost");
    }

    /** Due dates by the number of calendar days that they are later; negative: earlier. */
    public Map<String, Long> dueLaterByDays() {
        return json.counts("dueLaterByDays");
    }

    public Map<String, Long> dueLaterByWorkingDays() {
        return json.counts("dueLaterByWorkingDays");
    }

    public List<Changed> decisions() {
        return json.objects(DECISIONS).map(Changed::of).toList();
    }

    /** The decisions as they were written, for JSON. */
    public List<?> decisionsAsJson() {
        return json.members().get(DECISIONS) instanceof List<?> decisions ? decisions : List.of();
    }

    /** The same without the decisions; without counts too, if they are of fewer applications. */
    Map<Object, @Nullable Object> withoutDecisions(int minDecided) {
        Map<Object, @Nullable Object> seen = new LinkedHashMap<>(json.members());
        seen.remove(DECISIONS);
        if (decided() > 0 && decided() < minDecided) {
            seen.keySet().retainAll(List.of(SELECTION));
            seen.put(
                    WITHHELD,
                    "Fewer than " + minDecided
                            + " applications were decided again. What became of them is told only to whoever may read them.");
        }
        return seen;
    }

    static Map<String, Object> json(Impact impact, Selection selection) {
        Map<String, Object> json = impact.json();
        json.put(SELECTION, selection.json());
        return json;
    }

    static Map<String, Object> json(Phrase why) {
        Map<String, Object> json = new LinkedHashMap<>();
        why.putInto(json, FAILED);
        return json;
    }
}
