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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kz.sheshim.adapter.http.contract.ApplicationSchema;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.policy.Revision;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.publication.RevisionStore;
import kz.sheshim.publication.Rulesets;
import kz.sheshim.table.CellText;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.FieldCondition;
import kz.sheshim.table.Rule;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.IfAbsent;
import kz.sheshim.vocabulary.Language;
import kz.sheshim.vocabulary.Vocabulary;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What is in force: the vocabulary, the schema of applications, the tables, the revisions. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"intake", "analyst", "approver", "auditor", "operator"})
@Tag(name = "Policy")
public class PolicyResource {
    private final Rulesets rulesets;
    private final RevisionStore revisions;

    PolicyResource(Rulesets rulesets, RevisionStore revisions) {
        this.rulesets = rulesets;
        this.revisions = revisions;
    }

    record VocabularyView(
            String policy, String revision, List<FieldView> fields, Map<String, Map<String, String>> codes) {}

    record FieldView(String field, String label, String type, String ifAbsent, boolean derived, boolean personal) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TableView(
            String id,
            String title,
            String place,
            String hitPolicy,
            @Nullable String forEach,
            String gives,
            @Nullable Integer stage,
            int rules) {}

    record TableContentView(TableView table, List<RuleContentView> rules) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RuleContentView(
            String rule,
            String cell,
            @Schema(format = "date") @Nullable String from,
            @Schema(format = "date") @Nullable String until,
            Map<String, String> conditions,
            String conclusion) {}

    record RevisionView(String revision, boolean inForce, @Schema(format = "date-time") String since) {}

    record RevisionContentView(String revision, boolean inForce, List<TableView> tables) {}

    @GET
    @Path("/vocabulary")
    @Operation(
            operationId = "readVocabulary",
            summary = "The fields and codes of applications, with labels in the asked language")
    @APIResponse(
            responseCode = "200",
            description = "The vocabulary in force",
            content = @Content(schema = @Schema(implementation = VocabularyView.class)))
    @APIResponse(responseCode = "304", description = "As you have it")
    public Response vocabulary(@Context HttpHeaders headers) {
        Ruleset ruleset = rulesets.inForce();
        Vocabulary vocabulary = ruleset.vocabulary();
        Language language = Languages.of(headers);
        Map<String, Map<String, String>> codes = new LinkedHashMap<>();
        vocabulary.codeLists().forEach(list -> {
            Map<String, String> labels = new LinkedHashMap<>();
            list.codes().forEach((code, label) -> labels.put(code, label.in(language)));
            codes.put(list.name(), labels);
        });
        List<FieldView> fields = vocabulary.submittedEntities().stream()
                .flatMap(entity -> vocabulary.fields(entity).stream())
                .map(field -> new FieldView(
                        field.path().toString(),
                        field.label().in(language),
                        field.type().name(),
                        ifAbsent(field),
                        field.derived(),
                        field.personal()))
                .toList();
        return Languages.answer(
                Conditional.answer(
                        headers,
                        new VocabularyView(
                                ruleset.policy().id(), ruleset.revision().toString(), fields, codes)),
                language);
    }

    private static String ifAbsent(Field field) {
        IfAbsent ifAbsent = field.ifAbsent();
        if (ifAbsent instanceof IfAbsent.Means means) {
            return String.valueOf(means.value());
        }
        if (ifAbsent instanceof IfAbsent.Refuse) {
            return "refuse";
        }
        return ifAbsent instanceof IfAbsent.None ? "none" : "unknown";
    }

    @GET
    @Path("/application-schema")
    @Produces("application/schema+json")
    @Operation(
            operationId = "readApplicationSchema",
            summary = "A JSON Schema (2020-12) of the application, made from the vocabulary")
    @APIResponse(
            responseCode = "200",
            description = "The schema",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "304", description = "As you have it")
    public Response applicationSchema(@Context HttpHeaders headers) {
        Language language = Languages.of(headers);
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.putAll(ApplicationSchema.schema(rulesets.inForce().vocabulary(), language));
        return Languages.answer(Conditional.answer(headers, schema), language);
    }

    @GET
    @Path("/tables")
    @Operation(operationId = "listTables", summary = "The decision tables in force")
    @APIResponse(
            responseCode = "200",
            description = "The tables",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = TableView.class)))
    @APIResponse(responseCode = "304", description = "As you have it")
    public Response tables(@Context HttpHeaders headers) {
        return Conditional.answer(headers, tables(rulesets.inForce())).build();
    }

    @GET
    @Path("/tables/{id}")
    @Operation(operationId = "readTable", summary = "A decision table in force, with its rules")
    @APIResponse(
            responseCode = "200",
            description = "The table",
            content = @Content(schema = @Schema(implementation = TableContentView.class)))
    @APIResponse(responseCode = "304", description = "As you have it")
    public Response table(@PathParam("id") String id, @Context HttpHeaders headers) {
        TableContentView content = rulesets.inForce().tables().stream()
                .filter(table -> table.id().equals(id))
                .findFirst()
                .map(PolicyResource::content)
                .orElseThrow(() -> Problems.notFound("there is no table " + id));
        return Conditional.answer(headers, content).build();
    }

    @GET
    @Path("/revisions")
    @Operation(operationId = "listRevisions", summary = "The revisions that decided something, newest first")
    @APIResponse(
            responseCode = "200",
            description = "The revisions",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = RevisionView.class)))
    @APIResponse(responseCode = "304", description = "As you have it")
    public Response revisions(@Context HttpHeaders headers) {
        Revision inForce = rulesets.inForce().revision();
        List<RevisionView> all = revisions.list().stream()
                .map(kept -> new RevisionView(
                        kept.revision().toString(), kept.revision().equals(inForce), DecisionView.text(kept.since())))
                .toList();
        return Conditional.answer(headers, all).build();
    }

    @GET
    @Path("/revisions/{revision}")
    @Operation(operationId = "readRevision", summary = "The tables of a revision")
    @APIResponse(
            responseCode = "200",
            description = "The tables",
            content = @Content(schema = @Schema(implementation = RevisionContentView.class)))
    @APIResponse(responseCode = "304", description = "As you have it")
    public Response revision(@PathParam("revision") String revision, @Context HttpHeaders headers) {
        if (!Revision.isRevision(revision)) {
            throw Problems.notFound("there is no revision " + revision);
        }
        Ruleset ruleset = rulesets.of(new Revision(revision));
        boolean inForce = rulesets.inForce().revision().equals(ruleset.revision());
        return Conditional.answer(headers, new RevisionContentView(revision, inForce, tables(ruleset)))
                .build();
    }

    @GET
    @Path("/revisions/{revision}/files")
    @Produces("application/zip")
    @Operation(
            operationId = "readRevisionFiles",
            summary = "The workbooks and rule files of a revision, as a zip archive: unpacked it is a policy's folder")
    @APIResponse(
            responseCode = "200",
            description = "The archive",
            content = @Content(schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response files(@PathParam("revision") String revision) {
        return Optional.of(revision)
                .filter(Revision::isRevision)
                .flatMap(text -> revisions.files(new Revision(text)))
                .map(files -> Response.ok(RevisionArchive.of(files))
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"policy.zip\"")
                        .build())
                .orElseThrow(() -> Problems.notFound("no decision was made by the revision " + revision));
    }

    private static List<TableView> tables(Ruleset ruleset) {
        return ruleset.tables().stream().map(PolicyResource::view).toList();
    }

    private static TableView view(DecisionTable table) {
        return new TableView(
                table.id(),
                table.title(),
                table.address().toString(),
                table.hitPolicy().name(),
                table.forEach(),
                table.gives().name().toLowerCase(Locale.ROOT),
                table.stage(),
                table.rules().size());
    }

    private static TableContentView content(DecisionTable table) {
        return new TableContentView(
                view(table), table.rules().stream().map(PolicyResource::view).toList());
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
