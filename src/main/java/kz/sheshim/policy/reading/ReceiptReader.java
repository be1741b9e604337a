package kz.sheshim.policy.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.cell.BlankCell;
import kz.sheshim.finding.cell.UnwrittenReceipt;
import kz.sheshim.finding.file.MissingSheet;
import kz.sheshim.finding.name.Duplicate;
import kz.sheshim.finding.name.MissingWord;
import kz.sheshim.finding.name.UnknownCode;
import kz.sheshim.policy.Catalogue;
import kz.sheshim.policy.ReceiptForm;
import kz.sheshim.policy.ReceiptForms;
import kz.sheshim.policy.ReceiptPart;
import kz.sheshim.policy.ReceiptWord;
import kz.sheshim.table.Period;
import kz.sheshim.vocabulary.Label;
import kz.sheshim.vocabulary.Nearest;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.vocabulary.Vocabulary;
import kz.sheshim.workbook.FileAddress;
import org.jspecify.annotations.Nullable;

/** Reads the sheets Receipts, Paragraphs and Words. A policy without any of them has no receipts. */
final class ReceiptReader {
    static final List<String> SHEETS = List.of("Receipts", "Paragraphs", "Words");
    /** The column of Notices that says no of notices which no receipt shows. */
    static final String IN_RECEIPTS = "In receipts";

    private final SheetsByName sheets;
    private final Vocabulary vocabulary;
    private final Catalogue catalogue;

    ReceiptReader(SheetsByName sheets, Vocabulary vocabulary, Catalogue catalogue) {
        this.sheets = sheets;
        this.vocabulary = vocabulary;
        this.catalogue = catalogue;
    }

    /** The notices that no receipt shall show. */
    static Set<String> withheldNotices(SheetsByName sheets) {
        return sheets.silentLines("Notices").stream()
                .filter(line -> line.optional(IN_RECEIPTS).equals("no"))
                .map(line -> line.optional("Notice"))
                .collect(Collectors.toSet());
    }

    ReceiptForms read() {
        List<String> missing = SHEETS.stream()
                .filter(sheet -> !sheets.sheets().containsKey(sheet))
                .toList();
        if (missing.size() == SHEETS.size()) {
            return ReceiptForms.NONE;
        }
        if (!missing.isEmpty()) {
            sheets.findings()
                    .accept(Finding.at(
                            new FileAddress(sheets.folder()),
                            new MissingSheet(missing, Phrase.of("no receipt can be written"))));
            return ReceiptForms.NONE;
        }
        Map<String, List<ReceiptPart>> parts = new HashMap<>();
        List<ReceiptForm> forms = forms();
        Set<String> codes = forms.stream().map(ReceiptForm::code).collect(Collectors.toSet());
        ReceiptPartReader reader = new ReceiptPartReader(vocabulary, catalogue, withheldNotices(sheets));
        for (HeadedSheet.Line line : sheets.lines("Paragraphs", List.of("Receipt", "Shows", "Of"), "Text")) {
            String code = line.text("Receipt");
            if (!code.isEmpty()) {
                known(line, "Receipt", code, "Receipts", codes);
            }
            List<ReceiptPart> own = parts.computeIfAbsent(code, each -> new ArrayList<>());
            reader.part(line).ifPresent(own::add);
        }
        List<ReceiptForm> written = new ArrayList<>();
        forms.forEach(form -> {
            String code = form.code();
            if (!parts.containsKey(code)) {
                sheets.findings().accept(Finding.at(form.address(), new UnwrittenReceipt(code)));
            }
            written.add(new ReceiptForm(
                    code,
                    form.outcome(),
                    form.action(),
                    form.issuedBy(),
                    form.title(),
                    form.inForce(),
                    parts.getOrDefault(code, List.of()),
                    form.address()));
        });
        return new ReceiptForms(written, words());
    }

    /** The forms without what stands in them; several with one code in periods that do not overlap. */
    private List<ReceiptForm> forms() {
        List<ReceiptForm> forms = new ArrayList<>();
        for (HeadedSheet.Line line :
                sheets.lines("Receipts", List.of("Receipt", "Outcome", "Action"), "Issued by", "Title")) {
            String code = line.code("Receipt");
            String outcome = line.optional("Outcome");
            String action = line.optional("Action");
            if (outcome.isEmpty() && action.isEmpty()) {
                line.report(
                        "Outcome",
                        new BlankCell(Phrase.of("the outcome, or in the next column the action, that calls for it")));
            }
            Period period = line.period();
            Optional<ReceiptForm> first = forms.stream()
                    .filter(form -> form.code().equals(code) && form.inForce().overlaps(period))
                    .findFirst();
            if (code.isEmpty()) {
                continue;
            }
            if (first.isPresent()) {
                line.report(
                        "Receipt",
                        new Duplicate(Phrase.of("receipt"), code, first.get().address()));
                continue;
            }
            forms.add(new ReceiptForm(
                    code,
                    known(
                            line,
                            "Outcome",
                            outcome,
                            "Outcomes",
                            catalogue.outcomes().keySet()),
                    known(line, "Action", action, "Actions", catalogue.actions().keySet()),
                    line.label("Issued by"),
                    line.label("Title"),
                    period,
                    List.of(),
                    line.address("Receipt")));
        }
        return forms;
    }

    /** The code if there is one; one that its sheet does not define is a finding. */
    private static @Nullable String known(
            HeadedSheet.Line line, String column, String code, String sheet, Collection<String> codes) {
        if (code.isEmpty()) {
            return null;
        }
        if (!codes.contains(code)) {
            line.report(
                    column,
                    UnknownCode.ofSheet(code, sheet, Nearest.to(code, codes).orElse(null)));
        }
        return code;
    }

    private Map<ReceiptWord, Label> words() {
        DefinedNames<Label> defined = new DefinedNames<>(Phrase.of("word"));
        Map<ReceiptWord, Label> words = new EnumMap<>(ReceiptWord.class);
        for (HeadedSheet.Line line : sheets.lines("Words", List.of("Word"), "Text")) {
            ReceiptWord.of(line.word("Word", ReceiptWord.all())).ifPresent(word -> {
                Label text = line.label("Text", HeadedSheet.NO_TEXT, word.placeholders());
                defined.define(line, "Word", word.written(), text);
                words.putIfAbsent(word, text);
            });
        }
        for (ReceiptWord word : ReceiptWord.values()) {
            if (!words.containsKey(word)) {
                sheets.findings().accept(Finding.at(sheets.nextRow("Words", "Word"), new MissingWord(word.written())));
            }
        }
        return words;
    }
}
