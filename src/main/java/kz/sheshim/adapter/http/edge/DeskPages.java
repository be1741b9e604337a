package kz.sheshim.adapter.http.edge;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.adapter.http.problem.Translations;
import org.jspecify.annotations.Nullable;

/** The pages that people see in a browser, in front of the resources that make them. */
public final class DeskPages {
    public static final String PATH = "/desk";

    public static final String SIGN_IN = PATH + "/sign-in";

    /** Where the OpenID provider signs people in. */
    public static final String PROVIDER = SIGN_IN + "/provider";

    private static final String SESSION_ENDED =
            """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sheshim</title>
            <link rel="stylesheet" href="/desk/assets/desk.css"></head><body><main class="card narrow">
            <h1>Your session has ended. What you typed is not lost.</h1>
            <p><a href="%1$s" target="_blank">Sign in in another tab</a>, then load this page again: your browser sends the form once more.</p>
            <p lang="ru">Сеанс закончился, введённое не потеряно. <a href="%1$s" target="_blank">Войдите в другой вкладке</a> и обновите эту страницу.</p>
            <p lang="kk">Сеанс аяқталды, тергеніңіз жоғалған жоқ. <a href="%1$s" target="_blank">Басқа қойындыда кіріңіз</a> де, осы бетті жаңартыңыз.</p>
            </main></body></html>
            """
                    .formatted(SIGN_IN);

    /** In the part of the page that asked; the page stays as it is. */
    private static final String SESSION_ENDED_MEANWHILE =
            """
            <div class="alarm ended">
            <p lang="en">Your session has ended. What you typed is still here: <a href="%1$s" target="_blank">sign in in another tab</a>, then go on typing.</p>
            <p lang="ru">Сеанс закончился. Введённое осталось на месте: <a href="%1$s" target="_blank">войдите в другой вкладке</a> и продолжайте.</p>
            <p lang="kk">Сеанс аяқталды. Тергеніңіз орнында: <a href="%1$s" target="_blank">басқа қойындыда кіріңіз</a> де, жалғастырыңыз.</p>
            </div>
            """
                    .formatted(SIGN_IN);

    /** Of a request that never reaches the pages, which know the language of the reader. */
    private static final String REFUSED =
            """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sheshim</title>
            <link rel="stylesheet" href="/desk/assets/desk.css"></head><body><main class="card narrow">
            <h1>%1$s</h1>
            <p>%2$s</p>
            <p lang="ru">Служба не может ответить на этот запрос. %3$s</p>
            <p lang="kk">Қызмет бұл сұрауға жауап бере алмайды. %4$s</p>
            <p><a href="/desk">Sheshim</a></p>
            </main></body></html>
            """;

    /** Goes on by itself to a page of the desk. */
    private static final String GOES_ON =
            """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sheshim</title>
            <meta http-equiv="refresh" content="0; url=%1$s">
            <link rel="stylesheet" href="/desk/assets/desk.css"></head><body><main class="card narrow">
            <h1>Sheshim</h1>
            <p><a href="%1$s">Go on</a> · <a href="%1$s" lang="ru">Продолжить</a> · <a href="%1$s" lang="kk">Жалғастыру</a></p>
            </main></body></html>
            """;

    private static final String OWN_STYLE_ONLY = "default-src 'none'; style-src 'self'; frame-ancestors 'none'";

    private static final String HTML = "text/html; charset=utf-8";

    private DeskPages() {}

    public static boolean isOne(@Nullable String path) {
        return path != null && (path.equals(PATH) || path.startsWith(PATH + "/"));
    }

    /** Answers with a page that says what the problem is. It gets no filter of the desk. */
    static Future<Void> show(HttpServerResponse response, HttpProblem problem) {
        return response.putHeader(HttpHeaders.CONTENT_TYPE, HTML)
                .putHeader("Content-Security-Policy", OWN_STYLE_ONLY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .end(REFUSED.formatted(
                        escaped(problem.getTitle()),
                        escaped(problem.getDetail()),
                        escaped(said(problem, "ru")),
                        escaped(said(problem, "kk"))));
    }

    private static String said(HttpProblem problem, String tag) {
        return Problems.detail(problem)
                .flatMap(detail -> Translations.said(detail, tag))
                .orElse("");
    }

    private static String escaped(@Nullable String text) {
        return text == null ? "" : text.replace("&", "&amp;").replace("<", "&lt;");
    }

    /** Whether a link of another site led here, to a page whose address can stand in a page of ours. */
    private static boolean comesFromAnotherSite(RoutingContext context) {
        String site = context.request().getHeader("Sec-Fetch-Site");
        return ("cross-site".equals(site) || "same-site".equals(site))
                && context.request().uri().matches("/desk(?:[/?].*)?");
    }

    /**
     * The browser sends no cookie of a session with the link of another site (SameSite=Strict), though somebody may be signed in. It sends it with a second request,
     * which a page of ours causes, and which is then not from another site any more.
     */
    private static void goOnFromHere(RoutingContext context) {
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, HTML)
                .putHeader("Content-Security-Policy", OWN_STYLE_ONLY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .end(GOES_ON.formatted(escaped(context.request().uri()).replace("\"", "&quot;")));
    }

    /** Leads a browser from the root of the service to the desk, and to the icon, which it asks for by itself. */
    static boolean isLedFromRoot(RoutingContext context) {
        String accept = context.request().getHeader(HttpHeaders.ACCEPT);
        boolean isBrowser = accept != null && accept.contains("text/html");
        String path = context.normalizedPath();
        if (!context.request().method().equals(HttpMethod.GET)
                || !path.equals("/favicon.ico") && !(isBrowser && path.equals("/"))) {
            return false;
        }
        context.request().resume();
        context.response()
                .setStatusCode(303)
                .putHeader(HttpHeaders.LOCATION, path.equals("/") ? PATH : PATH + "/assets/icon.svg")
                .end();
        return true;
    }

    /**
     * A page that is asked for is shown after signing in. Of a form that was sent, the browser keeps what was typed: it is sent again when the answer is loaded
     * again. htmx changes a part of a page: that part says so.
     */
    static void sendToSignIn(RoutingContext context) {
        boolean isRead = context.request().method().equals(HttpMethod.GET);
        HttpServerResponse response = context.response();
        context.request().resume();
        if (context.request().headers().contains("HX-Request")) {
            response.setStatusCode(401)
                    .putHeader(HttpHeaders.CONTENT_TYPE, HTML)
                    .putHeader("HX-Reswap", "innerHTML")
                    .putHeader("HX-Reselect", ".ended")
                    .end(SESSION_ENDED_MEANWHILE);
        } else if (isRead) {
            if (context.normalizedPath().equals(PROVIDER)) {
                response.setStatusCode(303)
                        .putHeader(HttpHeaders.LOCATION, SIGN_IN + "?provider=refused")
                        .end();
                return;
            }
            if (comesFromAnotherSite(context)) {
                goOnFromHere(context);
                return;
            }
            String back = URLEncoder.encode(context.request().uri(), StandardCharsets.UTF_8);
            response.setStatusCode(303)
                    .putHeader(HttpHeaders.LOCATION, SIGN_IN + "?next=" + back)
                    .end();
        } else {
            response.setStatusCode(401)
                    .putHeader(HttpHeaders.CONTENT_TYPE, HTML)
                    .end(SESSION_ENDED);
        }
    }
}
