package kz.sheshim.adapter.http.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.sheshim.access.Role;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.delivery.DeliveryLog;
import kz.sheshim.engine.TimeLimit;
import kz.sheshim.erasure.RepeatErasures;
import kz.sheshim.log.Integration;
import kz.sheshim.log.LogHealth;
import kz.sheshim.log.PublishedLog;
import kz.sheshim.log.tree.Checkpoint;
import kz.sheshim.log.tree.NoteSignature;
import kz.sheshim.publication.RulesetUnusable;
import kz.sheshim.publication.Rulesets;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/** What operators look after: the health of the service, and the state of the log. */
@Path("/desk/operations")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("operator")
public class OperationsPages {
    private final Desk desk;
    private final LogHealth log;
    private final TimeLimit limit;
    private final Rulesets rulesets;
    private final DeliveryLog handOvers;
    private final PublishedLog published;
    private final Integration integration;
    private final RepeatErasures erasures;

    OperationsPages(
            Desk desk,
            LogHealth log,
            TimeLimit limit,
            Rulesets rulesets,
            DeliveryLog handOvers,
            PublishedLog published,
            Integration integration,
            RepeatErasures erasures) {
        this.desk = desk;
        this.log = log;
        this.limit = limit;
        this.rulesets = rulesets;
        this.handOvers = handOvers;
        this.published = published;
        this.integration = integration;
        this.erasures = erasures;
    }

    /** One thing that works, or does not, in words. */
    public record Check(String name, boolean works, Phrases.Said text) {}

    /** The log as it is published. @param stopped why it has stopped; null: it works */
    public record LogState(
            String key, @Nullable Checkpoint checkpoint, List<String> cosigners, Phrases.@Nullable Said stopped) {}

    @CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance operations(List<Check> checks);

        static native TemplateInstance log(LogState log, boolean resumed, int erasedAgain);

        static native TemplateInstance logResume(LogState log);
    }

    @GET
    @RolesAllowed({"operator", "auditor"})
    public TemplateInstance index() {
        return desk.page(Templates.operations(desk.is(Role.OPERATOR) ? checks() : List.of()));
    }

    private List<Check> checks() {
        OperationsWords words = MessageBundles.get(
                OperationsWords.class, Localized.Literal.of(desk.language().tag()));
        List<Check> checks = new ArrayList<>();
        checks.add(check(words.record(), log.obstacle(), words.recordWorks()));
        if (!log.isAlive()) {
            checks.add(check(words.record(), false, words.restart()));
        }
        checks.add(check(words.log(), integration.stopped(), words.logWorks()));
        Optional<RulesetUnusable> refused = rulesets.refused();
        checks.add(check(
                words.policy(),
                refused.isEmpty(),
                refused.map(each -> words.policyRefused(each.findings().size())).orElse(words.policyWorks())));
        long stuck = limit.stuck();
        checks.add(
                check(words.deciding(), stuck == 0, stuck == 0 ? words.decidingWorks() : words.decidingStuck(stuck)));
        HomePage.Backlog backlog = HomePage.Backlog.of(handOvers);
        checks.add(check(words.handOvers(), backlog.dead() == 0, words.backlog(backlog.waiting(), backlog.dead())));
        return checks;
    }

    private static Check check(String name, boolean works, String text) {
        return new Check(name, works, new Phrases.Said(text, false));
    }

    private Check check(String name, Optional<Phrase> obstacle, String works) {
        return obstacle.map(why -> new Check(name, false, desk.say(why))).orElseGet(() -> check(name, true, works));
    }

    @GET
    @Path("/log")
    public TemplateInstance log() {
        return desk.page(Templates.log(state(), false, -1));
    }

    private LogState state() {
        return new LogState(
                published.key().toString(),
                published
                        .checkpoint()
                        .map(note -> Checkpoint.parse(note.text()))
                        .orElse(null),
                published
                        .checkpoint()
                        .map(note -> note.signatures().stream()
                                .map(NoteSignature::name)
                                .filter(name -> !name.equals(published.key().name()))
                                .distinct()
                                .toList())
                        .orElse(List.of()),
                integration.stopped().map(desk::say).orElse(null));
    }

    /** Asks whether the log is to go on. */
    @GET
    @Path("/log/resume")
    public TemplateInstance confirm() {
        return desk.page(Templates.logResume(state()));
    }

    @POST
    @Path("/log/resume")
    public TemplateInstance resume() {
        return integration
                .resume()
                .map(resumed -> desk.page(Templates.log(state(), resumed, erasures.repeat())))
                .orElseThrow(() -> Problems.overloaded(
                        Phrase.of("Another service takes entries into the tree at this moment. Try again.")));
    }
}
