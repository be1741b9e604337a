package kz.sheshim.adapter.http.edge;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The pages that people see in a browser, in front of the resources that make them. */
public final class DeskPages {
    public static final String PATH = "/desk";

    private DeskPages() {}

    static boolean isOne(@Nullable String path) {
        return path != null && (path.equals(PATH) || path.startsWith(PATH + "/"));
    }

    /** A page that is asked for is shown after signing in. htmx changes a part of a page, so it must be told to change the whole. */
    static void sendToSignIn(RoutingContext context) {
        String back = context.request().method().equals(HttpMethod.GET)
                        && !context.request().headers().contains("HX-Request")
                ? "?next=" + URLEncoder.encode(context.request().uri(), StandardCharsets.UTF_8)
                : "";
        String signIn = PATH + "/sign-in" + back;
        if (context.request().headers().contains("HX-Request")) {
            context.response()
                    .setStatusCode(401)
                    .putHeader("HX-Redirect", signIn)
                    .end();
        } else {
            context.response()
                    .setStatusCode(303)
                    .putHeader(HttpHeaders.LOCATION, signIn)
                    .end();
        }
    }
}
