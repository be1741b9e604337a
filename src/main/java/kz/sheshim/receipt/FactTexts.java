package kz.sheshim.receipt;

import kz.sheshim.facts.Fact;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.Facts;
import kz.sheshim.policy.ReceiptWord;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.verdict.ValueTexts;
import kz.sheshim.verdict.Values;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.Language;

/** Writes facts of the application for the reader of a receipt: label and value, in the language of the receipt. */
final class FactTexts {
    private final Facts facts;
    private final Ruleset ruleset;
    private final Language language;
    private final ValueTexts values;

    FactTexts(Facts facts, Ruleset ruleset, Language language, ValueTexts values) {
        this.facts = facts;
        this.ruleset = ruleset;
        this.language = language;
        this.values = values;
    }

    /** Number of instances of the entity in the application. */
    int instances(String entity) {
        return facts.instances(entity);
    }

    /** Whether the field can occur several times in an application. */
    boolean occursManyTimes(FieldPath path) {
        return ruleset.vocabulary().many(path);
    }

    String label(FieldPath path) {
        return field(path).label().in(language);
    }

    Block.ShownFact fact(FieldPath path, int instance) {
        return facts.get(new FactPath(path, instance)) instanceof Fact.Known known
                ? new Block.ShownFact(
                        path.toString(),
                        label(path),
                        Values.json(known.value()),
                        values.text(field(path).type(), known.value()))
                : new Block.ShownFact(
                        path.toString(), label(path), null, ruleset.receipts().word(ReceiptWord.NOT_SAID, language));
    }

    private Field field(FieldPath path) {
        return ruleset.vocabulary()
                .field(path)
                .orElseThrow(() -> new IllegalArgumentException("not in the vocabulary: " + path));
    }
}
