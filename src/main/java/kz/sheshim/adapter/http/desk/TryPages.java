package kz.sheshim.adapter.http.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.UUID;
import kz.sheshim.access.Role;
import kz.sheshim.adapter.http.Parameters;
import kz.sheshim.adapter.http.desk.CaseTrial.Outcome;
import kz.sheshim.adapter.http.desk.Phrases.Said;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.decision.DecideApplication;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.JsonParser;
import kz.sheshim.log.DecisionId;
import kz.sheshim.log.DecisionLogReader;
import kz.sheshim.policy.Revision;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.publication.LoadedRuleset;
import kz.sheshim.publication.PolicySource;
import kz.sheshim.publication.Rulesets;
import kz.sheshim.scenario.Scenario;
import kz.sheshim.verdict.VerdictCodec;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/** A form in which people try cases: it says what the verdict would be, and records nothing. */
@Path("/desk/try")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"intake", "analyst", "approver"})
public class TryPages {
    private final Desk desk;
    private final Rulesets rulesets;
    private final CaseTrial trial;
    private final DecisionLogReader log;
    private final KnownScenarios scenarios;
    private final PolicySource source;
    private final JsonParser parser;
    private final VerdictCodec codec;
    private final int maxInstances;

    TryPages(
            Desk desk,
            Rulesets rulesets,
            CaseTrial trial,
            DecideApplication decide,
            DecisionLogReader log,
            KnownScenarios scenarios,
            PolicySource source,
            JsonParser parser,
            VerdictCodec codec) {
        this.desk = desk;
        this.rulesets = rulesets;
        this.trial = trial;
        this.log = log;
        this.scenarios = scenarios;
        this.source = source;
        this.parser = parser;
        this.codec = codec;
        this.maxInstances = decide.maxInstances();
    }

    /**
     * Where the form was filled from.
     *
     * @param kind {@code example}, {@code empty}, {@code scenario}, {@code decision}, {@code form}, or {@code corrected} if it goes back to a scenario of a draft
     * @param draft that draft; empty: the law in force
     */
    public record Origin(String kind, String id, String draft) {
        Origin(String kind, String id) {
            this(kind, id, "");
        }
    }

    /** A scenario that can fill the form. */
    public record Choice(String id, String shows) {}

    @CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance tryCase(
                String revision, Origin origin, List<Choice> scenarios, String zone, CaseForm form, Outcome outcome);

        static native TemplateInstance tried(CaseForm form, Outcome outcome);
    }

    @GET
    public TemplateInstance begin(
            @QueryParam("revision") @Nullable String revision,
            @QueryParam("from") @Nullable String from,
            @QueryParam("scenario") @Nullable String scenario,
            @QueryParam("decision") @Nullable String decision) {
        Revision of = revision(revision);
        if (from != null) {
            Parameters.oneOf("from", from, List.of("empty"));
        }
        Origin origin = scenario != null && !scenario.isBlank()
                ? new Origin("scenario", scenario)
                : decision != null && !decision.isBlank()
                        ? new Origin("decision", decision)
                        : new Origin("empty".equals(from) || source.example().isEmpty() ? "empty" : "example", "");
        FormTexts texts = with(
                of,
                loaded -> FormTexts.of(
                        switch (origin.kind()) {
                            case "scenario" -> parse(scenario(loaded, origin.id()));
                            case "decision" -> parse(decision(origin.id()).getBytes(StandardCharsets.UTF_8));
                            case "example" -> parse(source.example().orElse(new byte[0]));
                            default -> Map.of();
                        },
                        loaded.ruleset().vocabulary()));
        return page(of, origin, texts, texts.isEmpty() ? Outcome.NONE : outcome(of, texts));
    }

    /** The verdict on what the form says; as a part of the page for htmx. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public TemplateInstance tried(
            MultivaluedMap<String, String> form, @HeaderParam("HX-Request") @Nullable String partly) {
        Revision of = revision(form.getFirst("revision"));
        FormTexts texts = changed(of, new FormTexts(new HashMap<>(form)), form);
        Outcome outcome = outcome(of, texts);
        return partly == null
                ? page(of, origin(form), texts, outcome)
                : desk.page(Templates.tried(form(rulesets(of), texts, outcome), outcome));
    }

    private static Origin origin(MultivaluedMap<String, String> form) {
        String corrected = form.getFirst(ScenarioPages.CORRECTED);
        if (corrected != null) {
            return new Origin(
                    "corrected", corrected, Objects.requireNonNullElse(form.getFirst(ScenarioPages.CORRECTED_IN), ""));
        }
        String recorded = Objects.requireNonNullElse(form.getFirst(PersonalInputs.RECORDED), "");
        return new Origin(recorded.isEmpty() ? "form" : "decision", recorded);
    }

    private FormTexts changed(@Nullable Revision of, FormTexts texts, MultivaluedMap<String, String> form) {
        Vocabulary vocabulary = rulesets(of).vocabulary();
        String add = Objects.requireNonNullElse(form.getFirst("add"), "");
        String remove = Objects.requireNonNullElse(form.getFirst("remove"), "");
        FormTexts changed = vocabulary
                .entity(add)
                .map(entity -> texts.add(entity, maxInstances))
                .orElse(texts);
        return vocabulary
                .entity(remove.replaceAll("\\[.*", ""))
                .map(entity -> {
                    OptionalInt index = FactPath.indexOf(remove, entity.name());
                    return index.isEmpty()
                            ? changed
                            : changed.remove(entity, index.getAsInt(), vocabulary, maxInstances);
                })
                .orElse(changed);
    }

    private TemplateInstance page(@Nullable Revision of, Origin origin, FormTexts texts, Outcome outcome) {
        List<Choice> choices = with(of, loaded -> scenarios.of(loaded).stream()
                .map(scenario -> new Choice(scenario.id(), scenario.shows()))
                .toList());
        Ruleset ruleset = rulesets(of);
        return desk.page(Templates.tryCase(
                of == null ? "" : of.toString(),
                origin,
                choices,
                desk.zone().toString(),
                form(ruleset, texts, outcome),
                outcome));
    }

    private CaseForm form(Ruleset ruleset, FormTexts texts, Outcome outcome) {
        Map<String, Said> faults = new HashMap<>();
        outcome.mistakes().forEach(mistake -> faults.putIfAbsent(mistake.path(), mistake.message()));
        return CaseForm.of(ruleset, texts, faults, desk.language(), maxInstances);
    }

    private Outcome outcome(@Nullable Revision of, FormTexts texts) {
        Vocabulary vocabulary = rulesets(of).vocabulary();
        return trial.outcome(of, trial.application(texts, vocabulary), vocabulary);
    }

    private byte[] scenario(LoadedRuleset loaded, String id) {
        return scenarios.of(loaded).stream()
                .filter(scenario -> scenario.id().equals(id))
                .findFirst()
                .map(Scenario::facts)
                .map(codec::encodeSubmitted)
                .orElseThrow(() -> Problems.notFound(Phrase.of("There is no scenario {0}.", id)))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The application of a decision, for whoever may read it. */
    private String decision(String id) {
        try {
            if (desk.is(Role.INTAKE) || desk.is(Role.AUDITOR)) {
                return desk.caller()
                        .find(log, new DecisionId(UUID.fromString(id)))
                        .map(entry -> entry.decision().received())
                        .orElseThrow(() -> unknown(id));
            }
        } catch (IllegalArgumentException notAnId) {
            throw unknown(id);
        }
        throw unknown(id);
    }

    private static RuntimeException unknown(String id) {
        return Problems.notFound(Phrase.of("There is no decision {0}.", id));
    }

    private @Nullable Object parse(byte[] application) {
        return parser.parse(application).value();
    }

    /** The revision by which the case is decided; null: the law in force. */
    private static @Nullable Revision revision(@Nullable String text) {
        return text == null || text.isBlank() ? null : Parameters.revisionOfPath(text);
    }

    private Ruleset rulesets(@Nullable Revision of) {
        return with(of, LoadedRuleset::ruleset);
    }

    private <T> T with(@Nullable Revision of, java.util.function.Function<LoadedRuleset, T> work) {
        return of == null ? rulesets.withCurrent(work) : rulesets.with(of, work);
    }
}
