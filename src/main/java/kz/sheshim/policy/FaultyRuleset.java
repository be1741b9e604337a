package kz.sheshim.policy;

import java.util.List;
import java.util.stream.Collectors;
import kz.sheshim.finding.Finding;

/** The files of a policy cannot be used: at least one finding is an error. */
public final class FaultyRuleset extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    public FaultyRuleset(List<Finding> findings) {
        super(findings.stream().map(Finding::toString).collect(Collectors.joining("\n")));
        this.findings = List.copyOf(findings);
    }

    public List<Finding> findings() {
        return findings;
    }
}
