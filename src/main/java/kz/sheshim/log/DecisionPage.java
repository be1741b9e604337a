package kz.sheshim.log;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list of decisions.
 *
 * @param erased those whose case files were erased; a search by submitter, reference, rule or fact does not find them
 * @param next the next page has only entries with a smaller number; null if this page is known to be the last
 */
public record DecisionPage(List<DecisionSummary> decisions, List<ErasedDecision> erased, @Nullable EntryNumber next) {
    public DecisionPage {
        decisions = List.copyOf(decisions);
        erased = List.copyOf(erased);
    }
}
