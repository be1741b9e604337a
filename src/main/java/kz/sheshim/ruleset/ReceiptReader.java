package kz.sheshim.ruleset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.sheshim.check.BlankCell;
import kz.sheshim.check.Finding;
import kz.sheshim.check.MissingSetting;
import kz.sheshim.check.MissingSheet;
import kz.sheshim.check.UnknownCode;
import kz.sheshim.check.UnwrittenReceipt;
import kz.sheshim.facts.Label;
import kz.sheshim.facts.Nearest;
import kz.sheshim.facts.Vocabulary;
import kz.sheshim.receipt.form.Part;
import kz.sheshim.receipt.form.ReceiptForm;
import kz.sheshim.receipt.form.ReceiptForms;
import kz.sheshim.receipt.form.Word;
import kz.sheshim.workbook.CellAddress;
import kz.sheshim.workbook.Sheet;
import org.jspecify.annotations.Nullable;

/** Reads the sheets Receipts, Paragraphs and Words. A policy without any of them has no receipts. */
final class ReceiptReader {
    static final List<String> SHEETS = List.of("Receipts", "Paragraphs", "Words");

    private final NamedSheets sheets;
    private final Vocabulary vocabulary;
    private final Catalogue catalogue;

    ReceiptReader(NamedSheets sheets, Vocabulary vocabulary, Catalogue catalogue) {
        this.sheets = sheets;
        this.vocabulary = vocabulary;
        this.catalogue = catalogue;
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
                            CellAddress.ofFile(sheets.folder()),
                            new MissingSheet(missing, "no receipt can be written")));
            return ReceiptForms.NONE;
        }
        Map<String, List<Part>> parts = new HashMap<>();
        Definitions<ReceiptForm> forms = forms();
        PartReader reader = new PartReader(vocabulary, catalogue);
        for (HeadedSheet.Line line :
                sheets.lines("Paragraphs", "Receipt", "Shows", "Of", "Text en", "Text ru", "Text kk")) {
            String code = line.text("Receipt");
            if (!code.isEmpty()) {
                known(line, "Receipt", code, "receipt", forms.values().keySet());
            }
            List<Part> own = parts.computeIfAbsent(code, each -> new ArrayList<>());
            reader.part(line).ifPresent(own::add);
        }
        List<ReceiptForm> written = new ArrayList<>();
        forms.values().forEach((code, form) -> {
            if (!parts.containsKey(code)) {
                sheets.findings().accept(Finding.at(forms.place(code), new UnwrittenReceipt(code)));
            }
            written.add(new ReceiptForm(
                    code,
                    form.outcome(),
                    form.action(),
                    form.issuedBy(),
                    form.title(),
                    parts.getOrDefault(code, List.of()),
                    form.address()));
        });
        return new ReceiptForms(written, words());
    }

    private Definitions<ReceiptForm> forms() {
        Definitions<ReceiptForm> forms = new Definitions<>("receipt");
        for (HeadedSheet.Line line : sheets.lines(
                "Receipts",
                "Receipt",
                "Outcome",
                "Action",
                "Issued by en",
                "Issued by ru",
                "Issued by kk",
                "Title en",
                "Title ru",
                "Title kk")) {
            String code = VocabularyReader.code(line, "Receipt");
            String outcome = line.optional("Outcome");
            String action = line.optional("Action");
            if (outcome.isEmpty() && action.isEmpty()) {
                line.report(
                        "Outcome", new BlankCell("the outcome, or in the next column the action, that calls for it"));
            }
            forms.define(
                    line,
                    "Receipt",
                    code,
                    new ReceiptForm(
                            code,
                            known(
                                    line,
                                    "Outcome",
                                    outcome,
                                    "outcome",
                                    catalogue.outcomes().keySet()),
                            known(
                                    line,
                                    "Action",
                                    action,
                                    "action",
                                    catalogue.actions().keySet()),
                            line.label("Issued by"),
                            line.label("Title"),
                            List.of(),
                            line.address("Receipt")));
        }
        return forms;
    }

    /** The code if there is one; one that its sheet does not define is a finding. */
    private static @Nullable String known(
            HeadedSheet.Line line, String column, String code, String what, Collection<String> codes) {
        if (code.isEmpty()) {
            return null;
        }
        if (!codes.contains(code)) {
            line.report(
                    column, new UnknownCode(code, what, Nearest.to(code, codes).orElse(null)));
        }
        return code;
    }

    private Map<Word, Label> words() {
        Definitions<Label> defined = new Definitions<>("word");
        Map<Word, Label> words = new EnumMap<>(Word.class);
        for (HeadedSheet.Line line : sheets.lines("Words", "Word", "Text en", "Text ru", "Text kk")) {
            Word.of(line.word("Word", Word.all())).ifPresent(word -> {
                Label text = line.label("Text", new BlankCell("the text in the three languages"), word.placeholders());
                defined.define(line, "Word", word.written(), text);
                words.putIfAbsent(word, text);
            });
        }
        CellAddress place = sheets.sheets().getOrDefault("Words", List.of()).stream()
                .findFirst()
                .map(Sheet::address)
                .orElse(CellAddress.ofFile(sheets.folder()));
        for (Word word : Word.values()) {
            if (!words.containsKey(word)) {
                sheets.findings().accept(Finding.at(place, new MissingSetting(word.written())));
            }
        }
        return words;
    }
}
