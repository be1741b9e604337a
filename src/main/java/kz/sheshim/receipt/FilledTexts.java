package kz.sheshim.receipt;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.sheshim.facts.FactPath;
import kz.sheshim.log.Decision;
import kz.sheshim.policy.Placeholder;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.table.Term;
import kz.sheshim.verdict.ValueTexts;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.Label;
import kz.sheshim.vocabulary.Language;
import org.jspecify.annotations.Nullable;

/** Fills the placeholders in the texts of a form with values of the decision and of the application. */
final class FilledTexts {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]++)}");

    private final Decision decision;
    private final Ruleset ruleset;
    private final Language language;
    private final FactTexts facts;
    private final ValueTexts values;

    FilledTexts(Decision decision, Ruleset ruleset, Language language, FactTexts facts, ValueTexts values) {
        this.decision = decision;
        this.ruleset = ruleset;
        this.language = language;
        this.facts = facts;
        this.values = values;
    }

    /** The text with its placeholders filled; empty if there is no value for one of them. */
    Optional<String> fill(Label label) {
        Matcher matcher = PLACEHOLDER.matcher(label.in(language));
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            Optional<String> value = value(matcher.group(1));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            matcher.appendReplacement(text, Matcher.quoteReplacement(value.get()));
        }
        return Optional.of(matcher.appendTail(text).toString());
    }

    private Optional<String> value(String placeholder) {
        return Placeholder.of(placeholder)
                .map(known -> Optional.ofNullable(value(known)))
                .orElseGet(() -> FieldPath.parse(placeholder).flatMap(this::fact));
    }

    /** What the application says of a field, or for a derived one the verdict. */
    private Optional<String> fact(FieldPath path) {
        Field field = ruleset.vocabulary().field(path).orElse(null);
        if (field != null && field.derived()) {
            return Optional.ofNullable(decision.verdict().textValues().get(path.toString()))
                    .map(value -> values.ofJson(field.type(), value));
        }
        return Optional.of(facts.fact(path, FactPath.ONCE))
                .filter(fact -> fact.value() != null)
                .map(Block.ShownFact::text);
    }

    private @Nullable String term(Term.Unit unit) {
        Term term = decision.verdict().term();
        Integer length = term == null ? null : term.in(unit);
        return length == null ? null : length.toString();
    }

    private @Nullable String value(Placeholder placeholder) {
        return switch (placeholder) {
            case REFERENCE -> ValueTexts.shortened(decision.reference());
            case POLICY -> ruleset.policy().title().in(language);
            case DECISION -> decision.id().toString();
            case FILED_ON -> values.day(decision.verdict().filedOn());
            case DUE ->
                decision.verdict().due() == null
                        ? null
                        : values.day(decision.verdict().due());
            case WORKING_DAYS -> term(Term.Unit.WORKING_DAYS);
            case CALENDAR_DAYS -> term(Term.Unit.CALENDAR_DAYS);
            case MONTHS -> term(Term.Unit.MONTHS);
        };
    }
}
