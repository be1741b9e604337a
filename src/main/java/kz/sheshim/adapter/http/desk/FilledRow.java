package kz.sheshim.adapter.http.desk;

import static kz.sheshim.adapter.http.desk.Shown.inAddress;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import kz.sheshim.policy.reading.RowForm;
import kz.sheshim.policy.reading.TableSheet.Column;
import kz.sheshim.publication.Draft;
import org.jspecify.annotations.Nullable;

/**
 * The form of a row.
 *
 * @param seen the hash of the workbook that it was made of
 * @param draftName the title of the draft that it is changed in
 * @param draftTitle what is typed as the title of a new one
 * @param hasPeriod whether another row can take its place from a day on
 * @param from that day
 * @param freeId the rule id of that row, unless another one is typed
 * @param ofLaw whether the row is law that the draft changes
 * @param ownDrafts those of the reader in which the row can be changed too; none in a draft
 */
public record FilledRow(
        String table,
        String title,
        String place,
        String rule,
        boolean copy,
        String seen,
        String back,
        String draft,
        String draftName,
        String draftTitle,
        boolean hasPeriod,
        String from,
        String freeId,
        boolean ofLaw,
        List<OwnDraft> ownDrafts,
        List<Input> cells) {
    private static final int WIDE = 40;
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    /**
     * A cell of the form.
     *
     * @param wide whether it needs more than one line
     * @param stands what stands in the sheet, where somebody changed the workbook meanwhile and something else was typed; null: nothing is to be compared
     */
    public record Input(
            int index,
            String heading,
            String binding,
            String label,
            String kind,
            String text,
            boolean wide,
            List<Code> codes,
            @Nullable String stands) {
        /** Whether it is chosen as a day. What is no day, and stands there, stays to be seen. */
        public boolean isDay() {
            return (kind.equals("from") || kind.equals("until"))
                    && (text.isEmpty() || DAY.matcher(text).matches());
        }
    }

    /** What can stand in a cell, and its label. */
    public record Code(String code, String label) {}

    /** A draft of the reader. @param address of the form for the row in it */
    public record OwnDraft(String title, String address) {}

    /** The address of the same row, where it changes from a day on. */
    public String change() {
        return RowPages.PATH + "?table=" + inAddress(table) + "&rule=" + inAddress(rule)
                + (draft.isEmpty() ? "" : "&draft=" + draft);
    }

    /**
     * The form of a row.
     *
     * @param typed what was typed; null: nothing yet
     * @param compared whether what stands in the sheet by now is shown beside it
     * @param law whether the row is law that the draft changes
     */
    static FilledRow of(
            RowChange target,
            @Nullable MultivaluedMap<String, String> typed,
            boolean compared,
            CellWords words,
            boolean law,
            List<OwnDraft> ownDrafts) {
        Draft draft = target.draft();
        String table = target.place().table().id();
        List<Input> cells = target.form().inputs().stream()
                .map(input -> input(input, target, typed, words, compared))
                .toList();
        return new FilledRow(
                table,
                target.place().table().head().getOrDefault("Title", table),
                target.place().file().path() + " › " + target.place().sheet().name(),
                target.rule(),
                target.copy(),
                target.seen(),
                (draft == null ? "/desk/tables/" : "/desk/drafts/" + draft.id() + "/tables/") + inAddress(table),
                draft == null ? "" : draft.id().toString(),
                draft == null ? "" : draft.title(),
                typed == null ? "" : Objects.requireNonNullElse(typed.getFirst("title"), ""),
                target.form().hasPeriod(),
                typed == null ? "" : Objects.requireNonNullElse(typed.getFirst("from"), ""),
                target.place().table().freeId(target.rule()),
                law,
                ownDrafts,
                cells);
    }

    private static Input input(
            RowForm.Input input,
            RowChange target,
            @Nullable MultivaluedMap<String, String> typed,
            CellWords words,
            boolean compared) {
        Column column = input.column();
        boolean isNewId = target.copy() && input.kind() == RowForm.Kind.RULE;
        String stands = isNewId ? target.place().table().freeId(target.rule()) : input.text();
        String text = typed == null || isNewId && !typed.containsKey("c" + column.index())
                ? stands
                : Objects.requireNonNullElse(typed.getFirst("c" + column.index()), "");
        return new Input(
                column.index(),
                column.heading(),
                column.binding(),
                words.label(column),
                input.kind().name().toLowerCase(Locale.ROOT),
                text,
                text.length() > WIDE || text.contains("\n") || input.kind() == RowForm.Kind.NOTE,
                input.choices().stream()
                        .map(code ->
                                new Code(code, words.of(target.place().table().gives(), column, code)))
                        .sorted(Comparator.comparing(
                                code -> code.label().isEmpty() ? code.code() : code.label(), words.order()))
                        .toList(),
                compared && !target.copy() && !text.strip().equals(input.text()) ? input.text() : null);
    }
}
