package kz.sheshim.adapter.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Answers whom the service does not know, or does not let through, with a problem that says no more than that; and what else fails before the REST layer. */
@Singleton
final class Gate {
    /** Before whoever else answers failures. */
    private static final int ORDER = -1_000;

    /** After whoever knows better what failed. */
    private static final int LAST = 0;

    private final ProblemMappers problems;

    Gate(ProblemMappers problems) {
        this.problems = problems;
    }

    void guard(@Observes Router router) {
        router.route().order(ORDER).failureHandler(Gate::answer);
        router.route("/api/*").order(LAST).failureHandler(this::answerOther);
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

    private void answerOther(RoutingContext context) {
        Throwable failure = context.failure();
        if (failure == null || context.response().ended() || context.response().closed()) {
            context.next();
        } else {
            Refusal.send(context, failure instanceof OIDCException ? providerAway() : problems.problem(failure));
        }
    }

    /** Quarkus has logged why. */
    private static HttpProblem providerAway() {
        return Problems.problem("identity-provider-unavailable", 503, "The OpenID provider does not answer")
                .withDetail("Whose token it is cannot be found out now. Try again.")
                .withHeader("Retry-After", 5)
                .build();
    }
}
