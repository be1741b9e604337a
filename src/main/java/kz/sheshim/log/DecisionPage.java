package kz.sheshim.log;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list of decisions.
 *
 * @param next the next page has only entries with a smaller number; null if this page is known to be the last
 */
public record DecisionPage(List<DecisionSummary> decisions, @Nullable EntryNumber next) {
    public DecisionPage {
        decisions = List.copyOf(decisions);
    }
}
