package kz.sheshim.finding.file;

import kz.sheshim.finding.Defect;

/** More errors than anybody reads at once. */
public record TooManyFindings(int errors) implements Defect {
    @Override
    public String message() {
        return "more than " + errors
                + " errors; the rest of the files was not looked at, for these probably have one cause. Mend the first ones and check again.";
    }
}
