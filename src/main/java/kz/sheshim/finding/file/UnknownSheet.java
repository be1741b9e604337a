package kz.sheshim.finding.file;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Suggestion;
import org.jspecify.annotations.Nullable;

/** A sheet that is neither a table nor a part of the vocabulary. */
public record UnknownSheet(@Nullable String nearest) implements Defect {
    @Override
    public String message() {
        return "the sheet is neither a decision table (A1 says Table), nor scenarios (A1 says Scenarios), nor a sheet of the vocabulary or calendar, so it would not be read. Name it Notes… to keep it unread"
                + Suggestion.of(nearest) + ".";
    }
}
