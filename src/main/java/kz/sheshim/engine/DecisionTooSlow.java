package kz.sheshim.engine;

import java.time.Duration;
import kz.sheshim.vocabulary.Phrase;

/** No verdict was found within the time limit, so nothing was decided. */
public final class DecisionTooSlow extends NoVerdict {
    private static final long serialVersionUID = 1L;

    public DecisionTooSlow(Duration max) {
        this(Phrase.of("no verdict within {0} milliseconds", max.toMillis()));
    }

    private DecisionTooSlow(Phrase reason) {
        super(reason.toString(), reason);
    }
}
