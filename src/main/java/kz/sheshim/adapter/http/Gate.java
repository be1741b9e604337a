package kz.sheshim.adapter.http;

import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Answers whom the service does not know, or does not let through, with a problem that says no more than that. */
@Singleton
final class Gate {
    /** Before whoever else answers failures. */
    private static final int ORDER = -1_000;

    void guard(@Observes Router router) {
        router.route().order(ORDER).failureHandler(Gate::answer);
    }

    private static void answer(RoutingContext context) {
        Throwable failure = context.failure();
        if (failure instanceof AuthenticationException || failure instanceof UnauthorizedException) {
            Refusal.unauthorized(context);
        } else if (failure instanceof ForbiddenException) {
            Refusal.forbidden(context);
        } else {
            context.next();
        }
    }
}
