package kz.sheshim.adapter.http.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import kz.sheshim.adapter.http.AffectedDecisions;
import kz.sheshim.adapter.http.DraftInputs;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.facts.JsonParser;
import kz.sheshim.publication.Draft;
import kz.sheshim.publication.Drafts;
import kz.sheshim.workbook.WorkbookWriter;

/** The decisions that a draft would change, as files, for those who may know them. */
@Path("/desk/drafts/{id}/decisions.{format:csv|xlsx}")
@RolesAllowed("auditor")
public class AffectedPages {
    private final Drafts drafts;
    private final JsonParser parser;
    private final WorkbookWriter writer;

    AffectedPages(Drafts drafts, JsonParser parser, WorkbookWriter writer) {
        this.drafts = drafts;
        this.parser = parser;
        this.writer = writer;
    }

    @GET
    @Produces({AffectedDecisions.CSV, WorkbookWriter.MEDIA_TYPE})
    public Response decisions(@PathParam("id") String id, @PathParam("format") String format) {
        Draft draft = drafts.get(DraftInputs.id(id));
        List<?> decisions = drafts.lastDossier(draft)
                .map(dossier -> AffectedDecisions.of(dossier, parser))
                .orElseThrow(() -> Problems.notFound("The draft has no dossier yet."));
        Response.ResponseBuilder file = format.equals("csv")
                ? Response.ok(AffectedDecisions.csv(decisions), AffectedDecisions.CSV)
                : Response.ok(AffectedDecisions.xlsx(decisions, writer), WorkbookWriter.MEDIA_TYPE);
        return file.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"decisions." + format + "\"")
                .build();
    }
}
