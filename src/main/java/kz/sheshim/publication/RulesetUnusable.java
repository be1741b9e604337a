package kz.sheshim.publication;

import java.util.List;
import kz.sheshim.finding.Finding;
import kz.sheshim.policy.FaultyRuleset;

/** The files that should be in force, or those of an earlier revision, cannot be used. */
public final class RulesetUnusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    RulesetUnusable(FaultyRuleset cause) {
        super(cause.getMessage(), cause);
        this.findings = cause.findings();
    }

    public List<Finding> findings() {
        return findings;
    }
}
