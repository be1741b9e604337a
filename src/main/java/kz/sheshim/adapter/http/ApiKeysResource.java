package kz.sheshim.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import kz.sheshim.access.ApiKey;
import kz.sheshim.access.ApiKeys;
import kz.sheshim.access.KeyId;
import kz.sheshim.access.Role;
import kz.sheshim.adapter.http.problem.Problems;
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

/** Makes, lists and revokes API keys, which machines use. */
@Path("/api/v1/api-keys")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("operator")
@Tag(name = "API keys")
public class ApiKeysResource {
    private final ApiKeys keys;
    private final JsonParser parser;
    private final Clock clock;

    ApiKeysResource(ApiKeys keys, JsonParser parser, Clock clock) {
        this.keys = keys;
        this.parser = parser;
        this.clock = clock;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record KeyView(
            String id,
            String owner,
            List<String> roles,
            String created,
            String expires,
            @Nullable String revoked,
            @Schema(
                            format = "date-time",
                            description = "To the minute; left out: never, or not since the service notes it")
                    @Nullable
                    String lastUsed) {
        static KeyView of(ApiKey key, @Nullable Instant lastUsed) {
            return new KeyView(
                    key.id().toString(),
                    key.submitter().name(),
                    key.roles().stream().map(Role::code).toList(),
                    Moments.text(key.created()),
                    Moments.text(key.expires()),
                    key.revoked() == null ? null : Moments.text(key.revoked()),
                    lastUsed == null ? null : Moments.text(lastUsed));
        }
    }

    record NewKeyView(String key, String id, String owner, List<String> roles, String expires) {}

    record KeysView(List<KeyView> keys) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "makeApiKey",
            summary = "Make a key",
            description = "The key is shown in this answer only. The service stores its hash.")
    @RequestBody(content = @Content(schema = @Schema(implementation = KeyRequest.class)), required = true)
    @APIResponse(
            responseCode = "201",
            description = "The key",
            content = @Content(schema = @Schema(implementation = NewKeyView.class)))
    @APIResponse(responseCode = "400", description = "The body cannot be read", ref = "Problem")
    public Response make(byte[] request) {
        Instant now = clock.instant();
        KeyRequest asked = KeyRequest.of(Members.of(request, KeyRequest.REQUIRED, KeyRequest.OPTIONAL, parser), now);
        ApiKeys.NewKey made = keys.create(asked.owner(), asked.roles(), asked.expires());
        KeyView view = KeyView.of(made.key(), null);
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(new NewKeyView(made.text().reveal(), view.id(), view.owner(), view.roles(), view.expires()))
                .build();
    }

    @GET
    @Operation(operationId = "listApiKeys", summary = "List all keys, newest first. The list holds no key itself.")
    public KeysView list() {
        Map<KeyId, Instant> lastUses = keys.lastUses();
        return new KeysView(keys.list().stream()
                .map(key -> KeyView.of(key, lastUses.get(key.id())))
                .toList());
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "revokeApiKey",
            summary = "Revoke a key",
            description = "A revoked key cannot be used again. It stays in the list.")
    @APIResponse(responseCode = "204", description = "The key is revoked")
    @APIResponse(responseCode = "404", description = "There is no such key", ref = "Problem")
    public Response revoke(@PathParam("id") String id) {
        if (KeyId.of(id).map(keys::revoke).orElse(false)) {
            return Response.noContent().build();
        }
        throw Problems.notFound(Phrase.of("There is no key {0}.", id));
    }
}
