package kz.sheshim.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import kz.sheshim.table.Period;
import kz.sheshim.vocabulary.Label;

/** What rules may conclude, by code, with the texts for it: acts and places to cite, grounds, outcomes, notices, actions. */
public record Catalogue(
        Map<String, Act> acts,
        Map<Place, Label> places,
        Map<String, GroundText> grounds,
        Map<String, OutcomeText> outcomes,
        Map<String, Label> notices,
        Map<String, Label> actions) {

    /** An act in one of its wordings. @param source where its text was read, for readers */
    public record Act(Label title, Label wording, Period inForce, String source) {}

    /** A place in an act, by its code. */
    public record Place(String act, String code) {}

    /** A ground: its effect, what it says, and what the applicant can do. */
    public record GroundText(String effect, Label text, Label remedy) {}

    /** An outcome; the lowest rank wins. */
    public record OutcomeText(int rank, ReachedBy reachedBy, Label text) {}

    /** How an outcome is reached. */
    public sealed interface ReachedBy {
        /** As the form says it from which a revision is computed; MUST never change, or every revision does. */
        String canonical();

        /** A ground with this effect holds. */
        record Effect(String effect) implements ReachedBy {
            @Override
            public String canonical() {
                return "effect " + effect;
            }
        }

        /** No ground holds. */
        record NoGround() implements ReachedBy {
            @Override
            public String canonical() {
                return "NoGround";
            }
        }

        /** An open rule could bring an earlier outcome. */
        record OpenRule() implements ReachedBy {
            @Override
            public String canonical() {
                return "OpenRule";
            }
        }
    }

    public Catalogue {
        acts = ordered(acts);
        places = ordered(places);
        grounds = ordered(grounds);
        outcomes = ordered(outcomes);
        notices = ordered(notices);
        actions = ordered(actions);
    }

    private static <K, V> Map<K, V> ordered(Map<K, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** Whether a text is the code of an act, a place, a ground, an outcome, a notice or an action. */
    public boolean names(String text) {
        return acts.containsKey(text)
                || grounds.containsKey(text)
                || outcomes.containsKey(text)
                || notices.containsKey(text)
                || actions.containsKey(text)
                || places.keySet().stream().anyMatch(place -> place.code().equals(text));
    }

    /** The outcome that is reached so. */
    public String outcome(ReachedBy how) {
        for (Map.Entry<String, OutcomeText> outcome : outcomes.entrySet()) {
            if (outcome.getValue().reachedBy().equals(how)) {
                return outcome.getKey();
            }
        }
        throw new IllegalArgumentException("no outcome is reached by " + how);
    }

    /** The rank of the outcome that a ground's effect leads to. */
    public int rank(String effect) {
        return rankOf(outcome(new ReachedBy.Effect(effect)));
    }

    public int rankOf(String outcome) {
        OutcomeText text = outcomes.get(outcome);
        if (text == null) {
            throw new IllegalArgumentException("no outcome " + outcome);
        }
        return text.rank();
    }

    /** The definition of a ground that a rule gives. */
    public GroundText ground(String code) {
        GroundText text = grounds.get(code);
        if (text == null) {
            throw new IllegalArgumentException("no ground " + code);
        }
        return text;
    }
}
