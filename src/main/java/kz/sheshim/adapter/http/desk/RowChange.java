package kz.sheshim.adapter.http.desk;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import kz.sheshim.adapter.http.Parameters;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.hash.Sha256;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Revision;
import kz.sheshim.policy.reading.RowForm;
import kz.sheshim.publication.Draft;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.workbook.RowEdit;
import org.jspecify.annotations.Nullable;

/** What the form is about: the files that it changes, the revision on which they stand, and the row in them. */
record RowChange(
        List<PolicyFile> files,
        Revision base,
        Workbooks.Place place,
        RowForm form,
        String rule,
        boolean copy,
        @Nullable Draft draft) {
    String seen() {
        return Sha256.hex(place.file().bytes());
    }

    /** The edits that the typed texts mean; none if nothing differs. */
    List<RowEdit> edits(MultivaluedMap<String, String> typed) {
        Map<Integer, String> texts = new TreeMap<>();
        for (RowForm.Input input : form.inputs()) {
            int column = input.column().index();
            String text = typed.getFirst("c" + column);
            if (text != null && !(copy && text.isBlank())) {
                texts.put(column, text.strip().replace("\r\n", "\n"));
            }
        }
        RowEdit edit = copy ? form.added(texts) : form.changed(texts);
        if (edit.texts().isEmpty()) {
            return List.of();
        }
        LocalDate from = from(typed);
        if (from == null) {
            return List.of(edit);
        }
        texts.put(place.table().ruleColumn(), id(typed));
        return form.succeeded(from, texts)
                .orElseThrow(() -> Problems.badParameter(
                        "from", Phrase.of("{0} must be left out: the rows of this table have no period.", "from")));
    }

    /** Whether nothing is left in the row. */
    boolean empties(MultivaluedMap<String, String> typed) {
        return form.inputs().stream()
                .filter(input -> input.kind() != RowForm.Kind.NOTE)
                .allMatch(input -> Objects.requireNonNullElse(
                                typed.getFirst("c" + input.column().index()), copy ? "" : input.text())
                        .isBlank());
    }

    /** The rule id of the row that is written: a new row that keeps the id of the old one gets one that is free. */
    String id(MultivaluedMap<String, String> typed) {
        String id = Objects.requireNonNullElse(
                        typed.getFirst("c" + place.table().ruleColumn()), "")
                .strip();
        return from(typed) != null && id.equals(rule) ? place.table().freeId(rule) : id;
    }

    /** Whether the row that is written is a new one. */
    boolean adds(MultivaluedMap<String, String> typed) {
        return copy || from(typed) != null;
    }

    /** The day from which the typed row takes the place of the old one; null: the old one itself changes. */
    private @Nullable LocalDate from(MultivaluedMap<String, String> typed) {
        String from = Objects.requireNonNullElse(typed.getFirst("from"), "").strip();
        return copy || from.isEmpty() ? null : Parameters.day("from", from);
    }

    /** Whether the id of the rule stands in another row already. */
    boolean isTaken(MultivaluedMap<String, String> typed) {
        int column = place.table().ruleColumn();
        String id = id(typed);
        return place.table().rules().stream()
                .filter(row -> adds(typed) || row.number() != form.row().number())
                .anyMatch(row -> row.text(column).equals(id));
    }
}
