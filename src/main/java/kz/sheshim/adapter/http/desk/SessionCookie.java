package kz.sheshim.adapter.http.desk;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;
import kz.sheshim.adapter.http.edge.DeskPages;

/** The cookies of the desk. The one of the session is sent by no request that another site causes, and no script can read it. */
final class SessionCookie {
    static final String NAME = "sheshim-session";

    static final String PROVIDER = "sheshim-provider";

    static final String MADE = "sheshim-made";

    private static final String KEY_MADE = DeskPages.PATH + "/operations/keys/made";

    private static final String SIGN_OUT = DeskPages.PATH + "/sign-out";

    /** Browsers drop longer ones. */
    private static final int MAX_ID_TOKEN = 3_800;

    private SessionCookie() {}

    /** The text of the session that the browser has. */
    static Optional<String> sent(RoutingContext context) {
        return Optional.ofNullable(context.request().getCookie(NAME)).map(Cookie::getValue);
    }

    static NewCookie of(String session, RoutingContext context) {
        return base(NAME, session, context).build();
    }

    static NewCookie end(RoutingContext context) {
        return base(NAME, "", context).maxAge(0).build();
    }

    /** The token by which the provider signed somebody in. The browser shows it when they sign out, so that the provider need not ask who they are. */
    static NewCookie ofProvider(String idToken, RoutingContext context) {
        String kept = idToken.length() <= MAX_ID_TOKEN ? idToken : "";
        return base(PROVIDER, kept, context).path(SIGN_OUT).build();
    }

    static NewCookie endOfProvider(RoutingContext context) {
        return base(PROVIDER, "", context).path(SIGN_OUT).maxAge(0).build();
    }

    /** The text of a key that was just made. The browser shows it to the page that reads it once; the service keeps it nowhere. */
    static NewCookie ofMade(String key, RoutingContext context) {
        return base(MADE, key, context).path(KEY_MADE).maxAge(60).build();
    }

    static NewCookie endOfMade(RoutingContext context) {
        return base(MADE, "", context).path(KEY_MADE).maxAge(0).build();
    }

    /** A cookie that only remembers a choice. */
    static NewCookie choice(String name, String value, RoutingContext context) {
        return base(name, value, context).maxAge(365 * 24 * 60 * 60).build();
    }

    private static NewCookie.Builder base(String name, String value, RoutingContext context) {
        return new NewCookie.Builder(name)
                .value(value)
                .path(DeskPages.PATH)
                .httpOnly(true)
                .secure(context.request().isSSL())
                .sameSite(NewCookie.SameSite.STRICT);
    }
}
