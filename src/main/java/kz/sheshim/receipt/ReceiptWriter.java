package kz.sheshim.receipt;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.Facts;
import kz.sheshim.log.Decision;
import kz.sheshim.policy.Placeholder;
import kz.sheshim.policy.ReceiptForm;
import kz.sheshim.policy.ReceiptPart.Detail;
import kz.sheshim.policy.ReceiptPart;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.policy.Word;
import kz.sheshim.table.Citation;
import kz.sheshim.verdict.Ground;
import kz.sheshim.verdict.Values;
import kz.sheshim.verdict.VerdictTexts;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.Label;
import kz.sheshim.vocabulary.Language;
import org.jspecify.annotations.Nullable;

/** Fills a form with a decision. Nothing is shown that the record does not hold. */
public final class ReceiptWriter {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]++)}");

    private final Decision decision;
    private final Facts facts;
    private final Ruleset ruleset;
    private final Language language;
    private final VerdictTexts texts;
    private final ValueTexts filled;

    /**
     * @param facts the application as it was read
     * @param ruleset the one that decided
     */
    public ReceiptWriter(Decision decision, Facts facts, Ruleset ruleset, Language language) {
        this.decision = decision;
        this.facts = facts;
        this.ruleset = ruleset;
        this.language = language;
        texts = new VerdictTexts(ruleset, language);
        filled = new ValueTexts(language, ruleset.receipts());
    }

    public Receipt write(ReceiptForm form, List<String> others) {
        List<Receipt.Section> sections = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        String heading = null;
        for (ReceiptPart part : form.parts()) {
            // A line to sign on belongs to the whole, not to the section above it
            if (part instanceof ReceiptPart.Heading || part instanceof ReceiptPart.Signature) {
                close(heading, blocks, sections);
                blocks = new ArrayList<>();
                heading =
                        part instanceof ReceiptPart.Heading ? said(part.text()).orElse(null) : null;
            }
            block(part).or(() -> otherwise(part)).ifPresent(blocks::add);
        }
        close(heading, blocks, sections);
        Map<Word, String> words = new EnumMap<>(Word.class);
        for (Word word : Word.values()) {
            words.put(word, ruleset.receipts().word(word, language));
        }
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
                sections,
                words,
                others);
    }

    /** A heading with nothing below it is left out. */
    private static void close(@Nullable String heading, List<Block> blocks, List<Receipt.Section> sections) {
        if (!blocks.isEmpty()) {
            sections.add(new Receipt.Section(heading, blocks));
        }
    }

    private Optional<Block> block(ReceiptPart part) {
        if (part instanceof ReceiptPart.Paragraph paragraph) {
            return said(paragraph.text()).map(Block.Paragraph::new);
        }
        if (part instanceof ReceiptPart.Signature signature) {
            return said(signature.text()).map(Block.Signature::new);
        }
        if (part instanceof ReceiptPart.Said said) {
            return ruleset.vocabulary().many(said.fields().get(0)) ? instances(said) : once(said);
        }
        if (part instanceof ReceiptPart.Grounds grounds) {
            return notEmpty(decision.verdict().grounds().stream()
                            .map(ground -> reason(ground, grounds))
                            .toList())
                    .map(Block.Grounds::new);
        }
        if (part instanceof ReceiptPart.Notices notices) {
            return notEmpty(decision.verdict().notices().stream()
                            .filter(notice ->
                                    notices.codes().isEmpty() || notices.codes().contains(notice.code()))
                            .map(notice -> new Block.Advice(notice.code(), notice.subject(), texts.notice(notice)))
                            .toList())
                    .map(Block.Notices::new);
        }
        return Optional.empty();
    }

    /** What a list says that has nothing to show. */
    private Optional<Block> otherwise(ReceiptPart part) {
        boolean lists = part instanceof ReceiptPart.Said
                || part instanceof ReceiptPart.Grounds
                || part instanceof ReceiptPart.Notices;
        return lists && !part.text().in(language).isEmpty()
                ? said(part.text()).map(Block.Paragraph::new)
                : Optional.empty();
    }

    private static <T> Optional<List<T>> notEmpty(List<T> list) {
        return list.isEmpty() ? Optional.empty() : Optional.of(list);
    }

    private Optional<Block> once(ReceiptPart.Said said) {
        return notEmpty(said.fields().stream()
                        .map(field -> fact(field, FactPath.ONCE))
                        .filter(fact -> fact.value() != null)
                        .toList())
                .map(Block.Said::new);
    }

    private Optional<Block> instances(ReceiptPart.Said said) {
        String entity = said.fields().get(0).entity();
        List<Block.Column> columns = said.fields().stream()
                .map(field ->
                        new Block.Column(field.toString(), field(field).label().in(language)))
                .toList();
        return notEmpty(IntStream.range(0, facts.instances(entity))
                        .mapToObj(index -> said.fields().stream()
                                .map(field -> fact(field, index))
                                .toList())
                        .toList())
                .map(rows -> new Block.Instances(entity, columns, rows));
    }

    private Field field(FieldPath path) {
        return ruleset.vocabulary()
                .field(path)
                .orElseThrow(() -> new IllegalArgumentException("not in the vocabulary: " + path));
    }

    private Block.Fact fact(FieldPath path, int index) {
        Field field = field(path);
        String label = field.label().in(language);
        return facts.get(new FactPath(path, index)) instanceof kz.sheshim.facts.Fact.Known known
                ? new Block.Fact(
                        path.toString(), label, Values.json(known.value()), filled.text(field.type(), known.value()))
                : new Block.Fact(
                        path.toString(), label, null, ruleset.receipts().word(Word.NOT_SAID, language));
    }

    private Block.Reason reason(Ground ground, ReceiptPart.Grounds shown) {
        Citation citation = ground.citation();
        return new Block.Reason(
                ground.code(),
                ground.subject(),
                texts.ground(ground),
                shown.details().contains(Detail.REMEDY) ? texts.remedy(ground) : null,
                shown.details().contains(Detail.CITATION)
                        ? new Block.Cited(
                                citation.act(),
                                texts.act(citation),
                                texts.wording(citation),
                                citation.place(),
                                citation.status(),
                                ruleset.receipts()
                                        .word(
                                                citation.status() == Citation.Status.VERIFIED
                                                        ? Word.VERIFIED
                                                        : Word.TO_VERIFY,
                                                language))
                        : null);
    }

    /** The text with its placeholders replaced; empty when the decision has nothing to put in the place of one. */
    private Optional<String> said(Label label) {
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
                .orElseGet(() -> FieldPath.parse(placeholder)
                        .map(field -> fact(field, FactPath.ONCE))
                        .filter(fact -> fact.value() != null)
                        .map(Block.Fact::text));
    }

    private @Nullable String value(Placeholder placeholder) {
        return switch (placeholder) {
            case REFERENCE -> ValueTexts.shortened(decision.reference());
            case POLICY -> ruleset.policy().title().in(language);
            case DECISION -> decision.id().toString();
            case FILED_ON -> filled.day(decision.verdict().filedOn());
            case DUE ->
                decision.verdict().due() == null
                        ? null
                        : filled.day(decision.verdict().due());
            case WORKING_DAYS ->
                decision.verdict().workingDays() == null
                        ? null
                        : decision.verdict().workingDays().toString();
        };
    }
}
