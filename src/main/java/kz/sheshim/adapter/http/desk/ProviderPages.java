package kz.sheshim.adapter.http.desk;

import io.quarkus.oidc.OidcSession;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.stream.Collectors;
import kz.sheshim.access.Person;
import kz.sheshim.access.Role;
import kz.sheshim.access.Sessions;
import kz.sheshim.access.Submitter;
import kz.sheshim.adapter.http.edge.DeskPages;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Where the OpenID provider signs people in. Whoever gets here without a session is led to the provider by OpenID Connect, and back with a token that Quarkus has
 * checked; then a session of the desk begins, and the one of Quarkus ends.
 */
@Path(DeskPages.PROVIDER)
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class ProviderPages {
    private final Desk desk;
    private final SecurityIdentity identity;
    private final Sessions sessions;
    private final OidcSession provided;

    ProviderPages(Desk desk, SecurityIdentity identity, Sessions sessions, OidcSession provided) {
        this.desk = desk;
        this.identity = identity;
        this.sessions = sessions;
        this.provided = provided;
    }

    @CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance leave(String title, String address);
    }

    /**
     * Answers with a page that goes on by itself. A redirect would count as caused by the provider, and the browser would not send along the cookie of the session.
     */
    @GET
    @Blocking
    public Response signIn(@QueryParam("next") @Nullable String next, RoutingContext context) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Shown.page(SignInPages.own(next)).build();
        }
        provided.logout().await().indefinitely();
        Set<Role> roles = identity.getRoles().stream()
                .flatMap(code -> Role.of(code).stream())
                .collect(Collectors.toSet());
        String subject = token.getName();
        if (roles.isEmpty() || subject == null || !Submitter.isName(Submitter.OF_A_TOKEN + subject)) {
            return Shown.page(DeskPages.SIGN_IN + "?provider=no-roles").build();
        }
        SessionCookie.sent(context).ifPresent(sessions::end);
        String session = sessions.begin(new Person(subject, name(token, subject), roles));
        return Response.ok(desk.page(Templates.leave(desk.texts().signedIn(), SignInPages.own(next))))
                .cookie(SessionCookie.of(session, context))
                .cookie(SessionCookie.ofProvider(token.getRawToken(), context))
                .build();
    }

    private static String name(JsonWebToken token, String subject) {
        String name = token.getClaim(Claims.preferred_username);
        return name == null || name.isBlank() || !Submitter.isName(name) ? subject : name;
    }
}
