package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;

/** A rule that concludes nothing. */
public record BlankConclusion(String what) implements Defect {
    @Override
    public String message() {
        return "the cell is blank, so the rule would conclude nothing when it matches. Write " + what
                + ", or remove the rule.";
    }
}
