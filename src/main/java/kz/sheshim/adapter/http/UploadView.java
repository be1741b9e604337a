package kz.sheshim.adapter.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import kz.sheshim.finding.Finding;
import kz.sheshim.publication.Draft;
import kz.sheshim.publication.DraftVersions.Uploaded;
import kz.sheshim.publication.PublicationLog.Published;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A draft, and what reading its newest version found. */
record UploadView(DraftView draft, List<FindingView> findings) {

    /** One finding in the files. */
    record FindingView(@Schema(enumeration = {"error", "warning"}) String severity, String place, String message) {
        static FindingView of(Finding finding) {
            return new FindingView(
                    finding.defect().severity().code(),
                    finding.address().toString(),
                    finding.defect().message());
        }
    }

    /** @param last the last publication of the log */
    static UploadView of(Uploaded uploaded, Optional<Published> last) {
        return new UploadView(
                DraftView.of(uploaded.draft(), last),
                uploaded.findings().stream().map(FindingView::of).toList());
    }

    static Response changed(Uploaded uploaded, Optional<Published> last) {
        return Response.ok(of(uploaded, last))
                .tag(VersionTag.of(uploaded.draft()))
                .build();
    }

    static Response created(Uploaded opened, Optional<Published> last) {
        return created(opened.draft(), of(opened, last));
    }

    static Response created(Draft draft, Object view) {
        return Response.status(Response.Status.CREATED)
                .entity(view)
                .header(HttpHeaders.LOCATION, "/api/v1/drafts/" + draft.id())
                .tag(VersionTag.of(draft))
                .build();
    }
}
