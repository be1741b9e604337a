package kz.sheshim.adapter.http.problem;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import kz.sheshim.bulk.AnotherRuns;
import kz.sheshim.decision.DecidingOverloaded;
import kz.sheshim.decision.InvalidApplication;
import kz.sheshim.engine.DecisionTooSlow;
import kz.sheshim.engine.RulesConflict;
import kz.sheshim.engine.RulesNeverEnd;
import kz.sheshim.log.CaseErased;
import kz.sheshim.log.CaseHeld;
import kz.sheshim.log.IdempotencyKeyReused;
import kz.sheshim.log.LogOverloaded;
import kz.sheshim.log.LogUnavailable;
import kz.sheshim.log.SearchIncomplete;
import kz.sheshim.proof.NotIntegrated;
import kz.sheshim.proof.RecordDamaged;
import kz.sheshim.publication.DraftRefused;
import kz.sheshim.publication.RulesetUnusable;
import kz.sheshim.publication.UnknownDraft;
import kz.sheshim.publication.UnknownRevision;
import kz.sheshim.receipt.LettersMissing;
import kz.sheshim.receipt.NoReceipt;
import kz.sheshim.receipt.PressOverloaded;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Tells the REST layer which exceptions {@link ProblemRegistry} answers. A test compares the two lists. */
@Singleton
final class ProblemMappers {
    private final ProblemRegistry problems;

    ProblemMappers(ProblemRegistry problems) {
        this.problems = problems;
    }

    @ServerExceptionMapper({
        InvalidApplication.class,
        LogUnavailable.class,
        LogOverloaded.class,
        DecidingOverloaded.class,
        IdempotencyKeyReused.class,
        CaseErased.class,
        CaseHeld.class,
        SearchIncomplete.class,
        NotIntegrated.class,
        RecordDamaged.class,
        DecisionTooSlow.class,
        RulesetUnusable.class,
        RulesConflict.class,
        AnotherRuns.class,
        RulesNeverEnd.class,
        UnknownRevision.class,
        UnknownDraft.class,
        DraftRefused.class,
        PressOverloaded.class,
        LettersMissing.class,
        NoReceipt.class,
        TooManyBatches.class
    })
    Response answer(Throwable failure) {
        return problems.problem(failure).toResponse();
    }

    /** Whatever has no problem of its own. RESTEasy throws such for forms that it cannot read. */
    @ServerExceptionMapper({RuntimeException.class, IOException.class})
    Response answerOther(Throwable failure) {
        return problems.problem(failure).toResponse();
    }
}
