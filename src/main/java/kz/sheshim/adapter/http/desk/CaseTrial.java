package kz.sheshim.adapter.http.desk;

import io.vertx.core.json.Json;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import kz.sheshim.adapter.http.Deciding;
import kz.sheshim.adapter.http.desk.Phrases.Said;
import kz.sheshim.adapter.http.problem.ProblemRegistry;
import kz.sheshim.decision.Assessment;
import kz.sheshim.decision.DecideApplication;
import kz.sheshim.decision.InvalidApplication;
import kz.sheshim.facts.Fault;
import kz.sheshim.policy.Revision;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Decides the case of a form without recording it, and says what came out, or what is wrong with the case. */
@Singleton
final class CaseTrial {
    private final Desk desk;
    private final DecideApplication decide;
    private final Deciding deciding;
    private final ProblemRegistry problems;

    CaseTrial(Desk desk, DecideApplication decide, Deciding deciding, ProblemRegistry problems) {
        this.desk = desk;
        this.decide = decide;
        this.deciding = deciding;
        this.problems = problems;
    }

    /** One thing wrong with the case. @param id the id of its input in the page; empty: it has none */
    public record Mistake(String path, String id, String label, Said message) {}

    /** What the case leads to: a verdict, mistakes, or a problem with a title; nothing of this while the form is empty. */
    public record Outcome(@Nullable ShownVerdict verdict, List<Mistake> mistakes, String title, @Nullable Said detail) {
        static final Outcome NONE = new Outcome(null, List.of(), "", null);
    }

    /** The application that the form says, as JSON. */
    byte[] application(FormTexts texts, Vocabulary vocabulary) {
        Map<String, Object> said = texts.application(vocabulary, desk.zone(), decide.maxInstances());
        return Json.encodeToBuffer(said).getBytes();
    }

    /** @param of the revision that decides; null: the law in force */
    Outcome outcome(@Nullable Revision of, byte[] application, Vocabulary vocabulary) {
        try {
            return shown(
                    of,
                    decided(() -> CompletableFuture.completedFuture(
                            of == null ? decide.assess(application) : decide.assess(application, of))));
        } catch (RuntimeException refused) {
            return failed(refused, vocabulary);
        }
    }

    /** What the work gives that one of the threads does that decide. */
    <T> T decided(Supplier<CompletionStage<T>> work) {
        try {
            return deciding.run(work, done -> done).toCompletableFuture().join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private Outcome shown(@Nullable Revision of, Assessment assessment) {
        ShownVerdict verdict = ShownVerdict.of(
                assessment.verdict(),
                assessment.verdict().grounds().stream()
                        .map(ground ->
                                assessment.ruleset().address(ground.rule()).toString())
                        .toList(),
                assessment.ruleset(),
                desk.language(),
                of == null);
        return new Outcome(verdict, List.of(), "", null);
    }

    Outcome failed(RuntimeException failure, Vocabulary vocabulary) {
        if (failure instanceof InvalidApplication invalid) {
            FactNames names = new FactNames(vocabulary, desk.language());
            List<Mistake> mistakes = new ArrayList<>();
            invalid.faults().forEach(fault -> {
                String path = fault.path().startsWith("$.") ? fault.path().substring(2) : fault.path();
                String label = names.of(path);
                mistakes.add(
                        new Mistake(path, label.equals(path) ? "" : CaseForm.id(path), label, desk.say(meant(fault))));
            });
            return new Outcome(null, mistakes, "", null);
        }
        var problem = problems.problem(failure);
        return new Outcome(null, List.of(), Objects.requireNonNullElse(problem.getTitle(), ""), desk.say(problem));
    }

    /** What is wrong, and what was perhaps meant. */
    private static Phrase meant(Fault fault) {
        String nearest = fault.nearest();
        return nearest == null
                ? fault.phrase()
                : Phrase.of("{0}. {1}", fault.phrase(), Phrase.of("Did you mean {0}?", nearest));
    }
}
