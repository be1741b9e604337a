package kz.sheshim.adapter.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import kz.sheshim.adapter.http.edge.Caller;
import kz.sheshim.log.DecisionLogReader;
import kz.sheshim.log.Entry;
import kz.sheshim.receipt.IssueReceipt;
import kz.sheshim.receipt.Receipt;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Gives the receipts of recorded decisions. */
@Path("/api/v1/decisions/{id}/receipt")
@Tag(name = "Decisions")
public class ReceiptsResource {
    private static final String PDF = PrintReceipt.PDF;

    private static final List<MediaType> TYPES =
            List.of(MediaType.APPLICATION_JSON_TYPE, MediaType.TEXT_HTML_TYPE, MediaType.valueOf(PDF));

    private final DecisionLogReader log;
    private final IssueReceipt receipts;
    private final PrintReceipt print;

    ReceiptsResource(DecisionLogReader log, IssueReceipt receipts, PrintReceipt print) {
        this.log = log;
        this.receipts = receipts;
        this.print = print;
    }

    @GET
    @RolesAllowed({"intake", "auditor"})
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML, PDF})
    @Operation(
            operationId = "readReceipt",
            summary = "The receipt of a decision",
            description =
                    "The receipt is written from the recorded decision with the receipt forms of its revision, so its text never changes. The PDF contains the proof of what it shows as an attached file. Accept-Language and Accept choose its language and media type.")
    @APIResponse(
            responseCode = "200",
            description = "The receipt",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ReceiptView.class)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "404",
            description = "There is no such decision, or the policy has no such receipt for it",
            ref = "Problem")
    @APIResponse(responseCode = "410", description = "The case file was erased", ref = "Problem")
    @APIResponse(
            responseCode = "503",
            description =
                    "Too many PDFs wait already, or the entry is not in the tree yet and the PDF cannot have its proof",
            ref = "Problem")
    public Response receipt(
            @PathParam("id") String id,
            @QueryParam("receipt")
                    @Parameter(description = "The code of the receipt; by default the first receipt of the decision")
                    @Nullable
                    String code,
            @Context HttpHeaders headers,
            @Context SecurityContext security) {
        MediaType type = MediaTypes.choose(headers.getHeaderString(HttpHeaders.ACCEPT), TYPES)
                .orElseThrow(NotAcceptableException::new);
        Entry entry = Caller.of(security).find(log, DecisionIds.read(id)).orElseThrow(() -> DecisionIds.unknown(id));
        Receipt receipt = receipts.issue(entry.decision(), code, AcceptLanguage.of(headers)::among);
        Response.ResponseBuilder answer =
                Response.ok(entity(receipt, entry, type), type).header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        PrintReceipt.head(answer, receipt, type);
        return AcceptLanguage.answer(answer, receipt.language());
    }

    private Object entity(Receipt receipt, Entry entry, MediaType type) {
        if (type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
            return ReceiptView.of(receipt);
        }
        return type.isCompatible(MediaType.TEXT_HTML_TYPE) ? print.html(receipt, entry) : print.pdf(receipt, entry);
    }
}
