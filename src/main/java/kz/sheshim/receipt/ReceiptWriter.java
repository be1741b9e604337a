package kz.sheshim.receipt;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kz.sheshim.facts.Facts;
import kz.sheshim.log.Decision;
import kz.sheshim.policy.ReceiptForm;
import kz.sheshim.policy.ReceiptPart;
import kz.sheshim.policy.ReceiptWord;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.verdict.ValueTexts;
import kz.sheshim.vocabulary.Language;
import org.jspecify.annotations.Nullable;

/** Fills a form with a decision. A receipt shows nothing that is not recorded. */
public final class ReceiptWriter {
    private final Decision decision;
    private final Ruleset ruleset;
    private final Language language;
    private final FilledTexts texts;
    private final BlockWriter blocks;

    /**
     * @param facts the facts read from the application
     * @param ruleset the ruleset of the revision that decided
     */
    public ReceiptWriter(Decision decision, Facts facts, Ruleset ruleset, Language language) {
        this.decision = decision;
        this.ruleset = ruleset;
        this.language = language;
        ValueTexts values = new ValueTexts(language, ruleset.receipts());
        FactTexts factTexts = new FactTexts(facts, ruleset, language, values);
        this.texts = new FilledTexts(decision, ruleset, language, factTexts, values);
        this.blocks = new BlockWriter(decision.verdict(), ruleset, language, factTexts, texts);
    }

    /**
     * Writes the receipt.
     *
     * @param others codes of the other forms that the decision calls for
     */
    public Receipt write(ReceiptForm form, List<String> others) {
        return new Receipt(
                form.code(),
                language,
                form.issuedBy().in(language),
                form.title().in(language),
                ruleset.policy().title().in(language),
                decision.reference(),
                decision.id(),
                decision.decidedAt(),
                decision.revision(),
                sections(form),
                words(),
                others);
    }

    private List<Receipt.Section> sections(ReceiptForm form) {
        List<Receipt.Section> sections = new ArrayList<>();
        List<Block> section = new ArrayList<>();
        String heading = null;
        for (ReceiptPart part : form.parts()) {
            if (!part.inForce().contains(decision.verdict().filedOn())) {
                continue;
            }
            // A line for a signature belongs to the whole receipt, not to the section above it
            if (part instanceof ReceiptPart.HeadingRow || part instanceof ReceiptPart.SignatureRow) {
                addUnlessEmpty(heading, section, sections);
                section = new ArrayList<>();
                heading = part instanceof ReceiptPart.HeadingRow
                        ? texts.fill(part.text()).orElse(null)
                        : null;
            }
            blocks.block(part).ifPresent(section::add);
        }
        addUnlessEmpty(heading, section, sections);
        return sections;
    }

    private static void addUnlessEmpty(@Nullable String heading, List<Block> section, List<Receipt.Section> sections) {
        if (!section.isEmpty()) {
            sections.add(new Receipt.Section(heading, section));
        }
    }

    private Map<ReceiptWord, String> words() {
        Map<ReceiptWord, String> words = new EnumMap<>(ReceiptWord.class);
        for (ReceiptWord word : ReceiptWord.values()) {
            words.put(word, ruleset.receipts().word(word, language));
        }
        return words;
    }
}
