package kz.sheshim.adapter.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import kz.sheshim.decision.InvalidApplication;
import kz.sheshim.engine.DecisionTooSlow;
import kz.sheshim.engine.RulesConflict;
import kz.sheshim.facts.Fault;
import kz.sheshim.log.IdempotencyKeyReused;
import kz.sheshim.log.LogOverloaded;
import kz.sheshim.log.LogUnavailable;
import kz.sheshim.publication.RulesetUnusable;
import kz.sheshim.publication.UnknownRevision;
import kz.sheshim.receipt.NoReceipt;
import kz.sheshim.receipt.PressOverloaded;
import kz.sheshim.table.RuleId;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers each family of exceptions of the core as a problem. */
@Singleton
final class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final int MOST_FAULTS = 1_000;

    private final RecordOutage outage;

    ProblemMappers(RecordOutage outage) {
        this.outage = outage;
    }

    @ServerExceptionMapper({
        InvalidApplication.class,
        LogUnavailable.class,
        LogOverloaded.class,
        IdempotencyKeyReused.class,
        DecisionTooSlow.class,
        RulesetUnusable.class,
        RulesConflict.class,
        UnknownRevision.class,
        PressOverloaded.class,
        NoReceipt.class
    })
    Response answer(Throwable failure) {
        return problem(failure).toResponse();
    }

    /** What the answer says of a failure. */
    HttpProblem problem(Throwable failure) {
        if (failure instanceof HttpProblem problem) {
            return problem;
        } else if (failure instanceof InvalidApplication e) {
            return invalid(e);
        } else if (failure instanceof LogUnavailable e) {
            outage.failed(e.reason());
            return Problems.problem("log-unavailable", 503, "The decision log is not available")
                    .withDetail(
                            "It did not confirm that anything was recorded. Ask again, an application under the same"
                                    + " Idempotency-Key: what was recorded without your hearing of it is then not decided twice.")
                    .withHeader("Retry-After", 5)
                    .build();
        } else if (failure instanceof LogOverloaded) {
            return Problems.problem("log-overloaded", 503, "Too many decisions wait to be recorded")
                    .withDetail("Nothing was decided. Try again.")
                    .withHeader("Retry-After", 1)
                    .build();
        } else if (failure instanceof IdempotencyKeyReused) {
            return IdempotencyKeyHeader.reused();
        } else if (failure instanceof DecisionTooSlow e) {
            LOG.error(e.getMessage());
            return Problems.problem("decision-too-slow", 503, "The decision took too long")
                    .withDetail("Nothing was decided: " + e.getMessage())
                    .build();
        } else if (failure instanceof RulesetUnusable e) {
            LOG.error(e.getMessage());
            return Problems.problem("ruleset-unusable", 503, "The workbooks cannot be used")
                    .withDetail("Nothing was decided. The findings say what to mend.")
                    .with(
                            "findings",
                            e.findings().stream().map(Object::toString).toList())
                    .build();
        } else if (failure instanceof RulesConflict e) {
            LOG.error(e.getMessage());
            return Problems.problem("rules-conflict", 500, "Rules contradict each other")
                    .withDetail("Nothing was decided: " + e.getMessage())
                    .with("rules", e.rules().stream().map(RuleId::toString).toList())
                    .build();
        } else if (failure instanceof UnknownRevision e) {
            return Problems.notFound("no decision was made by the revision " + e.revision());
        } else if (failure instanceof PressOverloaded) {
            return Problems.problem("receipts-overloaded", 503, "Too many receipts wait to be set")
                    .withDetail("Try again, or ask for HTML.")
                    .withHeader("Retry-After", 2)
                    .build();
        } else if (failure instanceof NoReceipt e) {
            return Problems.problem("no-receipt", 404, "The policy names no such receipt")
                    .withDetail(e.getMessage())
                    .with("receipts", e.others())
                    .build();
        } else {
            return unexpected(failure);
        }
    }

    private static HttpProblem invalid(InvalidApplication e) {
        List<Fault> faults = e.faults();
        HttpProblem.Builder problem = Problems.problem(
                        "invalid-application", e.wellFormed() ? 422 : 400, "The application cannot be read")
                .withDetail(faults.size() == 1 ? "1 fault" : faults.size() + " faults")
                .with(
                        "errors",
                        faults.stream().limit(MOST_FAULTS).map(FaultView::of).toList());
        if (faults.size() > MOST_FAULTS) {
            problem.with("furtherErrors", faults.size() - MOST_FAULTS);
        }
        return problem.build();
    }

    /** What nobody foresaw is in our log, under the name that the answer gives it. */
    private static HttpProblem unexpected(Throwable failure) {
        String instance = "urn:uuid:" + UUID.randomUUID();
        LOG.error(instance, failure);
        return HttpProblem.builder()
                .withTitle("Internal Server Error")
                .withStatus(500)
                .withInstance(URI.create(instance))
                .build();
    }
}
