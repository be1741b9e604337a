package kz.sheshim.policy.reading;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.name.UnprintedGrounds;
import kz.sheshim.finding.name.UnprintedNotice;
import kz.sheshim.policy.Catalogue;
import kz.sheshim.policy.ReceiptForm;
import kz.sheshim.policy.ReceiptForms;
import kz.sheshim.policy.ReceiptPart;
import kz.sheshim.table.Conclusion;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.Period;
import kz.sheshim.table.Rule;

/** Finds what a policy with receipts tells in none of them: notices, and the grounds of an outcome. */
final class Unprinted {
    private final SheetsByName sheets;
    private final List<ReceiptForm> forms;
    private final Consumer<Finding> findings;

    Unprinted(SheetsByName sheets, ReceiptForms receipts, Consumer<Finding> findings) {
        this.sheets = sheets;
        this.forms = receipts.forms();
        this.findings = findings;
    }

    void find(Catalogue catalogue, List<DecisionTable> tables) {
        findNotices(tables);
        catalogue.outcomes().forEach((outcome, text) -> {
            if (text.reachedBy() instanceof Catalogue.ReachedBy.Effect) {
                findGrounds(outcome);
            }
        });
    }

    /** Notices that a rule gives while there are receipts, none of which shows it then. */
    private void findNotices(List<DecisionTable> tables) {
        Set<String> withheld = ReceiptReader.withheldNotices(sheets);
        for (HeadedSheet.Line line : sheets.silentLines("Notices")) {
            String notice = line.optional("Notice");
            boolean unprinted = !withheld.contains(notice)
                    && tables.stream()
                            .flatMap(table -> table.rules().stream())
                            .filter(rule -> rule.conclusion() instanceof Conclusion.OfNotice given
                                    && given.code().equals(notice))
                            .map(Rule::inForce)
                            .filter(given -> forms.stream()
                                    .anyMatch(form -> form.inForce().overlaps(given)))
                            .anyMatch(given ->
                                    shown(forms, part -> shows(part, notice)).noneMatch(given::overlaps));
            if (unprinted) {
                findings.accept(Finding.at(line.address("Notice"), new UnprintedNotice(notice)));
            }
        }
    }

    private void findGrounds(String outcome) {
        List<ReceiptForm> itsForms =
                forms.stream().filter(form -> outcome.equals(form.outcome())).toList();
        if (!itsForms.isEmpty()
                && itsForms.stream().noneMatch(form -> form.parts().isEmpty())
                && shown(itsForms, ReceiptPart.GroundsRow.class::isInstance)
                        .findAny()
                        .isEmpty()) {
            findings.accept(Finding.at(itsForms.get(0).address(), new UnprintedGrounds(outcome)));
        }
    }

    private static boolean shows(ReceiptPart part, String notice) {
        return part instanceof ReceiptPart.NoticesRow row
                && (row.codes().isEmpty() || row.codes().contains(notice));
    }

    /** The days on which one of the forms has such a row. */
    private static Stream<Period> shown(List<ReceiptForm> forms, Predicate<ReceiptPart> which) {
        return forms.stream()
                .flatMap(form -> form.parts().stream().filter(which).map(part -> form.inForce()
                        .intersection(part.inForce())))
                .filter(Period::possible);
    }
}
