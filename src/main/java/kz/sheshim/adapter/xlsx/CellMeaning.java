package kz.sheshim.adapter.xlsx;

import java.util.Optional;
import kz.sheshim.finding.cell.UnreadableCell;
import kz.sheshim.vocabulary.Phrase;

/** Reads cells by meaning, with what the workbook says of all its cells: texts, styles, from when dates are counted. */
record CellMeaning(SharedTexts texts, Styles styles, boolean from1904) {

    CellValue of(String type, int style, String raw, RichText inline) {
        return switch (type) {
            case "n" -> CellValue.number(raw, styles.format(style), from1904);
            case "s" -> shared(raw);
            case "str" -> CellValue.text(PartHandler.tooLong(raw) ? null : RichText.strip(RichText.unescape(raw)));
            case "inlineStr" -> CellValue.text(inline.text());
            case "b" -> raw.isEmpty() ? CellValue.of("") : CellValue.yesNo(raw);
            case "d" -> raw.isEmpty() ? CellValue.of("") : CellValue.isoDate(raw);
            default -> CellValue.defect(new UnreadableCell(Phrase.of("its kind is unknown")));
        };
    }

    /** Why a person would overlook what the cell says, or take it for removed. */
    Optional<Phrase> overlooked(String type, int style, String raw, RichText inline) {
        boolean struck = type.equals("s")
                ? raw.matches("[0-9]{1,9}") && texts.struck(Integer.parseInt(raw))
                : type.equals("inlineStr") && inline.struck();
        return styles.overlooked(style)
                .or(() -> struck ? Optional.of(Phrase.of("is partly struck through")) : Optional.empty());
    }

    private CellValue shared(String raw) {
        if (raw.isEmpty()) {
            return CellValue.of("");
        }
        if (!raw.matches("[0-9]{1,9}") || Integer.parseInt(raw) >= texts.size()) {
            return CellValue.defect(
                    new UnreadableCell(Phrase.of("it refers to a text that the workbook does not have")));
        }
        return CellValue.text(texts.text(Integer.parseInt(raw)));
    }
}
