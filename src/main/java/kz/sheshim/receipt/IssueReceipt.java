package kz.sheshim.receipt;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.facts.Facts;
import kz.sheshim.log.Decision;
import kz.sheshim.policy.ReceiptForm;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.publication.Rulesets;
import kz.sheshim.vocabulary.Language;
import kz.sheshim.vocabulary.Languages;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/** Writes the receipt of a recorded decision, with the forms of the revision that decided. Records nothing. */
public final class IssueReceipt {
    private final Rulesets rulesets;

    public IssueReceipt(Rulesets rulesets) {
        this.rulesets = rulesets;
    }

    /**
     * The receipt of a decision.
     *
     * @param code code of the form; null: the first form that the decision calls for
     * @param choice chooses among the languages of the revision that decided
     * @throws NoReceipt if the policy has no such receipt for the decision
     */
    public Receipt issue(Decision decision, @Nullable String code, Function<Languages, Language> choice) {
        Ruleset ruleset = rulesets.of(decision.revision());
        List<ReceiptForm> forms = ruleset.receipts()
                .fitting(
                        decision.verdict().outcome(),
                        decision.verdict().actions(),
                        decision.verdict().filedOn());
        ReceiptForm form = forms.stream()
                .filter(each -> code == null || each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> none(decision, ruleset, forms, code));
        return new ReceiptWriter(
                        decision,
                        facts(decision),
                        ruleset,
                        choice.apply(ruleset.policy().languages()))
                .write(
                        form,
                        codes(forms).filter(each -> !each.equals(form.code())).toList());
    }

    private static Stream<String> codes(List<ReceiptForm> forms) {
        return forms.stream().map(ReceiptForm::code);
    }

    private static NoReceipt none(Decision decision, Ruleset ruleset, List<ReceiptForm> forms, @Nullable String code) {
        String outcome = decision.verdict().outcome();
        List<String> actions = decision.verdict().actions();
        Phrase why;
        if (ruleset.receipts().forms().isEmpty()) {
            why = Phrase.of("the revision that decided has no receipts");
        } else if (forms.isEmpty()) {
            why = actions.isEmpty()
                    ? Phrase.of("the policy has none for the outcome {0} with no action", outcome)
                    : Phrase.of(
                            "the policy has none for the outcome {0} with the actions {1}",
                            outcome, String.join(", ", actions));
        } else {
            why = Phrase.of("the policy has no receipt {0} for this decision", String.valueOf(code));
        }
        return new NoReceipt(decision.id(), why, codes(forms).toList());
    }

    private Facts facts(Decision decision) {
        DecidingPolicy.Reading reading = rulesets.with(decision.revision(), loaded -> loaded.policy()
                .read(decision.read().getBytes(StandardCharsets.UTF_8)));
        if (!reading.faults().isEmpty()) {
            throw new IllegalStateException(
                    "the revision that decided cannot read the recorded application of decision " + decision.id());
        }
        return reading.facts();
    }
}
