package kz.sheshim.adapter.http.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import kz.sheshim.publication.Draft;
import kz.sheshim.publication.Drafts;
import kz.sheshim.publication.PublicationLog;
import kz.sheshim.publication.PublicationLog.Published;

/** The first page: what is in force, and what waits for whoever looks at it. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"intake", "analyst", "approver", "emergency", "auditor", "operator", "archivist"})
public class HomePage {
    private final Desk desk;
    private final Drafts drafts;
    private final PublicationLog publications;

    HomePage(Desk desk, Drafts drafts, PublicationLog publications) {
        this.desk = desk;
        this.drafts = drafts;
        this.publications = publications;
    }

    @CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance home(
                Optional<Published> last, List<Draft> toJudge, List<Draft> own, int tables, int rules);
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
                desk.inForce().tables().size(),
                desk.inForce().tables().stream()
                        .mapToInt(table -> table.rules().size())
                        .sum()));
    }
}
