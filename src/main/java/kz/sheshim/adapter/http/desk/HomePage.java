package kz.sheshim.adapter.http.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.sheshim.access.Role;
import kz.sheshim.delivery.DeliveryLog;
import kz.sheshim.log.DecisionLogReader;
import kz.sheshim.log.DecisionPage;
import kz.sheshim.publication.Draft;
import kz.sheshim.publication.Drafts;
import kz.sheshim.publication.PublicationLog;
import kz.sheshim.publication.PublicationLog.Published;
import org.jspecify.annotations.Nullable;

/** The first page: what is in force, and what waits for whoever looks at it. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"intake", "analyst", "approver", "emergency", "auditor", "operator", "archivist"})
public class HomePage {
    private static final Duration NEWS = Duration.ofDays(14);
    private static final int LOOKED_AT = 100;

    private final Desk desk;
    private final Clock clock;
    private final DecisionLogReader log;
    private final DeliveryLog handOvers;
    private final Drafts drafts;
    private final KnownLaw known;
    private final PublicationLog publications;

    HomePage(
            Desk desk,
            KnownLaw known,
            Drafts drafts,
            PublicationLog publications,
            DeliveryLog handOvers,
            DecisionLogReader log,
            Clock clock) {
        this.known = known;
        this.log = log;
        this.handOvers = handOvers;
        this.clock = clock;
        this.desk = desk;
        this.drafts = drafts;
        this.publications = publications;
    }

    /** What is handed over to other systems and has not arrived. */
    public record Backlog(long waiting, long dead) {
        static Backlog of(DeliveryLog handOvers) {
            List<DeliveryLog.Unsettled> unsettled = handOvers.unsettled();
            return new Backlog(
                    unsettled.stream().mapToLong(DeliveryLog.Unsettled::waiting).sum(),
                    unsettled.stream().mapToLong(DeliveryLog.Unsettled::dead).sum());
        }
    }

    /** A draft that was rejected, and why. */
    public record Rejected(Draft draft, Draft.Step step) {}

    @CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance home(
                Optional<Published> last,
                String title,
                List<Draft> toJudge,
                List<Draft> own,
                List<Rejected> rejected,
                int tables,
                int rules,
                @Nullable Backlog handOvers,
                boolean noDecisions);
    }

    @GET
    public TemplateInstance home() {
        List<Draft> open = drafts.undecided();
        Optional<Published> last = publications.last();
        return desk.page(Templates.home(
                last,
                last.map(Published::publication).map(known::title).orElse(""),
                open.stream()
                        .filter(draft -> draft.state() == Draft.State.PROPOSED)
                        .toList(),
                open.stream()
                        .filter(draft -> draft.authors().contains(desk.submitter()))
                        .toList(),
                rejected(),
                desk.inForce().tables().size(),
                desk.inForce().tables().stream()
                        .mapToInt(table -> table.rules().size())
                        .sum(),
                desk.is(Role.OPERATOR) ? Backlog.of(handOvers) : null,
                (desk.is(Role.INTAKE) || desk.is(Role.AUDITOR)) && isEmpty()));
    }

    /** Whether the reader finds no decision: none is recorded, or none of the submitter. */
    private boolean isEmpty() {
        DecisionPage newest = log.list(new DecisionSearch().query(desk.caller(), desk.inForce(), 1));
        return newest.decisions().isEmpty() && newest.erased().isEmpty();
    }

    private List<Rejected> rejected() {
        Instant since = clock.instant().minus(NEWS);
        return desk.writes()
                ? drafts.list(null, LOOKED_AT).stream()
                        .filter(draft -> draft.state() == Draft.State.REJECTED
                                && draft.authors().contains(desk.submitter()))
                        .flatMap(draft -> draft.steps().stream()
                                .filter(step -> step.kind() == Draft.Step.Kind.REJECTION)
                                .filter(step -> step.at().isAfter(since))
                                .map(step -> new Rejected(draft, step)))
                        .toList()
                : List.of();
    }
}
