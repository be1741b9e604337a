package kz.sheshim.adapter.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.UUID;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.log.DecisionId;
import kz.sheshim.vocabulary.Phrase;

/** The id of a decision in the path of a request. */
public final class DecisionIds {
    private DecisionIds() {}

    /**
     * The id.
     *
     * @throws HttpProblem if the text is not an id: then there is no such decision
     */
    public static DecisionId read(String text) {
        try {
            return new DecisionId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw unknown(text);
        }
    }

    public static HttpProblem unknown(String id) {
        return Problems.notFound(Phrase.of("There is no decision {0}.", id));
    }

    public static HttpProblem notHeld(String id) {
        return Problems.notFound(Phrase.of("The decision {0} does not exist, or is not held.", id));
    }
}
