package kz.sheshim.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.table.DecisionTable;
import org.jspecify.annotations.Nullable;

/** A decision table without its rules. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TableView(
        String id,
        String title,
        String place,
        String hitPolicy,
        @Nullable String forEach,
        String gives,
        @Nullable Integer stage,
        int rules) {

    static List<TableView> all(Ruleset ruleset) {
        return ruleset.tables().stream().map(TableView::of).toList();
    }

    static TableView of(DecisionTable table) {
        return new TableView(
                table.id(),
                table.title(),
                table.address().toString(),
                table.hitPolicy().name(),
                table.forEach(),
                table.gives().code(),
                table.stage(),
                table.rules().size());
    }
}
