package kz.sheshim.adapter.http.edge;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import kz.sheshim.adapter.http.problem.ProblemRegistry;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.vocabulary.Phrase;
import org.jboss.logging.Logger;
import org.jose4j.jwt.consumer.ErrorCodeValidator;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jspecify.annotations.Nullable;

/** Answers 401 and 403 with a problem that says nothing more, and answers other failures that happen before the REST layer. */
@Singleton
final class AuthFailures {
    private static final Logger LOG = Logger.getLogger(AuthFailures.class);

    private final ProblemRegistry problems;

    AuthFailures(ProblemRegistry problems) {
        this.problems = problems;
    }

    void guard(@Observes Router router) {
        Stage.AUTH_FAILURES.at(router.route()).failureHandler(AuthFailures::answer);
        Stage.OTHER_FAILURES.at(router.route("/api/*")).failureHandler(this::answerOther);
        Stage.OTHER_FAILURES.at(router.route(DeskPages.PATH + "/*")).failureHandler(this::answerOther);
    }

    private static void answer(RoutingContext context) {
        Throwable failure = context.failure();
        if (failure instanceof AuthenticationRedirectException onward) {
            context.response()
                    .setStatusCode(onward.getCode())
                    .putHeader(HttpHeaders.LOCATION, onward.getRedirectUri())
                    .end();
        } else if (DeskPages.PROVIDER.equals(context.normalizedPath())) {
            LOG.warnf("The OpenID provider could not sign somebody in at the desk: %s", reason(failure));
            EarlyProblem.unauthorized(context);
        } else if (failure instanceof AuthenticationException || failure instanceof UnauthorizedException) {
            EarlyProblem.unauthorized(context);
        } else if (failure instanceof ForbiddenException) {
            EarlyProblem.forbidden(context);
        } else {
            context.next();
        }
    }

    /** Without the claims of the token, which name the person. */
    private static String reason(@Nullable Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof InvalidJwtException refused) {
                return refused.getErrorDetails().stream()
                        .filter(error -> error.getErrorCode() != ErrorCodes.SIGNATURE_INVALID)
                        .map(ErrorCodeValidator.Error::getErrorMessage)
                        .findFirst()
                        .orElse("The token is not signed by the provider");
            }
        }
        return "The provider refused, or its answer is not for this browser";
    }

    private void answerOther(RoutingContext context) {
        Throwable failure = context.failure();
        if (context.response().closed() || failure instanceof HttpClosedException) {
            return; // the caller has left
        }
        boolean malformed = context.statusCode() / 100 == 4
                || context.request().decoderResult().isFailure();
        if (failure != null && malformed && !context.response().ended()) {
            EarlyProblem.sendAndHangUp(
                    context,
                    Heads.malformed(Phrase.of("The head or the body of the request breaks the rules of HTTP.")));
            return;
        }
        if (failure == null || context.response().ended()) {
            context.next();
        } else {
            EarlyProblem.send(context, failure instanceof OIDCException ? providerAway() : problems.problem(failure));
        }
    }

    /** Quarkus has logged the reason. */
    private static HttpProblem providerAway() {
        return Problems.said(
                        Problems.later("identity-provider-unavailable", 5, "The OpenID provider does not answer"),
                        Phrase.of("The token cannot be checked now. Try again."))
                .build();
    }
}
