package kz.sheshim.adapter.http;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.sheshim.facts.JsonParser;
import kz.sheshim.publication.Dossier;
import kz.sheshim.workbook.WorkbookWriter;
import org.jspecify.annotations.Nullable;

/** The recorded decisions that a draft would change, as its dossier lists them. */
public final class AffectedDecisions {
    public static final String CSV = "text/csv";

    private static final List<String> COLUMNS = List.of(
            "decision",
            "before",
            "after",
            "dueBefore",
            "dueAfter",
            "gained",
            "lost",
            "rulesGained",
            "rulesLost",
            "rulesChanged");

    private AffectedDecisions() {}

    public static List<?> of(Dossier dossier, JsonParser parser) {
        return DossierView.content(dossier, parser).get("impact") instanceof Map<?, ?> impact
                        && impact.get("decisions") instanceof List<?> decisions
                ? decisions
                : List.of();
    }

    /** Lines as RFC 4180 has them. */
    public static String csv(List<?> decisions) {
        StringBuilder lines = new StringBuilder(String.join(",", COLUMNS)).append("\r\n");
        for (List<String> row : rows(decisions)) {
            lines.append(row.stream()
                            .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                            .collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        return lines.toString();
    }

    /** A workbook with a row for each decision. */
    public static byte[] xlsx(List<?> decisions, WorkbookWriter writer) {
        return writer.write("Affected decisions", COLUMNS, rows(decisions));
    }

    private static List<List<String>> rows(List<?> decisions) {
        return decisions.stream()
                .map(each -> (Map<?, ?>) each)
                .map(decision -> COLUMNS.stream()
                        .map(column -> cell(decision.get(column)))
                        .toList())
                .toList();
    }

    /** Empty for what there is not, or what a dossier of an earlier version does not say. */
    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof List<?> list
                ? list.stream().map(Object::toString).collect(Collectors.joining("; "))
                : String.valueOf(value);
    }
}
