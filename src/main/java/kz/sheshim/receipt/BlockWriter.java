package kz.sheshim.receipt;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import kz.sheshim.facts.FactPath;
import kz.sheshim.policy.ReceiptPart;
import kz.sheshim.policy.ReceiptPart.Detail;
import kz.sheshim.policy.ReceiptWord;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.table.Citation;
import kz.sheshim.verdict.Ground;
import kz.sheshim.verdict.Verdict;
import kz.sheshim.verdict.VerdictTexts;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.Language;

/** Writes the blocks of a receipt: texts, and lists of facts, grounds and notices. */
final class BlockWriter {
    private final Verdict verdict;
    private final Ruleset ruleset;
    private final Language language;
    private final VerdictTexts verdictTexts;
    private final FactTexts facts;
    private final FilledTexts texts;

    BlockWriter(Verdict verdict, Ruleset ruleset, Language language, FactTexts facts, FilledTexts texts) {
        this.verdict = verdict;
        this.ruleset = ruleset;
        this.language = language;
        this.verdictTexts = new VerdictTexts(ruleset, language, verdict);
        this.facts = facts;
        this.texts = texts;
    }

    /** The block of this part of the form; an empty list gives its alternative text. Empty if there is nothing to show. */
    Optional<Block> block(ReceiptPart part) {
        if (part instanceof ReceiptPart.TextRow) {
            return texts.fill(part.text()).map(Block.Paragraph::new);
        }
        if (part instanceof ReceiptPart.SignatureRow) {
            return texts.fill(part.text()).map(Block.Signature::new);
        }
        return part instanceof ReceiptPart.HeadingRow
                ? Optional.empty()
                : list(part).or(() -> textOfEmptyList(part));
    }

    private Optional<Block> list(ReceiptPart part) {
        if (part instanceof ReceiptPart.FactsRow shown) {
            return facts.occursManyTimes(shown.fields().get(0)) ? instances(shown) : facts(shown);
        }
        if (part instanceof ReceiptPart.GroundsRow shown) {
            return notEmpty(verdict.grounds().stream()
                            .map(ground -> reason(ground, shown))
                            .toList())
                    .map(Block.Grounds::new);
        }
        if (part instanceof ReceiptPart.NoticesRow shown) {
            return notEmpty(verdict.notices().stream()
                            .filter(notice ->
                                    shown.codes().isEmpty() || shown.codes().contains(notice.code()))
                            .map(notice ->
                                    new Block.Advice(notice.code(), notice.subject(), verdictTexts.notice(notice)))
                            .toList())
                    .map(Block.Notices::new);
        }
        return Optional.empty();
    }

    private Optional<Block> textOfEmptyList(ReceiptPart part) {
        return part.text().in(language).isEmpty()
                ? Optional.empty()
                : texts.fill(part.text()).map(Block.Paragraph::new);
    }

    private Optional<Block> facts(ReceiptPart.FactsRow shown) {
        return notEmpty(shown.fields().stream()
                        .map(field -> facts.fact(field, FactPath.ONCE))
                        .filter(fact -> fact.value() != null)
                        .toList())
                .map(Block.SubmittedFacts::new);
    }

    private Optional<Block> instances(ReceiptPart.FactsRow shown) {
        String entity = shown.fields().get(0).entity();
        List<Block.Column> columns = shown.fields().stream()
                .map(field -> new Block.Column(field.toString(), facts.label(field)))
                .toList();
        return notEmpty(IntStream.range(0, facts.instances(entity))
                        .mapToObj(instance -> row(shown.fields(), instance))
                        .toList())
                .map(rows -> new Block.Instances(entity, columns, rows));
    }

    private List<Block.ShownFact> row(List<FieldPath> fields, int instance) {
        return fields.stream().map(field -> facts.fact(field, instance)).toList();
    }

    private Block.Reason reason(Ground ground, ReceiptPart.GroundsRow shown) {
        return new Block.Reason(
                ground.code(),
                ground.subject(),
                verdictTexts.ground(ground),
                shown.details().contains(Detail.REMEDY) ? verdictTexts.remedy(ground) : null,
                shown.details().contains(Detail.CITATION)
                        ? ground.citations().stream().map(this::cited).toList()
                        : List.of());
    }

    private Block.Cited cited(Citation citation) {
        ReceiptWord status =
                citation.status() == Citation.Status.VERIFIED ? ReceiptWord.VERIFIED : ReceiptWord.TO_VERIFY;
        return new Block.Cited(
                citation.act(),
                verdictTexts.act(citation),
                verdictTexts.wording(citation),
                verdictTexts.place(citation),
                citation.status(),
                ruleset.receipts().word(status, language));
    }

    private static <T> Optional<List<T>> notEmpty(List<T> list) {
        return list.isEmpty() ? Optional.empty() : Optional.of(list);
    }
}
