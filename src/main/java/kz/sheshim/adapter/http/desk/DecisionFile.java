package kz.sheshim.adapter.http.desk;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.sheshim.adapter.http.desk.ApplicationFacts.Part;
import kz.sheshim.adapter.http.desk.ApplicationFacts.Told;
import kz.sheshim.decision.RecordedDecision;
import kz.sheshim.delivery.Delivery;
import kz.sheshim.json.DecisionView;
import kz.sheshim.log.Decision;
import kz.sheshim.log.Entry;
import kz.sheshim.policy.ReceiptForm;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.publication.LoadedRuleset;
import kz.sheshim.verdict.ValueTexts;
import kz.sheshim.verdict.VerdictTexts;
import kz.sheshim.vocabulary.Language;

/**
 * A recorded decision as its page shows it.
 *
 * @param name the reference, shortened for a heading
 * @param kind of the outcome, as a class of the stylesheet
 * @param law the beginning of its revision
 * @param received the beginning of the application as received
 * @param whole whether that is all of it
 * @param receipts the titles of its receipts by their codes
 * @param handOvers only for operators
 */
public record DecisionFile(
        Entry entry,
        DecisionView view,
        String name,
        String reference,
        String kind,
        String law,
        List<Told> missing,
        Optional<TermCalendar> calendar,
        List<Part> application,
        String received,
        boolean whole,
        Map<String, String> receipts,
        List<Delivery> handOvers,
        VerdictTexts texts) {
    /** Number of characters of a reference in a heading. */
    static final int HEADING = 60;

    private static final int LONG = 300;
    private static final int SHOWN = 20_000;

    static DecisionFile of(Entry entry, LoadedRuleset loaded, Language language, List<Delivery> handOvers) {
        Decision decision = entry.decision();
        Ruleset ruleset = loaded.ruleset();
        ApplicationFacts facts = new ApplicationFacts(ruleset, language);
        String received = ValueTexts.shortened(decision.received(), SHOWN);
        return new DecisionFile(
                entry,
                DecisionView.of(new RecordedDecision(entry, ruleset), language),
                ValueTexts.shortened(decision.reference(), HEADING),
                ValueTexts.shortened(decision.reference(), LONG),
                FoundDecision.kind(ruleset.catalogue(), decision.verdict().outcome()),
                Shown.revision(decision.revision()),
                decision.verdict().missingFacts().stream().map(facts::named).toList(),
                TermCalendar.of(decision.verdict(), ruleset.calendar(), language),
                facts.stated(loaded.policy()
                        .read(decision.received().getBytes(StandardCharsets.UTF_8))
                        .facts()),
                received,
                received.length() == decision.received().length(),
                receipts(decision, ruleset, language),
                handOvers,
                new VerdictTexts(ruleset, language, decision.verdict()));
    }

    private static Map<String, String> receipts(Decision decision, Ruleset ruleset, Language language) {
        List<ReceiptForm> forms = ruleset.receipts()
                .fitting(
                        decision.verdict().outcome(),
                        decision.verdict().actions(),
                        decision.verdict().filedOn());
        return forms.stream()
                .collect(java.util.stream.Collectors.toMap(
                        ReceiptForm::code,
                        form -> form.title().in(language),
                        (first, second) -> first,
                        java.util.LinkedHashMap::new));
    }

    /** The languages in which it has receipts and that the desk does not speak: their tags. */
    public List<String> otherLanguages() {
        return texts.ruleset().policy().languages().all().stream()
                .filter(language -> !DeskLanguages.ALL.all().contains(language))
                .map(Language::tag)
                .toList();
    }

    /** The address of its page. */
    public String path() {
        return DecisionPages.PATH + view.id();
    }

    /** What an action is called. */
    public String action(String code) {
        return texts.action(code);
    }
}
