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
import kz.sheshim.publication.Draft;
import kz.sheshim.publication.Drafts;
import kz.sheshim.publication.PublicationLog.Published;
import kz.sheshim.publication.PublicationLog;

/** The first page: what is in force, and what waits for whoever looks at it. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"intake", "analyst", "approver", "emergency", "auditor", "operator", "archivist"})
public class HomePage {
    private final Desk desk;
    private static final Duration NEWS = Duration.ofDays(14);
    private static final int LOOKED_AT = 100;

    private final Clock clock;
    private final Drafts drafts;
    private final PublicationLog publications;

    HomePage(Desk desk, Drafts drafts, PublicationLog publications, Clock clock) {
        this.clock = clock;
        this.desk = desk;
        this.drafts = drafts;
        this.publications = publications;
    }

    /** A draft that was rejected, and why. */
    public record Rejected(Draft draft, Draft.Step step) {}

    @CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance home(
                Optional<Published> last,
                List<Draft> toJudge,
                List<Draft> own,
                List<Rejected> rejected,
                int tables,
                int rules);
    }

    @GET
    public TemplateInstance home() {
        List<Draft> open = drafts.undecided();
        return desk.page(Templates.home(
                publications.last(),
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
                        .sum()));
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
