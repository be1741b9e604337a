package kz.sheshim.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.sheshim.facts.Fact;
import kz.sheshim.policy.Catalogue;
import kz.sheshim.policy.Catalogue.ReachedBy;

/** The grounds and outcomes of a catalogue, and which of them comes first. */
final class Ranking {

    /**
     * An outcome.
     *
     * @param rank the lowest wins
     */
    record Outcome(String code, int rank) {}

    /**
     * A ground.
     *
     * @param outcome the one that its effect leads to
     * @param place by the rank of that outcome, then by the code
     * @param codeFact its code as a fact
     * @param effectFact its effect as a fact
     */
    record RankedGround(String code, String effect, Outcome outcome, int place, Fact codeFact, Fact effectFact) {}

    private final Outcome withoutGround;
    private final Outcome byOpenRule;
    private final Map<String, RankedGround> grounds = new HashMap<>();

    Ranking(Catalogue catalogue) {
        withoutGround = outcome(catalogue, new ReachedBy.NoGround());
        byOpenRule = outcome(catalogue, new ReachedBy.OpenRule());
        List<String> codes = new ArrayList<>(catalogue.grounds().keySet());
        codes.sort(Comparator.comparingInt(
                        (String code) -> catalogue.rank(catalogue.ground(code).effect()))
                .thenComparing(Comparator.naturalOrder()));
        for (String code : codes) {
            String effect = catalogue.ground(code).effect();
            grounds.put(
                    code,
                    new RankedGround(
                            code,
                            effect,
                            outcome(catalogue, new ReachedBy.Effect(effect)),
                            grounds.size(),
                            new Fact.Known(code),
                            new Fact.Known(effect)));
        }
    }

    private static Outcome outcome(Catalogue catalogue, ReachedBy how) {
        String code = catalogue.outcome(how);
        return new Outcome(code, catalogue.rankOf(code));
    }

    /** When no ground holds. */
    Outcome withoutGround() {
        return withoutGround;
    }

    /** When an open rule could bring an earlier outcome. */
    Outcome byOpenRule() {
        return byOpenRule;
    }

    RankedGround ground(String code) {
        RankedGround ground = grounds.get(code);
        if (ground == null) {
            throw new IllegalArgumentException("no ground " + code);
        }
        return ground;
    }
}
