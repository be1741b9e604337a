package kz.sheshim.adapter.http.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import kz.sheshim.adapter.http.DecisionIds;
import kz.sheshim.json.VerdictView;
import kz.sheshim.log.Decision;
import kz.sheshim.policy.Revision;
import kz.sheshim.publication.RevisionStore;
import kz.sheshim.replay.Replay;
import kz.sheshim.replay.ReplayDecision;
import kz.sheshim.verdict.ValueTexts;
import org.jspecify.annotations.Nullable;

/** Decides a recorded application again, and shows both verdicts side by side. Nothing is recorded, so each replay has an address. */
@Path("/desk/decisions/{id}/replay")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("auditor")
public class ReplayPages {
    /** Number of revisions that can be chosen; an older one is reached by its address. */
    private static final int CHOICES = 200;

    private final Desk desk;
    private final ReplayDecision replay;
    private final RevisionStore revisions;
    private final KnownLaw known;

    ReplayPages(Desk desk, ReplayDecision replay, RevisionStore revisions, KnownLaw known) {
        this.known = known;
        this.desk = desk;
        this.replay = replay;
        this.revisions = revisions;
    }

    /** A revision that can be chosen. */
    public record Choice(String revision, String name, String text, boolean recorded, boolean inForce) {}

    /** A part of both verdicts. @param differs in a way that the line shows */
    public record Line(String what, List<String> recorded, List<String> replayed, boolean differs) {}

    @CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance replay(
                String path,
                String name,
                Replay replay,
                String recordedLaw,
                String law,
                List<Choice> choices,
                List<Line> lines);
    }

    @GET
    public TemplateInstance replay(@PathParam("id") String id, @QueryParam("revision") @Nullable String revision) {
        Revision chosen = revision == null || revision.isBlank() ? null : known.named(revision.strip());
        Replay replayed = replay.replay(DecisionIds.read(id), chosen).orElseThrow(() -> DecisionIds.unknown(id));
        Decision decision = replayed.recorded().entry().decision();
        return desk.page(Templates.replay(
                DecisionPages.PATH + decision.id(),
                ValueTexts.shortened(decision.reference(), DecisionFile.HEADING),
                replayed,
                Shown.revision(decision.revision()),
                Shown.revision(replayed.revision()),
                choices(decision.revision()),
                lines(replayed)));
    }

    private List<Choice> choices(Revision recorded) {
        Revision inForce = desk.inForce().revision();
        Map<Revision, String> titles = known.titles();
        return revisions.list().stream()
                .limit(CHOICES)
                .map(stored -> new Choice(
                        stored.revision().toString(),
                        Shown.revision(stored.revision()),
                        KnownLaw.choice(
                                titles.getOrDefault(stored.revision(), ""),
                                desk.day(stored.since()),
                                stored.revision()),
                        stored.revision().equals(recorded),
                        stored.revision().equals(inForce)))
                .toList();
    }

    private List<Line> lines(Replay replayed) {
        Decision decision = replayed.recorded().entry().decision();
        VerdictView before = VerdictView.of(
                decision.verdict(), decision.groundCells(), replayed.recorded().ruleset(), desk.language());
        VerdictView after = replayed.replayed() == null
                ? null
                : VerdictView.of(replayed.replayed(), replayed.ruleset(), desk.language());
        DecisionTexts texts = DecisionPages.texts(desk);
        List<Line> lines = new ArrayList<>();
        lines.add(line(texts.outcome(), before, after, verdict -> List.of(verdict.text())));
        lines.add(line(texts.grounds(), before, after, verdict -> verdict.grounds().stream()
                .map(ground -> ground.text() + " (" + ground.rule().table() + "/"
                        + ground.rule().rule() + ")")
                .toList()));
        lines.add(line(texts.missingFacts(), before, after, VerdictView::missingFacts));
        lines.add(line(texts.notices(), before, after, verdict -> verdict.notices().stream()
                .map(VerdictView.NoticeView::text)
                .toList()));
        lines.add(line(texts.whatFollows(), before, after, verdict -> verdict.actions().stream()
                .map(VerdictView.ActionView::text)
                .toList()));
        lines.add(line(
                texts.dueDate(), before, after, verdict -> verdict.due() == null ? List.of() : List.of(verdict.due())));
        return lines;
    }

    private static Line line(
            String what, VerdictView before, @Nullable VerdictView after, Function<VerdictView, List<String>> part) {
        List<String> recorded = part.apply(before);
        List<String> replayed = after == null ? List.of() : part.apply(after);
        return new Line(what, recorded, replayed, after != null && !Objects.equals(recorded, replayed));
    }
}
