package kz.sheshim.policy.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import kz.sheshim.finding.cell.BlankCell;
import kz.sheshim.finding.cell.MixedFields;
import kz.sheshim.finding.cell.NeedlessCell;
import kz.sheshim.finding.cell.UnknownWord;
import kz.sheshim.finding.name.UnknownCode;
import kz.sheshim.finding.name.UnsuitableName;
import kz.sheshim.policy.Catalogue;
import kz.sheshim.policy.Placeholder;
import kz.sheshim.policy.ReceiptPart;
import kz.sheshim.policy.ReceiptPart.Detail;
import kz.sheshim.policy.ReceiptPart.Shows;
import kz.sheshim.policy.VerdictFields;
import kz.sheshim.table.Period;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.Label;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.vocabulary.Vocabulary;

/** Reads a row of the sheet Paragraphs. */
final class ReceiptPartReader {
    private static final String OF = "Of";

    private final Vocabulary vocabulary;
    private final Catalogue catalogue;
    private final Set<String> withheldNotices;
    /** What applications say, by path: of derived fields nothing is recorded but what the verdict says. */
    private final List<String> said;

    private final List<String> placeholders;

    /** @param withheldNotices those that no receipt shall show */
    ReceiptPartReader(Vocabulary vocabulary, Catalogue catalogue, Set<String> withheldNotices) {
        this.vocabulary = vocabulary;
        this.catalogue = catalogue;
        this.withheldNotices = withheldNotices;
        said = vocabulary.fields().stream()
                .filter(field -> !field.derived())
                .map(field -> field.path().toString())
                .toList();
        placeholders = Stream.concat(
                        Placeholder.all().stream(),
                        vocabulary.fields().stream()
                                .filter(field -> !vocabulary.many(field.path())
                                        && !VerdictFields.isOne(field.path())
                                        && field.rule().isEmpty())
                                .map(field -> field.path().toString()))
                .map(name -> "{" + name + "}")
                .toList();
    }

    Optional<ReceiptPart> part(HeadedSheet.Line line) {
        return Shows.of(line.word("Shows", Shows.words())).map(shows -> part(shows, line));
    }

    private ReceiptPart part(Shows shows, HeadedSheet.Line line) {
        Period inForce = line.period();
        return switch (shows) {
            case HEADING -> new ReceiptPart.HeadingRow(textAlone(line, shows), inForce);
            case TEXT -> new ReceiptPart.TextRow(textAlone(line, shows), inForce);
            case SIGNATURE -> new ReceiptPart.SignatureRow(textAlone(line, shows), inForce);
            case FACTS -> new ReceiptPart.FactsRow(fields(line), otherwise(line), inForce);
            case GROUNDS -> new ReceiptPart.GroundsRow(details(line), otherwise(line), inForce);
            case NOTICES -> notices(line, inForce);
        };
    }

    private Label textAlone(HeadedSheet.Line line, Shows shows) {
        if (!line.optional(OF).isEmpty()) {
            line.report(
                    OF,
                    new NeedlessCell(
                            line.optional(OF),
                            Phrase.of("a row that shows {0} does not use this column", shows.word())));
        }
        return line.label("Text", HeadedSheet.NO_TEXT, placeholders);
    }

    private Label otherwise(HeadedSheet.Line line) {
        return line.withoutText("Text") ? Label.NONE : line.label("Text", HeadedSheet.NO_TEXT, placeholders);
    }

    private List<FieldPath> fields(HeadedSheet.Line line) {
        List<FieldPath> fields = new ArrayList<>();
        if (line.optional(OF).isEmpty()) {
            line.report(OF, new BlankCell(Phrase.of("the fields to show, with commas")));
        }
        for (String name : names(line)) {
            Optional<Field> field =
                    said.contains(name) ? FieldPath.parse(name).flatMap(vocabulary::field) : Optional.empty();
            if (field.isEmpty()) {
                line.report(
                        OF,
                        FieldChoice.defect(
                                name,
                                vocabulary,
                                said,
                                Phrase.of("receipts can only show fields that applications say")));
            } else {
                fields.add(field.get().path());
            }
        }
        for (FieldPath field : fields) {
            FieldPath first = fields.get(0);
            if (vocabulary.many(first) != vocabulary.many(field)
                    || vocabulary.many(first) && !first.entity().equals(field.entity())) {
                line.report(OF, new MixedFields(first.toString(), field.toString()));
                break;
            }
        }
        return fields;
    }

    private SortedSet<Detail> details(HeadedSheet.Line line) {
        SortedSet<Detail> details = new TreeSet<>();
        for (String name : names(line)) {
            Detail.of(name)
                    .ifPresentOrElse(
                            details::add,
                            () -> line.report(
                                    OF,
                                    new UnknownWord(
                                            name,
                                            Phrase.of("one of {0}", String.join(", ", Detail.words())),
                                            Rewriting.names(line.optional(OF), Detail.words())
                                                    .orElse(null))));
        }
        return details;
    }

    /** Without names it shows all notices, but for those that are withheld. */
    private ReceiptPart notices(HeadedSheet.Line line, Period inForce) {
        SortedSet<String> codes = namedNotices(line);
        if (codes.isEmpty() && !withheldNotices.isEmpty()) {
            codes.addAll(catalogue.notices().keySet());
            codes.removeAll(withheldNotices);
            if (codes.isEmpty()) {
                line.report(
                        "Shows",
                        new UnsuitableName(
                                Shows.NOTICES.word(),
                                Phrase.of(
                                        "the sheet Notices says no in {0} of every notice", ReceiptReader.IN_RECEIPTS),
                                null));
            }
        }
        return new ReceiptPart.NoticesRow(codes, otherwise(line), inForce);
    }

    private SortedSet<String> namedNotices(HeadedSheet.Line line) {
        Collection<String> known = catalogue.notices().keySet();
        SortedSet<String> codes = new TreeSet<>();
        for (String code : names(line)) {
            if (!known.contains(code)) {
                line.report(
                        OF,
                        UnknownCode.ofSheet(
                                code,
                                "Notices",
                                Rewriting.names(line.optional(OF), known).orElse(null)));
            }
            if (withheldNotices.contains(code)) {
                line.report(
                        OF,
                        new UnsuitableName(
                                code,
                                Phrase.of("the sheet Notices says no in {0} of this notice", ReceiptReader.IN_RECEIPTS),
                                null));
            }
            codes.add(code);
        }
        return codes;
    }

    private static List<String> names(HeadedSheet.Line line) {
        String text = line.optional(OF);
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }
}
