package kz.sheshim.publication;

import java.util.List;
import kz.sheshim.engine.NoVerdict;
import kz.sheshim.finding.Finding;
import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.vocabulary.Phrase;

/** The files that should be in force, or those of an earlier revision, cannot be used. */
public final class RulesetUnusable extends NoVerdict {
    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    RulesetUnusable(FaultyRuleset cause) {
        super(String.valueOf(cause.getMessage()), Phrase.of("the files of the policy cannot be used"));
        initCause(cause);
        this.findings = cause.findings();
    }

    public List<Finding> findings() {
        return findings;
    }
}
