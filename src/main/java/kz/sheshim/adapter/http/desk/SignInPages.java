package kz.sheshim.adapter.http.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import kz.sheshim.access.Sessions;
import kz.sheshim.adapter.http.edge.DeskPages;
import kz.sheshim.adapter.http.edge.DeskProvider;
import kz.sheshim.vocabulary.Language;
import org.jspecify.annotations.Nullable;

/** Signs people in and out, and keeps the language that they choose. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@PermitAll
public class SignInPages {
    private final Desk desk;
    private final Sessions sessions;

    private final DeskProvider provider;

    SignInPages(Desk desk, Sessions sessions, DeskProvider provider) {
        this.desk = desk;
        this.sessions = sessions;
        this.provider = provider;
    }

    @CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance signIn(String next, String refused, String provider);
    }

    @GET
    @Path("/sign-in")
    public Response form(
            @QueryParam("next") @Nullable String next,
            @QueryParam("once") @Nullable String once,
            @QueryParam("provider") @Nullable String refusedBy,
            RoutingContext context) {
        if (once != null) {
            Optional<String> session = sessions.beginOnce(once);
            if (session.isPresent()) {
                return signedIn(session.get(), DeskPages.PATH, context);
            }
        }
        Texts texts = desk.texts();
        return Response.ok(page(
                        next,
                        once != null
                                ? texts.linkRefused()
                                : refusedBy == null
                                        ? ""
                                        : refusedBy.equals("no-roles") ? texts.noRoles() : texts.providerRefused()))
                .build();
    }

    private TemplateInstance page(@Nullable String next, String refused) {
        String address = DeskPages.PROVIDER + "?next=" + URLEncoder.encode(own(next), StandardCharsets.UTF_8);
        return desk.page(Templates.signIn(own(next), refused, provider.isOn() ? address : ""));
    }

    @POST
    @Path("/sign-in")
    public Response signIn(
            @FormParam("key") @Nullable String key, @FormParam("next") @Nullable String next, RoutingContext context) {
        return sessions.begin(key == null ? "" : key)
                .map(session -> signedIn(session, own(next), context))
                .orElseGet(() -> Response.status(Response.Status.FORBIDDEN)
                        .entity(page(next, desk.texts().keyRefused()))
                        .build());
    }

    private static Response signedIn(String session, String next, RoutingContext context) {
        return Shown.page(next).cookie(SessionCookie.of(session, context)).build();
    }

    @POST
    @Path("/sign-out")
    public Response signOut(RoutingContext context) {
        Cookie cookie = context.request().getCookie(SessionCookie.NAME);
        if (cookie != null) {
            sessions.end(cookie.getValue());
        }
        return (desk.isFromProvider() ? signOutAtProvider(context) : Shown.page(DeskPages.SIGN_IN))
                .cookie(SessionCookie.end(context), SessionCookie.endOfProvider(context))
                .build();
    }

    /** A page that goes on to the provider by itself: a form may not lead to another site. */
    private Response.ResponseBuilder signOutAtProvider(RoutingContext context) {
        Cookie token = context.request().getCookie(SessionCookie.PROVIDER);
        String here = context.request().scheme() + "://" + context.request().authority() + DeskPages.SIGN_IN;
        return provider.signOut(token == null || token.getValue().isEmpty() ? null : token.getValue(), here)
                .map(address -> Response.ok(
                        desk.page(ProviderPages.Templates.leave(desk.texts().signedOut(), address))))
                .orElseGet(() -> Shown.page(DeskPages.SIGN_IN));
    }

    @POST
    @Path("/language")
    public Response language(
            @FormParam("language") @Nullable String language,
            @FormParam("next") @Nullable String next,
            RoutingContext context) {
        Response.ResponseBuilder back = Shown.page(own(next));
        Arrays.stream(Language.values())
                .map(Language::tag)
                .filter(tag -> tag.equals(language))
                .forEach(tag -> back.cookie(SessionCookie.choice(Desk.LANGUAGE, tag, context)));
        return back.build();
    }

    /** A page of the desk, never one of another site. */
    static String own(@Nullable String next) {
        return next != null
                        && next.matches("/desk(?:[/?][A-Za-z0-9/?&=%._~:+,-]*)?")
                        && !next.startsWith(DeskPages.PATH + "/sign-in")
                ? next
                : DeskPages.PATH;
    }
}
