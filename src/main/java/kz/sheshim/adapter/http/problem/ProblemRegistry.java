package kz.sheshim.adapter.http.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.http.HttpClosedException;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.channels.ClosedChannelException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.sheshim.bulk.AnotherRuns;
import kz.sheshim.decision.DecidingOverloaded;
import kz.sheshim.decision.InvalidApplication;
import kz.sheshim.engine.DecisionTooSlow;
import kz.sheshim.engine.NoVerdict;
import kz.sheshim.engine.RulesConflict;
import kz.sheshim.engine.RulesNeverEnd;
import kz.sheshim.erasure.CaseHeld;
import kz.sheshim.erasure.SearchIncomplete;
import kz.sheshim.facts.Fault;
import kz.sheshim.log.CaseErased;
import kz.sheshim.log.Erasure;
import kz.sheshim.log.IdempotencyKeyReused;
import kz.sheshim.log.LogOverloaded;
import kz.sheshim.log.LogUnavailable;
import kz.sheshim.log.Moments;
import kz.sheshim.proof.NotIntegrated;
import kz.sheshim.proof.RecordDamaged;
import kz.sheshim.publication.DraftRefused;
import kz.sheshim.publication.RulesetUnusable;
import kz.sheshim.publication.UnknownDraft;
import kz.sheshim.publication.UnknownRevision;
import kz.sheshim.receipt.LettersMissing;
import kz.sheshim.receipt.NoReceipt;
import kz.sheshim.receipt.PressOverloaded;
import kz.sheshim.table.RuleId;
import kz.sheshim.vocabulary.Phrase;
import org.jboss.logging.Logger;

/** Knows the problem for each family of exceptions of the core, whether one request failed or one line of a batch. */
@Singleton
public final class ProblemRegistry {
    private static final Logger LOG = Logger.getLogger(ProblemRegistry.class);
    private static final int MAX_FAULTS = 1_000;

    private final Map<Class<?>, Function<Throwable, HttpProblem>> families = new HashMap<>();
    private final LogOutage outage;

    ProblemRegistry(LogOutage outage) {
        this.outage = outage;
        register(HttpProblem.class, problem -> problem);
        register(InvalidApplication.class, ProblemRegistry::invalidApplication);
        register(LogUnavailable.class, this::logUnavailable);
        register(LogOverloaded.class, ProblemRegistry::logOverloaded);
        register(DecidingOverloaded.class, ProblemRegistry::decidingOverloaded);
        register(IdempotencyKeyReused.class, e -> IdempotencyKeyProblems.reused());
        register(CaseErased.class, ProblemRegistry::caseErased);
        register(CaseHeld.class, e -> caseHeld());
        register(SearchIncomplete.class, e -> searchIncomplete());
        register(NotIntegrated.class, e -> notIntegrated());
        register(RecordDamaged.class, ProblemRegistry::recordDamaged);
        register(DecisionTooSlow.class, ProblemRegistry::decisionTooSlow);
        register(RulesetUnusable.class, ProblemRegistry::rulesetUnusable);
        register(RulesConflict.class, ProblemRegistry::rulesConflict);
        register(RulesNeverEnd.class, ProblemRegistry::rulesNeverEnd);
        register(UnknownRevision.class, ProblemRegistry::unknownRevision);
        register(UnknownDraft.class, e -> Problems.notFound(e.phrase()));
        register(DraftRefused.class, ProblemRegistry::draftRefused);
        register(AnotherRuns.class, ProblemRegistry::anotherRuns);
        register(PressOverloaded.class, ProblemRegistry::pressOverloaded);
        register(TooManyBatches.class, e -> tooManyBatches());
        register(NoReceipt.class, ProblemRegistry::noReceipt);
        register(LettersMissing.class, ProblemRegistry::lettersMissing);
    }

    private <E extends Throwable> void register(Class<E> family, Function<E, HttpProblem> problem) {
        families.put(family, failure -> problem.apply(family.cast(failure)));
    }

    /** What the answer says about a failure. */
    public HttpProblem problem(Throwable failure) {
        for (Class<?> each = failure.getClass(); each != null; each = each.getSuperclass()) {
            Function<Throwable, HttpProblem> family = families.get(each);
            if (family != null) {
                return family.apply(failure);
            }
        }
        return unexpected(failure);
    }

    private static HttpProblem invalidApplication(InvalidApplication e) {
        List<Fault> faults = e.faults();
        HttpProblem.Builder problem = Problems.problem(
                        "invalid-application", e.wellFormed() ? 422 : 400, "The application cannot be read")
                .withDetail(faults.size() == 1 ? "1 fault" : faults.size() + " faults")
                .with(
                        "errors",
                        faults.stream().limit(MAX_FAULTS).map(FaultView::of).toList());
        if (faults.size() > MAX_FAULTS) {
            problem.with("furtherErrors", faults.size() - MAX_FAULTS);
        }
        return problem.build();
    }

    private HttpProblem logUnavailable(LogUnavailable e) {
        outage.failed(e.reason());
        return Problems.said(
                        Problems.later("log-unavailable", 5, "The decision log is not available"),
                        Phrase.of(
                                "If you sent an application, its decision may or may not have been recorded. Repeat the"
                                        + " request with the same Idempotency-Key: the application will not be decided twice."))
                .build();
    }

    private static HttpProblem logOverloaded(LogOverloaded e) {
        return Problems.said(
                        Problems.later("log-overloaded", 1, "Too many decisions are waiting to be recorded"),
                        Phrase.of("Nothing was decided. Try again."))
                .build();
    }

    private static HttpProblem decidingOverloaded(DecidingOverloaded e) {
        return Problems.overloaded(
                Phrase.of("Too many applications are waiting to be decided. Nothing was decided. Try again."));
    }

    private static HttpProblem caseErased(CaseErased e) {
        Erasure erasure = e.erasure();
        String at = Moments.text(erasure.at());
        return Problems.said(
                        Problems.problem("case-erased", 410, "The case file was erased"),
                        Phrase.of(
                                "It was erased on {0}, by entry {1}. The entry of the decision is left.",
                                at, erasure.entry().value()))
                .with("erasedAt", at)
                .with("erasure", erasure.entry().value())
                .with("entry", erasure.erased().value())
                .build();
    }

    private static HttpProblem caseHeld() {
        return Problems.said(
                        Problems.problem("case-held", 409, "The case file is held"),
                        Phrase.of("A legal hold forbids to erase it. Nothing was erased."))
                .build();
    }

    private static HttpProblem searchIncomplete() {
        return Problems.said(
                        Problems.later("search-incomplete", 60, "Not every case file can be found yet"),
                        Phrase.of(
                                "Case files are made findable at this moment, for example those of an earlier version. Nothing"
                                        + " was erased. Try again later."))
                .build();
    }

    private static HttpProblem notIntegrated() {
        return Problems.said(
                        Problems.later("not-integrated", 1, "The entry is not in the tree of the log yet"),
                        Phrase.of("It is taken into the tree within a few seconds. Try again."))
                .build();
    }

    private static HttpProblem recordDamaged(RecordDamaged e) {
        LOG.error(e.getMessage());
        return Problems.said(
                        Problems.problem("record-damaged", 500, "The record was changed"),
                        Phrase.of("No proof can be given: {0}. Audit the log.", e.phrase()))
                .build();
    }

    private static HttpProblem decisionTooSlow(DecisionTooSlow e) {
        LOG.error(e.getMessage());
        return Problems.said(
                        Problems.later("decision-too-slow", 10, "The decision took too long"),
                        Phrase.of("Nothing was decided: {0}", NoVerdict.phrase(e)))
                .build();
    }

    private static HttpProblem rulesetUnusable(RulesetUnusable e) {
        LOG.error(e.getMessage());
        return Problems.said(
                        Problems.later("ruleset-unusable", 60, "The rules cannot be used"),
                        Phrase.of(
                                "Nothing was decided. The operator of the service has to correct the rules. Try again later."))
                .with("findings", e.findings().stream().map(Object::toString).toList())
                .build();
    }

    private static HttpProblem rulesConflict(RulesConflict e) {
        LOG.error(e.getMessage());
        return Problems.said(
                        Problems.problem("rules-conflict", 500, "Rules contradict each other"),
                        Phrase.of("Nothing was decided: {0}", e.inFull()))
                .with("rules", e.rules().stream().map(RuleId::toString).toList())
                .build();
    }

    private static HttpProblem rulesNeverEnd(RulesNeverEnd e) {
        LOG.error(e.getMessage());
        return Problems.said(
                        Problems.problem("rules-never-end", 500, "A rule does not stop"),
                        Phrase.of("Nothing was decided: {0}", e.inFull()))
                .with("rules", List.of(e.rule()))
                .build();
    }

    private static HttpProblem draftRefused(DraftRefused e) {
        int status =
                switch (e.reason()) {
                    case OWN_DRAFT, OF_OTHERS -> 403;
                    case FAULTY, CODE, UNCHANGED, UNKNOWN_WORKBOOK, MOMENT -> 422;
                    case STATE, STALE, OTHER_VERSION, NO_DOSSIER, NEVER_LAW, CONFLICT -> 409;
                    case LATER_VERSION -> 412;
                };
        String type = "draft-" + e.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Problems.said(Problems.problem(type, status, "This step of the draft is not possible"), e.phrase())
                .build();
    }

    private static HttpProblem unknownRevision(UnknownRevision e) {
        return Problems.notFound(Phrase.of("There is no revision {0}.", e.revision()));
    }

    private static HttpProblem anotherRuns(AnotherRuns e) {
        return Problems.said(
                        Problems.problem("another-runs", 409, "Another one is in progress"),
                        Phrase.of(
                                "Only one run of this kind can be in progress. {0} has another request, or is being cancelled. Wait until it ends, or cancel it.",
                                e.running()))
                .with("running", e.running().toString())
                .build();
    }

    private static HttpProblem pressOverloaded(PressOverloaded e) {
        return Problems.said(
                        Problems.later("receipts-overloaded", 2, "Too many receipts are waiting to be printed"),
                        Phrase.of("Try again, or ask for HTML."))
                .build();
    }

    private static HttpProblem tooManyBatches() {
        return Problems.said(
                        Problems.later("too-many-batches", 5, "Too many batches are in progress"),
                        Phrase.of(
                                "Too many batches are in progress, in all or from you. Nothing was decided. Try again."))
                .build();
    }

    private static HttpProblem noReceipt(NoReceipt e) {
        return Problems.said(
                        Problems.problem("no-receipt", 404, "The policy has no such receipt for this decision"),
                        e.phrase())
                .with("receipts", e.others())
                .build();
    }

    private static HttpProblem lettersMissing(LettersMissing e) {
        return Problems.said(
                        Problems.problem("letters-missing", 406, "There is no PDF in this language"),
                        Phrase.of(
                                "In this service {0}. Ask for HTML, or in another language; the operator can add a font (sheshim.receipts.fonts).",
                                e.phrase()))
                .with("language", e.language())
                .with("letters", e.letters())
                .build();
    }

    /** The answer only says the id under which our log has the rest. */
    private static HttpProblem unexpected(Throwable failure) {
        if (isUnreadableForm(failure)) {
            return Problems.badParameter("the body", Phrase.of("the body must be a form as a browser sends it."));
        }
        String instance = "urn:uuid:" + UUID.randomUUID();
        if (isCallerGone(failure)) {
            LOG.debug(instance, failure);
        } else {
            LOG.error(instance, failure);
        }
        return HttpProblem.builder()
                .withTitle("Internal Server Error")
                .withStatus(500)
                .withInstance(URI.create(instance))
                .build();
    }

    /** RESTEasy has no exception of its own for a form that it cannot read (tried with Quarkus 3.33). */
    private static boolean isUnreadableForm(Throwable failure) {
        return Stream.of(failure.getStackTrace())
                .map(StackTraceElement::getClassName)
                .takeWhile(name -> !name.startsWith("kz.sheshim."))
                .anyMatch(name -> name.startsWith("org.jboss.resteasy.reactive.server.core.multipart.")
                        || name.endsWith(".RequestDeserializeHandler"));
    }

    /** Whether a request failed only because its caller closed the connection. */
    private static boolean isCallerGone(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof HttpClosedException || each instanceof ClosedChannelException) {
                return true;
            }
        }
        return false;
    }
}
