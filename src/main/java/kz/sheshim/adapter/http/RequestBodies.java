package kz.sheshim.adapter.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;

/**
 * Takes in whole request bodies before a request gets a thread to work on, within limits of size and time: however many callers are slow or
 * go away in the middle, nobody else waits for them.
 */
@Singleton
final class RequestBodies {
    private static final String API = "/api/*";
    private static final Set<String> BATCHES = Set.of(BatchesResource.PATH, BatchesResource.PATH + "/");

    /** In front of the resources. */
    private static final int ORDER = -1;

    /** Is there while the body is being taken in. */
    private static final String TIMER = "kz.sheshim.body-timer";

    private static final int TOO_SLOW = 408;
    private static final int TOO_LARGE = 413;

    private final HttpSettings settings;

    RequestBodies(HttpSettings settings) {
        this.settings = settings;
    }

    void takeIn(@Observes Router router) {
        Duration most = settings.maxBodyTime();
        BodyHandler body = BodyHandler.create(false).setBodyLimit(settings.maxBytes());
        Route route = router.route(API).order(ORDER);
        route.handler(context -> {
            if (isBatch(context)) {
                context.next();
                return;
            }
            context.put(TIMER, context.vertx().setTimer(most.toMillis(), timer -> context.fail(TOO_SLOW)));
            context.addEndHandler(end -> stopTimer(context));
            body.handle(context);
        });
        route.failureHandler(this::refuse);
        router.route(API).order(ORDER).handler(context -> {
            stopTimer(context);
            if (!isBatch(context) && context.body().buffer() == null) {
                ((RoutingContextInternal) context).setBody(Buffer.buffer());
            }
            context.next();
        });
    }

    /** A batch is read line by line, while it is decided; nothing of its body was read yet. */
    static boolean isBatch(RoutingContext context) {
        String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && isLines(type) && BATCHES.contains(context.normalizedPath());
    }

    /** In any case, with any parameters (RFC 9110). */
    private static boolean isLines(String type) {
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().equalsIgnoreCase(BatchesResource.LINES);
    }

    private static void stopTimer(RoutingContext context) {
        Long timer = context.remove(TIMER);
        if (timer != null) {
            context.vertx().cancelTimer(timer);
        }
    }

    /** Answers what came to be of the body, and hangs up: what still follows of it is not read. Vert.x comes here with every failure, also of others. */
    private void refuse(RoutingContext context) {
        Long timer = context.get(TIMER);
        if (timer != null) {
            context.vertx().cancelTimer(timer);
            Refusal.sendAndHangUp(context, problem(context.statusCode()));
        } else {
            context.next();
        }
    }

    private HttpProblem problem(int status) {
        return switch (status) {
            case TOO_LARGE -> Problems.tooLarge(settings.maxBytes());
            case TOO_SLOW -> Problems.tooSlow(settings.maxBodyTime());
            default ->
                Problems.problem("body-broken", 400, "The body broke off")
                        .withDetail("What arrived is no whole HTTP body")
                        .build();
        };
    }
}
