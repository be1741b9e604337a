package kz.sheshim.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.sheshim.adapter.http.edge.Caller;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.decision.PersonalTexts;
import kz.sheshim.erasure.CaseFiles;
import kz.sheshim.erasure.CaseSearch;
import kz.sheshim.erasure.EraseCases;
import kz.sheshim.facts.JsonParser;
import kz.sheshim.log.DecisionId;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.log.Erasure;
import kz.sheshim.log.Moments;
import kz.sheshim.log.Order;
import kz.sheshim.log.Publication;
import kz.sheshim.publication.Rulesets;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.vocabulary.Vocabulary;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Erases case files. */
@Path("/api/v1/erasures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Erasures")
public class ErasuresResource {
    private final EraseCases erase;
    private final CaseFiles cases;
    private final Rulesets rulesets;
    private final JsonParser parser;

    ErasuresResource(EraseCases erase, CaseFiles cases, Rulesets rulesets, JsonParser parser) {
        this.erase = erase;
        this.cases = cases;
        this.rulesets = rulesets;
        this.parser = parser;
    }

    /** An order to erase the case file of a decision, or all case files that have a value in a field. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ErasureOrder(
            @Schema(format = "uuid") @Nullable String decision,
            @Schema(description = "In place of a decision: a personal text field of the policy") @Nullable String field,
            @Schema(description = "The value in the field") @Nullable String value,
            @Schema(pattern = LegalBasis.CODE, description = "The code of the legal basis") String basis,
            @Schema(
                            description =
                                    "Why, in a few words that name nobody; it is kept with the erasure, and the log does not say it",
                            maxLength = Publication.MAX_REASON)
                    String reason) {}

    /** A personal text that case files have in a field. */
    record PersonalTextRequest(
            @Schema(description = "A personal text field of the policy") String field,
            @Schema(description = "The value in the field") String value) {}

    /** A case file that has the text. */
    record FoundView(
            long entry,
            @Schema(format = "uuid") String decision,
            @Schema(format = "date-time") String decidedAt,
            @Schema(description = "A legal hold forbids to erase it") boolean held) {
        static FoundView of(CaseSearch.Found found) {
            return new FoundView(
                    found.entry().value(), found.decision().toString(), Moments.text(found.decidedAt()), found.held());
        }
    }

    /** A page of case files, newest first; {@code next} is the {@code after} of the next page. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FoundPage(List<FoundView> decisions, @Nullable Long next) {}

    /** What an order by a value has done. */
    record ErasuresView(
            List<ErasureView> erasures,
            @Schema(description = "Decisions whose case files are held, and so were not erased") List<String> held,
            @Schema(description = "Whether the order must be given again, because there may be further case files")
                    boolean more) {
        static ErasuresView of(EraseCases.Done done) {
            return new ErasuresView(
                    done.erasures().stream().map(ErasureView::of).toList(),
                    done.held().stream().map(DecisionId::toString).toList(),
                    done.more());
        }
    }

    /** An erasure: its entry, and the entry whose case file is gone. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ErasureView(
            long entry,
            @Schema(format = "date-time") String erasedAt,
            @Schema(format = "uuid") String decision,
            long erasedEntry,
            String basis,
            @Schema(description = "Who ordered it; the entry of the log does not say it") String orderedBy,
            @Schema(description = "Why; left out: not said, or the service erased it by a rule or after a restore")
                    @Nullable
                    String reason) {
        static ErasureView of(Erasure erasure) {
            return new ErasureView(
                    erasure.entry().value(),
                    Moments.text(erasure.at()),
                    erasure.decision().toString(),
                    erasure.erased().value(),
                    erasure.order().basis(),
                    erasure.order().officer().name(),
                    erasure.order().reason().isEmpty() ? null : erasure.order().reason());
        }
    }

    /** A page of erasures, newest first; {@code next} is the {@code after} of the next page. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ErasurePage(List<ErasureView> erasures, @Nullable Long next) {}

    @POST
    @RolesAllowed("archivist")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "erase",
            summary = "Erase case files",
            description =
                    "Erases what was kept of an application: the application, its facts, the verdict, who sent it, its idempotency key and hand-overs. The entry of the decision stays, and the erasure becomes an entry itself. Names a decision, or a personal text field and a value: then every case file with this value is erased, at most 100 at once.")
    @RequestBody(content = @Content(schema = @Schema(implementation = ErasureOrder.class)), required = true)
    @APIResponse(
            responseCode = "201",
            description = "The erasure",
            content = @Content(schema = @Schema(implementation = ErasureView.class)))
    @APIResponse(
            responseCode = "200",
            description = "What an order by a value has done",
            content = @Content(schema = @Schema(implementation = ErasuresView.class)))
    @APIResponse(responseCode = "404", description = "There is no such decision", ref = "Problem")
    @APIResponse(responseCode = "409", description = "A legal hold forbids it", ref = "Problem")
    @APIResponse(responseCode = "410", description = "It was erased already", ref = "Problem")
    @APIResponse(responseCode = "503", description = "Not every case file can be found yet", ref = "Problem")
    public Response erase(byte[] body, @Context SecurityContext security) {
        Map<?, ?> members = Members.ofOne(
                body,
                List.of(
                        new Members.Form(List.of("decision", "basis", "reason"), List.of()),
                        new Members.Form(List.of("field", "value", "basis", "reason"), List.of())),
                parser);
        Order order = new Order(
                LegalBasis.of(members),
                DraftInputs.said("reason", members.get("reason")),
                Caller.of(security).submitter());
        if (members.containsKey("field")) {
            return Response.ok(ErasuresView.of(erase.eraseAll(field(members), value(members), order)))
                    .build();
        }
        String id = String.valueOf(members.get("decision"));
        return erase.erase(DecisionIds.read(id), order)
                .map(erasure -> Response.status(Response.Status.CREATED)
                        .entity(ErasureView.of(erasure))
                        .build())
                .orElseThrow(() -> DecisionIds.unknown(id));
    }

    @POST
    @Path("/search")
    @RolesAllowed("archivist")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "searchCaseFiles",
            summary = "Find the case files with a personal text",
            description =
                    "Newest first. The text is in the body, so that no log of a proxy has it, and it is not kept.")
    @RequestBody(content = @Content(schema = @Schema(implementation = PersonalTextRequest.class)), required = true)
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = FoundPage.class)))
    @APIResponse(responseCode = "503", description = "Not every case file can be found yet", ref = "Problem")
    public FoundPage search(byte[] body, @BeanParam PageRequest paging) {
        Map<?, ?> text = Members.of(body, List.of("field", "value"), parser);
        List<FoundView> page =
                erase.find(field(text), value(text), paging.before(EntryNumber::new), paging.size()).stream()
                        .map(FoundView::of)
                        .toList();
        return new FoundPage(page, paging.next(page, FoundView::entry));
    }

    /** A field by whose values case files can be found. */
    private FieldPath field(Map<?, ?> members) {
        Vocabulary vocabulary = rulesets.inForce().vocabulary();
        return Optional.ofNullable(members.get("field"))
                .flatMap(name -> FieldPath.parse(name.toString()))
                .filter(path -> vocabulary
                        .field(path)
                        .filter(PersonalTexts::isSearchable)
                        .isPresent())
                .orElseThrow(() -> Problems.badParameter(
                        "field",
                        Phrase.of(
                                "{0} must be a personal text field of the policy: {1}.",
                                "field",
                                vocabulary.fields().stream()
                                        .filter(PersonalTexts::isSearchable)
                                        .map(field -> field.path().toString())
                                        .collect(Collectors.joining(", ")))));
    }

    private static String value(Map<?, ?> members) {
        if (members.get("value") instanceof String text && !text.isBlank()) {
            return text;
        }
        throw Problems.badParameter("value", Phrase.of("{0} must be a text that is not blank.", "value"));
    }

    @GET
    @RolesAllowed({"archivist", "auditor"})
    @Operation(operationId = "listErasures", summary = "List erasures", description = "Newest first.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = ErasurePage.class)))
    public ErasurePage list(@BeanParam PageRequest paging) {
        List<ErasureView> page = cases.erasures(paging.before(EntryNumber::new), paging.size()).stream()
                .map(ErasureView::of)
                .toList();
        return new ErasurePage(page, paging.next(page, ErasureView::entry));
    }
}
