package kz.sheshim.adapter.cli;

import java.io.PrintWriter;
import kz.sheshim.analysis.TableChange;
import kz.sheshim.analysis.TableChange.ChangedCase;
import kz.sheshim.publication.Changes;

/** What the changes of the tables that both rulesets have come to: the cases that are concluded otherwise. */
record MeaningSection(Changes changes) {
    private static final String PART = "in meaning";

    /** Prints what the changes of a whole come to, if it is a table. */
    void print(String whole, PrintWriter out) {
        TableChange change = changes.meaning(whole).orElse(null);
        if (change instanceof TableChange.Equivalent) {
            out.println("  " + PART + ": the same conclusions in every case");
        } else if (change instanceof TableChange.NotCompared not) {
            out.println("  " + PART + ": not compared, because " + not.reason());
        } else if (change instanceof TableChange.Differs differs) {
            out.println("  " + PART + ":");
            for (ChangedCase difference : differs.cases()) {
                out.println("    " + difference.situation() + ": " + difference.before() + " -> " + difference.after());
            }
            if (!differs.all()) {
                out.println("    and more cases");
            }
        }
    }
}
