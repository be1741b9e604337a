package kz.sheshim.adapter.http.edge;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.vocabulary.Phrase;

/**
 * Reads whole request bodies before a request gets a thread, within limits of size and time. So slow callers, and callers
 * that go away, keep no other caller waiting.
 */
@Singleton
final class RequestBodies {
    private static final String API = "/api/*";

    /** Present in the context while the body is being read. */
    private static final String TIMER = "kz.sheshim.body-timer";

    private static final int TOO_SLOW = 408;
    private static final int TOO_LARGE = 413;

    private final HttpSettings settings;

    RequestBodies(HttpSettings settings) {
        this.settings = settings;
    }

    void read(@Observes Router router) {
        Duration limit = settings.maxBodyTime();
        BodyHandler body = BodyHandler.create(false).setBodyLimit(settings.maxBytes());
        BodyHandler archive = BodyHandler.create(false).setBodyLimit(settings.maxArchiveBytes());
        Route route = Stage.BODY.at(router.route(API));
        route.handler(context -> {
            String encoding = context.request().getHeader(HttpHeaders.CONTENT_ENCODING);
            if (encoding != null && !encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity")) {
                EarlyProblem.sendAndHangUp(context, Problems.encoded(encoding));
                return;
            }
            if (BatchRequests.isBatch(context)) {
                context.next();
                return;
            }
            context.put(TIMER, context.vertx().setTimer(limit.toMillis(), timer -> context.fail(TOO_SLOW)));
            context.addEndHandler(end -> stopTimer(context));
            if (Heads.isUpload(context.request())) {
                readWhole(archive, context);
            } else {
                (Heads.isArchive(context.request()) ? archive : body).handle(context);
            }
        });
        route.failureHandler(this::refuse);
        Stage.BODY.at(router.route(API)).handler(context -> {
            stopTimer(context);
            if (!BatchRequests.isBatch(context) && context.body().buffer() == null) {
                BorrowedVertxWeb.setBody(context, Buffer.buffer());
            }
            context.next();
        });
    }

    /**
     * Reads a form like any other body; the resource reads its parts when it is known who sends them. The handler of Vert.x, which asks for the type at once,
     * would write each part into a file.
     */
    private static void readWhole(BodyHandler handler, RoutingContext context) {
        MultiMap headers = context.request().headers();
        String type = headers.get(HttpHeaders.CONTENT_TYPE);
        headers.remove(HttpHeaders.CONTENT_TYPE);
        handler.handle(context);
        headers.set(HttpHeaders.CONTENT_TYPE, type);
    }

    /** Maximum size of the body of this request, in bytes. */
    static int maxBytes(HttpSettings settings, RoutingContext context) {
        HttpServerRequest request = context.request();
        return Heads.isUpload(request) || Heads.isArchive(request) ? settings.maxArchiveBytes() : settings.maxBytes();
    }

    private static void stopTimer(RoutingContext context) {
        Long timer = context.remove(TIMER);
        if (timer != null) {
            context.vertx().cancelTimer(timer);
        }
    }

    /** Answers and closes the connection if reading the body failed. Vert.x calls this for all other failures too. */
    private void refuse(RoutingContext context) {
        Long timer = context.get(TIMER);
        if (timer != null) {
            context.vertx().cancelTimer(timer);
            EarlyProblem.sendAndHangUp(context, problem(context));
        } else {
            context.next();
        }
    }

    private HttpProblem problem(RoutingContext context) {
        return switch (context.statusCode()) {
            case TOO_LARGE -> Problems.tooLarge(maxBytes(settings, context));
            case TOO_SLOW -> Problems.tooSlow(settings.maxBodyTime());
            default ->
                Problems.said(
                                Problems.problem("body-broken", 400, "The body is incomplete"),
                                Phrase.of("The body that arrived is not a complete HTTP body."))
                        .build();
        };
    }
}
