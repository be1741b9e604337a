package kz.sheshim.adapter.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.Json;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import kz.sheshim.access.Role;
import kz.sheshim.adapter.http.edge.BatchRequests;
import kz.sheshim.adapter.http.edge.Caller;
import kz.sheshim.adapter.http.edge.Stage;
import org.jspecify.annotations.Nullable;

/**
 * A shorter way for the request that comes most, an application that is to be decided. This does what {@link DecisionsResource} does, without
 * the REST layer, for a request that asks for nothing unusual. It leaves all others to the REST layer, also those that are refused before anything is decided.
 */
@Singleton
final class IntakeRoute {
    private static final int CREATED = 201;
    /** As the REST layer names it. */
    private static final String CONTENT_TYPE = MediaType.APPLICATION_JSON + ";charset=UTF-8";

    /** Made for the first request: routes are laid before the database is migrated. */
    private final Provider<Intake> intake;

    IntakeRoute(Provider<Intake> intake) {
        this.intake = intake;
    }

    void open(@Observes Router router) {
        Stage.INTAKE.at(router.post(BatchRequests.PATH)).handler(this::decide);
    }

    private void decide(RoutingContext context) {
        SecurityIdentity caller = caller(context);
        Buffer application = context.body().buffer();
        if (application == null || caller == null || !caller.hasRole(Role.INTAKE.code()) || !usual(context.request())) {
            context.next();
            return;
        }
        CompletionStage<Intake.Answer> answers;
        try {
            answers = intake.get()
                    .decide(
                            application.getBytes(),
                            Caller.submitter(caller.getPrincipal()),
                            context.request().headers());
        } catch (HttpProblem refused) {
            context.next();
            return;
        }
        answers.thenAccept(answer -> send(context, answer)).exceptionally(failure -> {
            context.fail(failure instanceof CompletionException wrapped ? wrapped.getCause() : failure);
            return null;
        });
    }

    private static @Nullable SecurityIdentity caller(RoutingContext context) {
        return context.user() instanceof QuarkusHttpUser user ? user.getSecurityIdentity() : null;
    }

    /** Nothing in the request needs the REST layer. */
    private static boolean usual(HttpServerRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return MediaType.APPLICATION_JSON.equals(request.getHeader(HttpHeaders.CONTENT_TYPE))
                && (accept == null || accept.equals(MediaType.WILDCARD) || accept.equals(MediaType.APPLICATION_JSON))
                && request.query() == null;
    }

    private void send(RoutingContext context, Intake.Answer answer) {
        HttpServerResponse response = context.response();
        if (response.closed()) {
            return; // the caller has left
        }
        response.setStatusCode(CREATED);
        answer.headers().forEach(response::putHeader);
        response.putHeader(HttpHeaders.CONTENT_TYPE, CONTENT_TYPE);
        response.end(Json.encodeToBuffer(answer.decision()));
    }
}
