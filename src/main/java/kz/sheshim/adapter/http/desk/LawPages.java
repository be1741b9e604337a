package kz.sheshim.adapter.http.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import kz.sheshim.policy.DayOfChange;
import kz.sheshim.policy.Ruleset;

/** The law in force over time: its acts, and the days on which its rules begin and end. */
@Path("/desk/law")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"intake", "analyst", "approver", "emergency", "auditor", "operator", "archivist"})
public class LawPages {
    private final Desk desk;
    private final Clock clock;

    LawPages(Desk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance law(LawChart chart, List<DayOfChange> days, LocalDate today);
    }

    @GET
    public TemplateInstance law() {
        Ruleset ruleset = desk.inForce();
        List<DayOfChange> days = DayOfChange.of(ruleset);
        LocalDate today = LocalDate.ofInstant(clock.instant(), desk.zone());
        return desk.page(Templates.law(LawChart.of(ruleset, days, today, desk.language()), days, today));
    }
}
