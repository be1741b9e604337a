package kz.sheshim.adapter.http;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.log.PublishedLog;
import kz.sheshim.log.tree.EntryBundle;
import kz.sheshim.log.tree.Hash;
import kz.sheshim.log.tree.NotValid;
import kz.sheshim.log.tree.Tile;
import kz.sheshim.vocabulary.Phrase;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The log as anybody may read it: C2SP tlog-tiles. It contains no personal data. */
@Path("/log/v1")
@PermitAll
@Tag(name = "Log")
public class LogResource {
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final PublishedLog log;

    LogResource(PublishedLog log) {
        this.log = log;
    }

    @GET
    @Path("/key")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(
            operationId = "readLogKey",
            summary = "The name and public key of the log",
            description = "A verifier key (vkey) of C2SP signed-note. Compare it with one that you got in another way.")
    @APIResponse(
            responseCode = "200",
            description = "The key",
            content = @Content(schema = @Schema(type = SchemaType.STRING)))
    public String key() {
        return log.key() + "\n";
    }

    @GET
    @Path("/checkpoint")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(operationId = "readCheckpoint", summary = "The newest checkpoint, with its cosignatures")
    @APIResponse(
            responseCode = "200",
            description = "A signed note (C2SP tlog-checkpoint)",
            content = @Content(schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "404", description = "Nothing has been signed yet", ref = "Problem")
    public Response checkpoint() {
        byte[] note = log.checkpoint()
                .orElseThrow(() -> Problems.notFound(Phrase.of("Nothing has been signed yet.")))
                .bytes();
        return Response.ok(note)
                .type("text/plain;charset=utf-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    @GET
    @Path("/tile/{tile: .+}")
    @Produces({MediaType.APPLICATION_OCTET_STREAM, MediaType.WILDCARD})
    @Operation(
            operationId = "readTile",
            summary = "Hashes of the tree, or the entries under them",
            description =
                    "The paths of C2SP tlog-tiles: {level}/{index}, entries/{index}, for the last one with .p/{width}.")
    @APIResponse(
            responseCode = "200",
            description = "The tile",
            content = @Content(schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "404", description = "The tree has no such tile", ref = "Problem")
    public Response tile(@PathParam("tile") @Parameter(schema = @Schema(type = SchemaType.STRING)) String path) {
        try {
            boolean entries = path.startsWith("entries/");
            byte[] bytes =
                    entries ? log.entries(EntryBundle.parse("tile/" + path)) : log.tile(Tile.parse("tile/" + path));
            return Response.ok(bytes)
                    .type(MediaType.APPLICATION_OCTET_STREAM)
                    .header(HttpHeaders.CACHE_CONTROL, FOR_EVER)
                    .build();
        } catch (NotValid missing) {
            throw Problems.notFound(Phrase.of("The log has no such tile."));
        }
    }

    @GET
    @Path("/consistency")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(
            operationId = "readConsistency",
            summary = "Proof that one tree continues another",
            description = "The hashes of RFC 6962, section 2.1.2, in Base64, each on a line.")
    @APIResponse(
            responseCode = "200",
            description = "The proof",
            content = @Content(schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "400", description = "A parameter is wrong", ref = "Problem")
    public String consistency(
            @QueryParam("from")
                    @Parameter(
                            description = "Size of the earlier tree",
                            schema = @Schema(type = SchemaType.INTEGER, format = "int64"))
                    @Nullable
                    String from,
            @QueryParam("to")
                    @Parameter(
                            description = "Size of the later tree",
                            schema = @Schema(type = SchemaType.INTEGER, format = "int64"))
                    @Nullable
                    String to) {
        long earlier = Parameters.number("from", from == null ? "" : from, Long.MAX_VALUE);
        long later = Parameters.number("to", to == null ? "" : to, Long.MAX_VALUE);
        try {
            StringBuilder lines = new StringBuilder();
            for (Hash hash : log.consistency(earlier, later)) {
                lines.append(hash.base64()).append('\n');
            }
            return lines.toString();
        } catch (NotValid wrong) {
            throw Problems.badParameter(
                    "to", Phrase.of("{0} must be a size that the log has reached, and from not larger than to.", "to"));
        }
    }
}
