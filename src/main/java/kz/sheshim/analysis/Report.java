package kz.sheshim.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.table.MoreFindings;
import kz.sheshim.finding.table.NotAnalysed;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.Rule;
import kz.sheshim.vocabulary.Phrase;

/** The findings about one table. Lists a maximum number of each sort, and the number of those that are not listed. */
final class Report {
    private final DecisionTable table;
    private final Effort effort;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Class<? extends Defect>, Integer> counts = new LinkedHashMap<>();
    private int givenUp;

    Report(DecisionTable table, Effort effort) {
        this.table = table;
        this.effort = effort;
    }

    /** Adds a finding; past the maximum only counts it. */
    void add(Rule rule, Class<? extends Defect> sort, Supplier<Defect> defect) {
        if (counts.merge(sort, 1, Integer::sum) <= effort.maxListed()) {
            findings.add(new Finding(rule.address(), rule.id().rule(), defect.get()));
        }
    }

    void add(Rule rule, Defect defect) {
        add(rule, defect.getClass(), () -> defect);
    }

    void add(Defect defect) {
        findings.add(Finding.at(table.address(), defect));
    }

    /**
     * A question without an answer.
     *
     * @param question completes "whether …"
     */
    void gaveUp(Phrase question) {
        givenUp++;
        add(new NotAnalysed(table.id(), question));
    }

    /** No more questions are asked about the table. */
    boolean exhausted() {
        return givenUp >= effort.maxGivenUp();
    }

    List<Finding> findings() {
        List<Finding> all = new ArrayList<>(findings);
        counts.forEach((sort, count) -> {
            if (count > effort.maxListed()) {
                all.add(Finding.at(table.address(), new MoreFindings(Defect.code(sort), count - effort.maxListed())));
            }
        });
        return all;
    }
}
