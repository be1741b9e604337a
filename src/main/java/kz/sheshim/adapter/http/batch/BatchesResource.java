package kz.sheshim.adapter.http.batch;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.util.concurrent.CompletionStage;
import kz.sheshim.access.Submitter;
import kz.sheshim.adapter.http.AcceptLanguage;
import kz.sheshim.adapter.http.Deciding;
import kz.sheshim.adapter.http.IdempotencyKeyHeader;
import kz.sheshim.adapter.http.edge.BatchRequests;
import kz.sheshim.adapter.http.edge.Caller;
import kz.sheshim.adapter.http.edge.HttpSettings;
import kz.sheshim.adapter.http.edge.InFlight;
import kz.sheshim.adapter.http.problem.LogOutage;
import kz.sheshim.adapter.http.problem.ProblemRegistry;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.adapter.http.problem.TooManyBatches;
import kz.sheshim.decision.DecideApplication;
import kz.sheshim.json.DecisionView;
import kz.sheshim.log.IdempotencyKey;
import kz.sheshim.publication.RulesetUnusable;
import kz.sheshim.publication.Rulesets;
import kz.sheshim.vocabulary.Languages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;

/** Decides many applications in one request: one application a line, one answer a line. */
@Path(BatchRequests.PATH)
public class BatchesResource {
    /** The bulkhead of all requests has counted the bytes of the batch. */
    private static final int NO_BYTES = 0;

    private final DecideApplication decide;
    private final Deciding deciding;
    private final IdempotencyKeyHeader keys;
    private final HttpSettings settings;
    private final Vertx vertx;
    private final CurrentVertxRequest current;
    private final ProblemRegistry problems;
    private final LogOutage outage;
    private final Rulesets rulesets;
    private final InFlight underWay;

    BatchesResource(
            DecideApplication decide,
            Deciding deciding,
            IdempotencyKeyHeader keys,
            HttpSettings settings,
            Vertx vertx,
            CurrentVertxRequest current,
            ProblemRegistry problems,
            LogOutage outage,
            Rulesets rulesets) {
        this.decide = decide;
        this.rulesets = rulesets;
        this.deciding = deciding;
        this.keys = keys;
        this.settings = settings;
        this.vertx = vertx;
        this.current = current;
        this.problems = problems;
        this.outage = outage;
        this.underWay = new InFlight(settings.maxBatches(), Long.MAX_VALUE);
    }

    @POST
    @Consumes(BatchRequests.LINES)
    @Produces(BatchRequests.LINES)
    @Operation(hidden = true)
    @RolesAllowed("intake")
    @NonBlocking
    public Multi<Object> decide(
            @Context HttpServerRequest request, @Context HttpHeaders headers, @Context SecurityContext security) {
        if (!BatchRequests.isBatch(current.getCurrent())) {
            throw new NotSupportedException("Batches must be sent to " + BatchRequests.PATH + " with Content-Type "
                    + BatchRequests.LINES + ".");
        }
        IdempotencyKey key = keys.of(request.headers());
        AcceptLanguage accepted = AcceptLanguage.of(headers);
        Submitter submitter = Caller.of(security).submitter();
        if (!underWay.enter(submitter.name(), NO_BYTES)) {
            throw new TooManyBatches();
        }
        if (request.headers().contains(HttpHeaders.EXPECT, "100-continue", true)) {
            request.response().writeContinue();
        }
        Batch batch =
                new Batch(vertx.getOrCreateContext(), request, settings, new DecideLines(submitter, key, accepted));
        return RestMulti.fromMultiData(Multi.createFrom().publisher(batch))
                .header(
                        HttpHeaders.CONTENT_LANGUAGE,
                        accepted.among(languages()).tag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    /** Those of the law in force; without one each line gets a problem, which is in English. */
    private Languages languages() {
        try {
            return rulesets.inForce().policy().languages();
        } catch (RulesetUnusable e) {
            return Languages.USUAL;
        }
    }

    /** Decides each line as if it were a request. */
    private final class DecideLines implements Batch.Lines {
        private final Submitter submitter;
        private final @Nullable IdempotencyKey key;
        private final AcceptLanguage accepted;

        DecideLines(Submitter submitter, @Nullable IdempotencyKey key, AcceptLanguage accepted) {
            this.submitter = submitter;
            this.key = key;
            this.accepted = accepted;
        }

        @Override
        public CompletionStage<?> decide(BatchLines.Line line) {
            byte[] application = line.text();
            if (application == null) {
                throw Problems.tooLarge(settings.maxBytes());
            }
            IdempotencyKey own = key == null ? null : key.ofLine(line.number());
            return deciding.run(() -> decide.decide(application, submitter, own), recorded -> {
                outage.worked();
                return DecisionView.of(recorded, accepted.in(recorded.ruleset()));
            });
        }

        @Override
        public HttpProblem problem(long line, Throwable failure) {
            return HttpProblem.builder(problems.problem(failure))
                    .with("line", line)
                    .build();
        }

        @Override
        public HttpProblem tooSlow(long line) {
            return HttpProblem.builder(Problems.tooSlow(settings.maxBodyTime()))
                    .with("line", line)
                    .build();
        }

        @Override
        public void over() {
            underWay.leave(submitter.name(), NO_BYTES);
        }
    }
}
