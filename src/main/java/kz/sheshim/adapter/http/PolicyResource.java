package kz.sheshim.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import kz.sheshim.casework.Rulesets;
import kz.sheshim.facts.Field;
import kz.sheshim.facts.IfAbsent;
import kz.sheshim.facts.Language;
import kz.sheshim.facts.Vocabulary;
import kz.sheshim.ruleset.Revision;
import kz.sheshim.ruleset.RevisionStore;
import kz.sheshim.ruleset.Ruleset;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.FieldCondition;
import kz.sheshim.table.Rule;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What is in force: the vocabulary, the schema of applications, the tables, the revisions. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
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
            @Nullable String from,
            @Nullable String until,
            Map<String, String> conditions,
            String conclusion) {}

    record RevisionView(String revision, boolean inForce, String since) {}

    record RevisionContentView(String revision, boolean inForce, List<TableView> tables) {}

    @GET
    @Path("/vocabulary")
    @Operation(summary = "The fields and codes of applications, with labels in the asked language")
    public VocabularyView vocabulary(@Context HttpHeaders headers) {
        Ruleset ruleset = rulesets.inForce();
        Vocabulary vocabulary = ruleset.vocabulary();
        Language language = Languages.of(headers);
        Map<String, Map<String, String>> codes = new LinkedHashMap<>();
        vocabulary.codeLists().forEach(list -> {
            Map<String, String> labels = new LinkedHashMap<>();
            list.codes().forEach((code, label) -> labels.put(code, label.in(language)));
            codes.put(list.name(), labels);
        });
        List<FieldView> fields = vocabulary.saidEntities().stream()
                .flatMap(entity -> vocabulary.fields(entity).stream())
                .map(field -> new FieldView(
                        field.path().toString(),
                        field.label().in(language),
                        field.type().name(),
                        ifAbsent(field),
                        field.derived(),
                        field.personal()))
                .toList();
        return new VocabularyView(ruleset.policy().id(), ruleset.revision().toString(), fields, codes);
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
    @Operation(summary = "A JSON Schema (2020-12) of the application, made from the vocabulary")
    public Map<String, Object> applicationSchema(@Context HttpHeaders headers) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.putAll(ApplicationContract.schema(rulesets.inForce().vocabulary(), Languages.of(headers)));
        return schema;
    }

    @GET
    @Path("/tables")
    @Operation(summary = "The decision tables in force")
    public List<TableView> tables() {
        return tables(rulesets.inForce());
    }

    @GET
    @Path("/tables/{id}")
    @Operation(summary = "A decision table in force, with its rules")
    public TableContentView table(@PathParam("id") String id) {
        return rulesets.inForce().tables().stream()
                .filter(table -> table.id().equals(id))
                .findFirst()
                .map(PolicyResource::content)
                .orElseThrow(() -> Problems.notFound("there is no table " + id));
    }

    @GET
    @Path("/revisions")
    @Operation(summary = "The revisions that decided something, newest first")
    public List<RevisionView> revisions() {
        Revision inForce = rulesets.inForce().revision();
        return revisions.list().stream()
                .map(kept -> new RevisionView(
                        kept.revision().toString(), kept.revision().equals(inForce), DecisionView.text(kept.since())))
                .toList();
    }

    @GET
    @Path("/revisions/{revision}")
    @Operation(summary = "The tables of a revision")
    public RevisionContentView revision(@PathParam("revision") String revision) {
        if (!Revision.isRevision(revision)) {
            throw Problems.notFound("there is no revision " + revision);
        }
        Ruleset ruleset = rulesets.of(new Revision(revision));
        boolean inForce = rulesets.inForce().revision().equals(ruleset.revision());
        return new RevisionContentView(revision, inForce, tables(ruleset));
    }

    @GET
    @Path("/revisions/{revision}/files")
    @Produces("application/zip")
    @Operation(
            summary = "The workbooks and rule files of a revision, as a zip archive: unpacked it is a policy's folder")
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
            conditions.merge(condition.field().toString(), condition.condition().toString(), (a, b) -> a + " and " + b);
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
