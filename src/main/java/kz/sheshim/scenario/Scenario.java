package kz.sheshim.scenario;

import java.util.List;
import kz.sheshim.facts.Facts;
import kz.sheshim.verdict.Verdict;
import kz.sheshim.workbook.CellAddress;

/**
 * A worked example: the facts of an application, and what the verdict on it must say.
 *
 * @param id unique among all scenarios of a policy
 * @param shows what it shows, in the words of the law
 * @param facts the facts that the application says
 * @param expected its outcome first
 */
public record Scenario(String id, String shows, Facts facts, List<Expected> expected, CellAddress address) {
    public Scenario {
        facts = facts.copy();
        expected = List.copyOf(expected);
    }

    /** Facts of its own for each verdict, since deriving adds to them. */
    @Override
    public Facts facts() {
        return facts.copy();
    }

    /** Whether the verdict says all that is expected. */
    public boolean isMetBy(Verdict verdict) {
        return expected.stream().allMatch(each -> each.isMetBy(verdict));
    }
}
