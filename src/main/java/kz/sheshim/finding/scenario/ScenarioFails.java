package kz.sheshim.finding.scenario;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * The rules decide a scenario differently than it expects.
 *
 * @param what the part of the verdict, as its column is bound
 * @param named the same in words
 * @param cause the likely cause, in sentences; null if nobody can say
 * @see kz.sheshim.scenario.ScenarioRun
 */
public record ScenarioFails(
        String scenario, String what, Phrase named, Phrase expected, Phrase actual, @Nullable Phrase cause)
        implements Defect {
    public ScenarioFails(String scenario, String what, Phrase named, Phrase expected, Phrase actual) {
        this(scenario, what, named, expected, actual, null);
    }

    /** The same with its likely cause, in sentences. */
    public ScenarioFails because(Phrase likely) {
        return new ScenarioFails(scenario, what, named, expected, actual, likely);
    }

    @Override
    public Phrase wrong() {
        Phrase fails = Phrase.of(
                "The scenario {0} expects the {1}: {2}. The rules give: {3}.",
                Wording.quote(scenario), named, expected, actual);
        return cause == null ? fails : Phrase.of("{0} {1}", fails, cause);
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Correct the rule, or the scenario if the law means something else.");
    }
}
