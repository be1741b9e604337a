package kz.sheshim.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.publication.Rulesets;
import kz.sheshim.table.CellText;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.FieldCondition;
import kz.sheshim.table.Rule;
import kz.sheshim.vocabulary.Phrase;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Gives the decision tables in force. */
@Path("/api/v1/tables")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"intake", "analyst", "approver", "emergency", "auditor", "operator", "archivist"})
@Tag(name = "Policy")
public class TablesResource {
    private final Rulesets rulesets;

    TablesResource(Rulesets rulesets) {
        this.rulesets = rulesets;
    }

    record TableContentView(TableView table, List<RuleContentView> rules) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RuleContentView(
            String rule,
            String cell,
            @Schema(format = "date") @Nullable String from,
            @Schema(format = "date") @Nullable String until,
            Map<String, String> conditions,
            String conclusion) {}

    @GET
    @Operation(operationId = "listTables", summary = "The decision tables in force")
    @APIResponse(
            responseCode = "200",
            description = "The tables",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = TableView.class)))
    @APIResponse(responseCode = "304", description = "The answer has not changed")
    public Response tables(@Context HttpHeaders headers) {
        return Conditional.answer(headers, TableView.all(rulesets.inForce())).build();
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readTable", summary = "A decision table in force, with its rules")
    @APIResponse(
            responseCode = "200",
            description = "The table",
            content = @Content(schema = @Schema(implementation = TableContentView.class)))
    @APIResponse(responseCode = "304", description = "The answer has not changed")
    public Response table(@PathParam("id") String id, @Context HttpHeaders headers) {
        TableContentView content = rulesets.inForce().tables().stream()
                .filter(table -> table.id().equals(id))
                .findFirst()
                .map(TablesResource::content)
                .orElseThrow(() -> Problems.notFound(Phrase.of("There is no table {0}.", id)));
        return Conditional.answer(headers, content).build();
    }

    private static TableContentView content(DecisionTable table) {
        return new TableContentView(
                TableView.of(table),
                table.rules().stream().map(TablesResource::view).toList());
    }

    private static RuleContentView view(Rule rule) {
        Map<String, String> conditions = new LinkedHashMap<>();
        for (FieldCondition condition : rule.conditions()) {
            conditions.merge(
                    condition.field().toString(), CellText.of(condition.condition()), (a, b) -> a + " and " + b);
        }
        return new RuleContentView(
                rule.id().rule(),
                rule.address().toString(),
                rule.inForce().from() == null ? null : rule.inForce().from().toString(),
                rule.inForce().until() == null ? null : rule.inForce().until().toString(),
                conditions,
                rule.conclusion().text());
    }
}
