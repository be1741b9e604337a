package kz.sheshim.adapter.http.desk;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.sheshim.log.DecisionPage;
import kz.sheshim.log.DecisionSummary;
import kz.sheshim.log.ErasedDecision;
import kz.sheshim.policy.Catalogue;
import kz.sheshim.policy.FactPlaceholders;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.publication.Rulesets;
import kz.sheshim.verdict.ValueTexts;
import kz.sheshim.verdict.VerdictTexts;
import kz.sheshim.vocabulary.Label;
import kz.sheshim.vocabulary.Language;
import org.jspecify.annotations.Nullable;

/**
 * A decision in a list.
 *
 * @param reference shortened; empty if the case file was erased
 * @param kind how its outcome is reached, as a class of the stylesheet
 * @param grounds the first of them, in words
 * @param more number of further grounds
 */
public record FoundDecision(
        long entry,
        String id,
        String reference,
        Instant decidedAt,
        String filedOn,
        String outcome,
        String kind,
        List<String> grounds,
        int more,
        boolean erased) {
    private static final int MAX_GROUNDS = 3;
    private static final int SHORT = 60;

    /** The decisions of a page, newest first. */
    static List<FoundDecision> of(DecisionPage page, Rulesets rulesets, Language language) {
        return Stream.concat(
                        page.decisions().stream().map(each -> of(each, rulesets.of(each.revision()), language)),
                        page.erased().stream().map(each -> of(each, rulesets.of(each.revision()), language)))
                .sorted(Comparator.comparing(FoundDecision::entry).reversed())
                .toList();
    }

    private static FoundDecision of(DecisionSummary decision, Ruleset ruleset, Language language) {
        VerdictTexts texts = new VerdictTexts(ruleset, language, decision.verdict());
        String outcome = decision.verdict().outcome();
        List<String> grounds = decision.verdict().grounds().stream()
                .map(texts::ground)
                .distinct()
                .toList();
        return new FoundDecision(
                decision.number().value(),
                decision.id().toString(),
                ValueTexts.shortened(decision.reference(), SHORT),
                decision.decidedAt(),
                decision.verdict().filedOn().toString(),
                texts.outcome(outcome),
                kind(ruleset.catalogue(), outcome),
                grounds.stream().limit(MAX_GROUNDS).toList(),
                Math.max(0, grounds.size() - MAX_GROUNDS),
                false);
    }

    private static FoundDecision of(ErasedDecision decision, Ruleset ruleset, Language language) {
        Catalogue catalogue = ruleset.catalogue();
        String outcome = decision.result().outcome();
        return new FoundDecision(
                decision.number().value(),
                decision.id().toString(),
                "",
                decision.decidedAt(),
                decision.result().filedOn().toString(),
                outcomes(catalogue, language).getOrDefault(outcome, outcome),
                kind(catalogue, outcome),
                decision.result().grounds().stream()
                        .map(code -> ground(catalogue.grounds().get(code), code, language))
                        .distinct()
                        .toList(),
                0,
                true);
    }

    /** What outcomes are called. */
    static Map<String, String> outcomes(Catalogue catalogue, Language language) {
        return Shown.choices(catalogue.outcomes(), (code, text) -> text.text().in(language), language);
    }

    /** What grounds say, without the values of a case. */
    static Map<String, String> grounds(Catalogue catalogue, Language language) {
        return Shown.choices(catalogue.grounds(), (code, text) -> ground(text, code, language), language);
    }

    /** What a ground says, without the values of a case. */
    static String ground(Catalogue.@Nullable GroundText ground, String code, Language language) {
        return ground == null ? code : withoutValues(ground.text(), language);
    }

    static String withoutValues(Label text, Language language) {
        return FactPlaceholders.PLACEHOLDER
                .matcher(text.in(language))
                .replaceAll("…")
                .replace("….", "…");
    }

    /** The class of an outcome: whether it needs no ground, a ground, or more facts. */
    static String kind(Catalogue catalogue, String outcome) {
        Catalogue.OutcomeText text = catalogue.outcomes().get(outcome);
        if (text == null || text.reachedBy() instanceof Catalogue.ReachedBy.Effect) {
            return "by-ground";
        }
        return text.reachedBy() instanceof Catalogue.ReachedBy.NoGround ? "in-force" : "proposed";
    }
}
