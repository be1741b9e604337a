package kz.sheshim.adapter.http.desk;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.NewCookie;
import kz.sheshim.adapter.http.edge.DeskPages;

/** The cookies of the desk. The one of the session is sent by no request that another site causes, and no script can read it. */
final class SessionCookie {
    static final String NAME = "sheshim-session";

    private SessionCookie() {}

    static NewCookie of(String session, RoutingContext context) {
        return base(NAME, session, context).build();
    }

    static NewCookie end(RoutingContext context) {
        return base(NAME, "", context).maxAge(0).build();
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
