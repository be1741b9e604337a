package kz.sheshim.adapter.http.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import kz.sheshim.adapter.http.AffectedDecisions;
import kz.sheshim.adapter.http.DraftInputs;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.publication.Drafts;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.workbook.WorkbookWriter;

/** The decisions that a draft would change, as files, for those who may know them. */
@Path("/desk/drafts/{id}/decisions.{format:csv|xlsx}")
@RolesAllowed("auditor")
public class AffectedPages {
    private final Drafts drafts;
    private final AffectedDecisions affected;

    AffectedPages(Drafts drafts, AffectedDecisions affected) {
        this.drafts = drafts;
        this.affected = affected;
    }

    @GET
    @Produces({AffectedDecisions.CSV, WorkbookWriter.MEDIA_TYPE})
    public Response decisions(@PathParam("id") String id, @PathParam("format") String format) {
        AffectedDecisions.Source decisions = affected.of(drafts.get(DraftInputs.id(id)))
                .orElseThrow(() -> Problems.notFound(Phrase.of("The draft has no dossier yet.")));
        Response.ResponseBuilder file = format.equals("csv")
                ? Response.ok(affected.csv(decisions), AffectedDecisions.CSV)
                : Response.ok(affected.xlsx(decisions), WorkbookWriter.MEDIA_TYPE);
        return file.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"decisions." + format + "\"")
                .build();
    }
}
