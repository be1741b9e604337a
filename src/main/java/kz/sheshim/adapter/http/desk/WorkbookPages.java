package kz.sheshim.adapter.http.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import kz.sheshim.adapter.http.DraftInputs;
import kz.sheshim.adapter.http.Parameters;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.reading.RulesetReader;
import kz.sheshim.publication.Draft;
import kz.sheshim.publication.DraftVersions;
import kz.sheshim.publication.Drafts;
import kz.sheshim.publication.Upload;
import kz.sheshim.vocabulary.Phrase;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The workbooks of a draft, each of which can be removed from it. */
@Path("/desk/drafts/{id}/workbooks")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"analyst", "emergency"})
public class WorkbookPages {
    private final Desk desk;
    private final Drafts drafts;
    private final DraftVersions versions;

    WorkbookPages(Desk desk, Drafts drafts, DraftVersions versions) {
        this.desk = desk;
        this.drafts = drafts;
        this.versions = versions;
    }

    @CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        /** @param asked the workbook of which the reader is asked whether it shall go; empty: none */
        static native TemplateInstance workbooks(Draft draft, List<String> paths, String asked);
    }

    @GET
    public TemplateInstance list(@PathParam("id") String id, @QueryParam("remove") @Nullable String remove) {
        Draft draft = drafts.get(DraftInputs.id(id));
        List<String> paths = drafts.files(draft).stream()
                .map(PolicyFile::path)
                .filter(path -> path.startsWith(RulesetReader.WORKBOOK_FOLDER + "/"))
                .toList();
        String asked = remove == null ? "" : Parameters.oneOf("remove", remove, paths);
        return desk.page(Templates.workbooks(draft, paths, asked));
    }

    /** Adds a version without the workbook. */
    @POST
    @Path("/removal")
    public Response remove(
            @PathParam("id") String id, @RestForm @Nullable String path, @RestForm @Nullable String version) {
        if (path == null || path.isBlank()) {
            throw Problems.badParameter("path", Phrase.of("{0} must be a workbook of the list.", "path"));
        }
        Upload removal = new Upload(List.of(), Set.of(path), false);
        Draft draft = versions.upload(DraftInputs.id(id), DraftInputs.version(version), removal, desk.person())
                .draft();
        return Shown.page("/desk/drafts/" + draft.id()).build();
    }
}
