package kz.sheshim.adapter.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.impl.ContextInternal;
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
import kz.sheshim.decision.DecideApplication;
import kz.sheshim.log.IdempotencyKey;
import kz.sheshim.vocabulary.Language;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;

/** Decides many applications in one request: one a line, one answer a line. */
@Path(BatchesResource.PATH)
public class BatchesResource {
    static final String PATH = "/api/v1/decisions";

    /** Newline-delimited JSON. */
    static final String LINES = "application/x-ndjson";

    /** Admission has booked them. */
    private static final int NO_BYTES = 0;

    private final DecideApplication decide;
    private final DecidingThreads threads;
    private final IdempotencyKeyHeader keys;
    private final HttpSettings settings;
    private final Vertx vertx;
    private final CurrentVertxRequest current;
    private final ProblemMappers problems;
    private final RecordOutage outage;
    private final RequestsUnderWay underWay;

    BatchesResource(
            DecideApplication decide,
            DecidingThreads threads,
            IdempotencyKeyHeader keys,
            HttpSettings settings,
            Vertx vertx,
            CurrentVertxRequest current,
            ProblemMappers problems,
            RecordOutage outage) {
        this.decide = decide;
        this.threads = threads;
        this.keys = keys;
        this.settings = settings;
        this.vertx = vertx;
        this.current = current;
        this.problems = problems;
        this.outage = outage;
        this.underWay = new RequestsUnderWay(settings.maxBatches(), Long.MAX_VALUE);
    }

    @POST
    @Consumes(LINES)
    @Produces(LINES)
    @Operation(hidden = true)
    @RolesAllowed("intake")
    @NonBlocking
    public Multi<Object> decide(
            @Context HttpServerRequest request, @Context HttpHeaders headers, @Context SecurityContext security) {
        if (!RequestBodies.isBatch(current.getCurrent())) {
            throw new NotSupportedException("the body was taken in as a whole: its type or its path is written oddly");
        }
        IdempotencyKey key = keys.of(headers);
        Language language = Languages.of(headers);
        Submitter sender = Caller.of(security).sender();
        if (!underWay.enter(sender.name(), NO_BYTES)) {
            throw Problems.problem("too-many-batches", 503, "Too many batches are being decided")
                    .withDetail("Too many in all, or of this sender. Nothing was decided. Try again.")
                    .withHeader(HttpHeaders.RETRY_AFTER, 5)
                    .build();
        }
        if (request.headers().contains(HttpHeaders.EXPECT, "100-continue", true)) {
            request.response().writeContinue();
        }
        Batch batch = new Batch(
                (ContextInternal) vertx.getOrCreateContext(), request, settings, new Deciding(sender, key, language));
        return RestMulti.fromMultiData(Multi.createFrom().publisher(batch))
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    /** Decides each line as if it had been sent alone. */
    private final class Deciding implements Batch.Lines {
        private final Submitter sender;
        private final @Nullable IdempotencyKey key;
        private final Language language;

        Deciding(Submitter sender, @Nullable IdempotencyKey key, Language language) {
            this.sender = sender;
            this.key = key;
            this.language = language;
        }

        @Override
        public CompletionStage<?> decide(BatchLines.Line line) {
            byte[] application = line.text();
            if (application == null) {
                throw Problems.tooLarge(settings.maxBytes());
            }
            IdempotencyKey own = key == null ? null : key.ofLine(line.number());
            return threads.run(() -> decide.decide(application, sender, own), recorded -> {
                outage.worked();
                return DecisionView.of(recorded, language);
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
            underWay.leave(sender.name(), NO_BYTES);
        }
    }
}
