package kz.sheshim.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.sheshim.adapter.http.edge.Caller;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.bulk.BackgroundRun;
import kz.sheshim.bulk.BackgroundRun.State;
import kz.sheshim.bulk.BulkReplays.Signed;
import kz.sheshim.bulk.RecordedApplications.Selection;
import kz.sheshim.facts.JsonParser;
import kz.sheshim.log.Moments;
import kz.sheshim.vocabulary.Phrase;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Replays many recorded decisions. */
@Path("/api/v1/replays")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("auditor")
@Tag(name = "Decisions")
public class BulkReplaysResource {
    private final BackgroundRun<Selection, Signed> replays;
    private final KnownCodes codes;
    private final JsonParser parser;

    BulkReplaysResource(BackgroundRun<Selection, Signed> replays, KnownCodes codes, JsonParser parser) {
        this.replays = replays;
        this.codes = codes;
        this.parser = parser;
    }

    /** Which decisions; without members all of them. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SelectionView(
            @Schema(format = "date", description = "First day of filing") @Nullable String from,
            @Schema(format = "date", description = "Last day of filing") @Nullable String to,
            @Nullable String outcome,
            @Nullable String ground,
            @Nullable String submitter,
            @Schema(description = "Number of the newest decisions; the others are left out. A request may say all")
                    @Nullable
                    Integer newest) {
        static SelectionView of(Selection selection) {
            return new SelectionView(
                    selection.from() == null ? null : selection.from().toString(),
                    selection.to() == null ? null : selection.to().toString(),
                    selection.outcome(),
                    selection.ground(),
                    selection.submitter(),
                    selection.newest());
        }
    }

    /** A replay of many decisions: how far it is, and what it found. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BulkReplayView(
            @Schema(format = "uuid") String id,
            @Schema(enumeration = {"running", "ended", "cancelled", "failed"}) String state,
            @Schema(format = "date-time") String begunAt,
            @Schema(description = "Who asked for it") String askedBy,
            SelectionView selection,
            long replayed,
            @Schema(description = "Number of those whose verdict is another now") @Nullable Long different,
            @Schema(description = "Number of further decisions whose case file was erased") @Nullable Long erased,
            @Schema(description = "Number of further decisions whose case file is gone without an erasure") @Nullable
                    Long missing,
            @Schema(description = "The first 1,000 that are different or missing") @Nullable
                    List<MismatchView> mismatches,
            @Schema(description = "What was replayed and found, as a note that the log has signed") @Nullable
                    String note,
            @Nullable String failure) {
        static BulkReplayView of(State<Selection, Signed> state) {
            Signed signed = state.result();
            BulkReplayView line = inList(state);
            return signed == null
                    ? line
                    : new BulkReplayView(
                            line.id,
                            line.state,
                            line.begunAt,
                            line.askedBy,
                            line.selection,
                            line.replayed,
                            line.different,
                            line.erased,
                            line.missing,
                            signed.report().mismatches().stream()
                                    .map(each -> new MismatchView(
                                            each.entry(),
                                            each.decision().toString(),
                                            each.why().toString()))
                                    .toList(),
                            signed.note(),
                            null);
        }

        /** Without the mismatches and the note. */
        static BulkReplayView inList(State<Selection, Signed> state) {
            Signed signed = state.result();
            return new BulkReplayView(
                    state.id().toString(),
                    state.code(),
                    Moments.text(state.begun()),
                    state.by().name(),
                    SelectionView.of(state.asked()),
                    signed == null ? state.done() : signed.report().replayed(),
                    signed == null ? null : signed.report().different(),
                    signed == null ? null : signed.report().erased(),
                    signed == null ? null : signed.report().missing(),
                    null,
                    null,
                    state.failure());
        }
    }

    /** A page of the replays that are kept, newest first; {@code next} is the {@code after} of the next page. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BulkReplayPage(List<BulkReplayView> replays, @Schema(format = "uuid") @Nullable String next) {}

    /** A decision whose verdict is another now, or whose case file is missing. */
    record MismatchView(long entry, @Schema(format = "uuid") String decision, String why) {}

    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(
            operationId = "replayMany",
            summary = "Replay many decisions",
            description = "Decides recorded applications again, each by the revision that decided it, and compares the"
                    + " verdicts byte for byte, in the background. One such replay runs at a time over all"
                    + " services on the database; while one of the same selection runs, the answer is that one."
                    + " When the service that works on it dies, another goes on with it.")
    @RequestBody(content = @Content(schema = @Schema(implementation = SelectionView.class)))
    @APIResponse(
            responseCode = "202",
            description = "It runs; Location says where its result will be",
            content = @Content(schema = @Schema(implementation = BulkReplayView.class)))
    @APIResponse(
            responseCode = "400",
            description = "A condition cannot be read, or names a code that nobody knows",
            ref = "Problem")
    @APIResponse(
            responseCode = "409",
            description = "A replay of another selection is in progress, or this one is being cancelled",
            ref = "Problem")
    public Response begin(byte[] body, @Context SecurityContext security) {
        Map<?, ?> request = Members.of(body, List.of(), Selections.MEMBERS, parser);
        Selection selection = Selections.of(request, Selections.newestOrAll(request, null));
        codes.require(selection);
        State<Selection, Signed> begun =
                replays.begin(selection, Caller.of(security).submitter());
        return Response.accepted(BulkReplayView.of(begun))
                .header(HttpHeaders.LOCATION, "/api/v1/replays/" + begun.id())
                .build();
    }

    @GET
    @Operation(
            operationId = "listReplays",
            summary = "Replays of many decisions",
            description = "Newest first, without the mismatches and the notes. The newest 100 are kept.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = BulkReplayPage.class)))
    public BulkReplayPage list(@BeanParam PageAfterId paging) {
        List<BulkReplayView> page = replays.list(paging.after(id -> find(id).id()), paging.size()).stream()
                .map(BulkReplayView::inList)
                .toList();
        return new BulkReplayPage(page, paging.next(page, BulkReplayView::id));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readReplays", summary = "How far a replay of many decisions is, and what it found")
    @APIResponse(
            responseCode = "200",
            description = "The replay",
            content = @Content(schema = @Schema(implementation = BulkReplayView.class)))
    @APIResponse(responseCode = "404", description = "It is not one of the newest 100", ref = "Problem")
    public BulkReplayView read(@PathParam("id") String id) {
        return BulkReplayView.of(find(id));
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "cancelReplays",
            summary = "Cancel a replay of many decisions",
            description = "It ends soon, without a note. One that has ended stays as it is.")
    @APIResponse(responseCode = "204", description = "It ends, or has ended")
    @APIResponse(responseCode = "404", description = "It is not one of the newest 100", ref = "Problem")
    public void cancel(@PathParam("id") String id) {
        replays.cancel(find(id).id());
    }

    private State<Selection, Signed> find(String id) {
        try {
            return replays.find(UUID.fromString(id)).orElseThrow(() -> unknown(id));
        } catch (IllegalArgumentException notAnId) {
            throw unknown(id);
        }
    }

    private static RuntimeException unknown(String id) {
        return Problems.notFound(Phrase.of("There is no replay {0}.", id));
    }
}
