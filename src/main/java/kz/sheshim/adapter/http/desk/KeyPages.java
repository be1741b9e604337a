package kz.sheshim.adapter.http.desk;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import kz.sheshim.access.ApiKey;
import kz.sheshim.access.ApiKeys;
import kz.sheshim.access.KeyId;
import kz.sheshim.access.Role;
import kz.sheshim.adapter.http.KeyRequest;
import kz.sheshim.adapter.http.desk.Phrases.Said;
import kz.sheshim.adapter.http.edge.Quotas;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.vocabulary.DateText;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/** Makes, lists and revokes API keys, and shows what submitters use of their quotas. */
@Path("/desk/operations/keys")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("operator")
public class KeyPages {
    private final Desk desk;
    private final ApiKeys keys;
    private final Quotas quotas;
    private final Clock clock;

    KeyPages(Desk desk, ApiKeys keys, Quotas quotas, Clock clock) {
        this.desk = desk;
        this.keys = keys;
        this.quotas = quotas;
        this.clock = clock;
    }

    /**
     * A key in the list.
     *
     * @param state {@code valid}, {@code expired} or {@code revoked}
     * @param lastUsed null: never, or not since the service notes it
     */
    public record Line(ApiKey key, List<String> roles, String state, @Nullable Instant lastUsed) {}

    /** A role that a key can have. */
    public record Choice(String code, String name, boolean chosen) {}

    /** The form for a key. @param refused why no key was made; null: nothing was asked yet */
    public record Asked(String owner, List<Choice> roles, String until, @Nullable Said refused) {}

    @CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance keys(
                Asked asked, List<Line> lines, Quotas quotas, boolean searched, @Nullable Line found);

        static native TemplateInstance keyMade(String text, Line line);

        static native TemplateInstance keyRevoke(Line line, boolean own);
    }

    @GET
    public TemplateInstance list() {
        return page("", List.of(), "", null);
    }

    private TemplateInstance page(String owner, List<String> roles, String until, @Nullable Said refused) {
        return page(owner, roles, until, refused, false, null);
    }

    private TemplateInstance page(
            String owner,
            List<String> roles,
            String until,
            @Nullable Said refused,
            boolean searched,
            @Nullable Line found) {
        List<Choice> choices = Stream.of(Role.values())
                .map(role -> new Choice(role.code(), desk.role(role), roles.contains(role.code())))
                .toList();
        return desk.page(Templates.keys(new Asked(owner, choices, until, refused), lines(), quotas, searched, found));
    }

    private List<Line> lines() {
        Map<KeyId, Instant> lastUses = keys.lastUses();
        return keys.list().stream()
                .map(key -> line(key, lastUses.get(key.id())))
                .toList();
    }

    /** Names the key with a text that leaked. */
    @POST
    @Path("/owner")
    public TemplateInstance owner(@FormParam("key") @Nullable String text) {
        Line found = keys.find(Objects.requireNonNullElse(text, "").strip())
                .map(key -> line(key, null))
                .orElse(null);
        return page("", List.of(), "", null, true, found);
    }

    private Line line(ApiKey key, @Nullable Instant lastUsed) {
        return new Line(
                key,
                key.roles().stream().map(desk::role).toList(),
                key.isValidAt(clock.instant()) ? "valid" : key.revoked() == null ? "expired" : "revoked",
                lastUsed);
    }

    /** Makes a key; the next page shows it, this one time. */
    @POST
    public Response make(
            @FormParam("owner") @Nullable String owner,
            @FormParam("role") List<String> roles,
            @FormParam("until") @Nullable String until,
            RoutingContext context) {
        Map<String, Object> members = new HashMap<>();
        members.put("owner", Objects.requireNonNullElse(owner, "").strip());
        members.put("roles", roles);
        if (until != null && !until.isBlank()) {
            members.put("expires", endOf(until));
        }
        try {
            KeyRequest asked = KeyRequest.of(members, clock.instant());
            ApiKeys.NewKey made = keys.create(asked.owner(), asked.roles(), asked.expires());
            return Shown.page("/desk/operations/keys/made/" + made.key().id())
                    .cookie(SessionCookie.ofMade(made.text().reveal(), context))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        } catch (HttpProblem refused) {
            return Response.status(refused.getStatusCode())
                    .entity(page(
                            Objects.requireNonNullElse(owner, ""),
                            roles,
                            Objects.requireNonNullElse(until, ""),
                            desk.say(refused)))
                    .build();
        }
    }

    /** Shows the text of the key that was just made. Loaded again, the page has none. */
    @GET
    @Path("/made/{id}")
    public Response made(@PathParam("id") String id, RoutingContext context) {
        Cookie text = context.request().getCookie(SessionCookie.MADE);
        return Response.ok(desk.page(Templates.keyMade(text == null ? "" : text.getValue(), line(key(id), null))))
                .cookie(SessionCookie.endOfMade(context))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** The end of a day in the time zone of the law; a text that is not a day stays as it is, and is refused. */
    private String endOf(String day) {
        return DateText.date(day)
                .map(date -> date.plusDays(1).atStartOfDay(desk.zone()).toInstant())
                .map(Instant::toString)
                .orElse(day);
    }

    /** Asks whether the key is to be revoked. */
    @GET
    @Path("/{id}/revoke")
    public TemplateInstance confirm(@PathParam("id") String id) {
        ApiKey key = key(id);
        return desk.page(Templates.keyRevoke(
                line(key, keys.lastUses().get(key.id())),
                key.id().equals(desk.person().key())));
    }

    private ApiKey key(String id) {
        return keys.list().stream()
                .filter(each -> each.id().toString().equals(id))
                .findFirst()
                .orElseThrow(() -> unknown(id));
    }

    @POST
    @Path("/{id}/revoke")
    public Response revoke(@PathParam("id") String id) {
        if (KeyId.of(id).map(keys::revoke).orElse(false)) {
            return Shown.page("/desk/operations/keys").build();
        }
        throw unknown(id);
    }

    private static RuntimeException unknown(String id) {
        return Problems.notFound(Phrase.of("There is no key {0}.", id));
    }
}
