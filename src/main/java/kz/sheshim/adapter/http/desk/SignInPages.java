package kz.sheshim.adapter.http.desk;

import static kz.sheshim.adapter.http.desk.Shown.inAddress;

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
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
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
    /** A part of a path that is read as the folder itself or the one above it, or as the name of another site. */
    private static final Pattern WAY_OUT = Pattern.compile("/[.]{1,2}(?:[/;]|$)|//|\\\\");

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
        static native TemplateInstance signIn(String next, String refused, String provider, String once);
    }

    @GET
    @Path("/sign-in")
    public TemplateInstance form(
            @QueryParam("next") @Nullable String next,
            @QueryParam("once") @Nullable String once,
            @QueryParam("provider") @Nullable String refusedBy) {
        Texts texts = desk.texts();
        String refused =
                refusedBy == null ? "" : refusedBy.equals("no-roles") ? texts.noRoles() : texts.providerRefused();
        return page(next, refused, once == null ? "" : once);
    }

    /** @param once the text of a link that signs in once. Programs open links too, so only its button uses it up. */
    private TemplateInstance page(@Nullable String next, String refused, String once) {
        String address = DeskPages.PROVIDER + "?next=" + inAddress(own(next));
        return desk.page(Templates.signIn(own(next), refused, provider.isOn() ? address : "", once));
    }

    @POST
    @Path("/sign-in")
    public Response signIn(
            @FormParam("key") @Nullable String key,
            @FormParam("once") @Nullable String once,
            @FormParam("next") @Nullable String next,
            RoutingContext context) {
        Optional<String> begun = once != null ? sessions.beginOnce(once) : sessions.begin(key == null ? "" : key);
        if (begun.isEmpty()) {
            Texts texts = desk.texts();
            return Response.status(Response.Status.FORBIDDEN)
                    .entity(page(next, once != null ? texts.linkRefused() : texts.keyRefused(), ""))
                    .build();
        }
        SessionCookie.sent(context).ifPresent(sessions::end);
        return Shown.page(own(next))
                .cookie(SessionCookie.of(begun.get(), context))
                .build();
    }

    @POST
    @Path("/sign-out")
    public Response signOut(RoutingContext context) {
        SessionCookie.sent(context).ifPresent(sessions::end);
        return (desk.isFromProvider() ? signOutAtProvider(context) : Shown.page(DeskPages.SIGN_IN))
                .cookie(SessionCookie.end(context), SessionCookie.endOfProvider(context))
                .header("Clear-Site-Data", "\"cache\"")
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
        Response.ResponseBuilder back = Shown.page(ownPage(next).orElse(DeskPages.PATH));
        DeskLanguages.ALL.all().stream()
                .map(Language::tag)
                .filter(tag -> tag.equals(language))
                .forEach(tag -> back.cookie(SessionCookie.choice(Desk.LANGUAGE, tag, context)));
        return back.build();
    }

    /** Where somebody goes on who has signed in: a page of the desk, never one of another site. */
    static String own(@Nullable String next) {
        return ownPage(next)
                .filter(page -> !page.startsWith(DeskPages.PATH + "/sign-"))
                .orElse(DeskPages.PATH);
    }

    private static Optional<String> ownPage(@Nullable String next) {
        return Optional.ofNullable(next)
                .filter(page -> page.matches("/desk(?:[/?][A-Za-z0-9/?&=%._~:+,-]*)?"))
                .filter(page -> staysBelow(page.replaceFirst("[?].*", "")));
    }

    /** Whether the path leads nowhere else, however often a browser or a proxy decodes it. */
    private static boolean staysBelow(String path) {
        if (WAY_OUT.matcher(path).find()) {
            return false;
        }
        try {
            String decoded = URLDecoder.decode(path, StandardCharsets.UTF_8);
            return decoded.equals(path) || staysBelow(decoded);
        } catch (IllegalArgumentException notEncoded) {
            return false;
        }
    }
}
