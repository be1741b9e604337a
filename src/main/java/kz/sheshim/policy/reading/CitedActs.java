package kz.sheshim.policy.reading;

import java.time.LocalDate;
import java.util.function.Consumer;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.table.ActNotInForce;
import kz.sheshim.policy.Catalogue;
import kz.sheshim.policy.Policy;
import kz.sheshim.table.Citation;
import kz.sheshim.table.Period;
import kz.sheshim.table.Rule;
import kz.sheshim.workbook.Row;

/** Finds rules that are in force on days on which an act that they cite is not. */
final class CitedActs {
    private final TableColumns columns;
    private final Catalogue catalogue;
    private final LocalDate coveredFrom;
    private final Consumer<Finding> findings;

    CitedActs(TableColumns columns, Catalogue catalogue, Policy policy, Consumer<Finding> findings) {
        this.columns = columns;
        this.catalogue = catalogue;
        this.coveredFrom = policy.coveredFrom();
        this.findings = findings;
    }

    void check(Rule rule, Row row) {
        if (!coveredFrom.equals(Policy.NOT_KNOWN)) {
            LocalDate from = rule.inForce().from();
            Period covered = new Period(
                    from == null || from.isBefore(coveredFrom) ? coveredFrom : from,
                    rule.inForce().until());
            String number = "";
            for (Citation citation : rule.conclusion().citations()) {
                Catalogue.Act act = catalogue.acts().get(citation.act());
                Integer column = columns.conclusion("citation" + number);
                if (act != null
                        && column != null
                        && act.inForce().possible()
                        && !act.inForce().contains(covered)) {
                    findings.accept(new Finding(
                            row.address(column),
                            rule.id().rule(),
                            new ActNotInForce(citation.act(), act.inForce().text(), covered.text())));
                }
                number = TableColumns.SECOND;
            }
        }
    }
}
