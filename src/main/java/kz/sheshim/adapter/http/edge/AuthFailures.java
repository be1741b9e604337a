package kz.sheshim.adapter.http.edge;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import kz.sheshim.adapter.http.problem.ProblemRegistry;
import kz.sheshim.adapter.http.problem.Problems;

/** Answers whom the service does not know, or does not let through, with a problem that says no more than that; and what else fails before the REST layer. */
@Singleton
final class AuthFailures {
    private final ProblemRegistry problems;

    AuthFailures(ProblemRegistry problems) {
        this.problems = problems;
    }

    void guard(@Observes Router router) {
        Stage.AUTH_FAILURES.at(router.route()).failureHandler(AuthFailures::answer);
        Stage.OTHER_FAILURES.at(router.route("/api/*")).failureHandler(this::answerOther);
    }

    private static void answer(RoutingContext context) {
        Throwable failure = context.failure();
        if (failure instanceof AuthenticationException || failure instanceof UnauthorizedException) {
            EarlyProblem.unauthorized(context);
        } else if (failure instanceof ForbiddenException) {
            EarlyProblem.forbidden(context);
        } else {
            context.next();
        }
    }

    private void answerOther(RoutingContext context) {
        Throwable failure = context.failure();
        if (failure == null || context.response().ended() || context.response().closed()) {
            context.next();
        } else {
            EarlyProblem.send(context, failure instanceof OIDCException ? providerAway() : problems.problem(failure));
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
