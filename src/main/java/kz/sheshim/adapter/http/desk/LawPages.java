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
import kz.sheshim.table.RuleId;

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
        static native TemplateInstance law(LawChart chart, List<Day> days, LocalDate today);
    }

    /** Rules of one table. */
    public record OfTable(String id, String title, List<String> rules) {}

    /** A day on which the law changes. */
    public record Day(
            LocalDate day,
            List<String> actsBegun,
            List<String> actsEnded,
            List<OfTable> rulesBegun,
            List<OfTable> rulesEnded) {
        static Day of(DayOfChange change, Ruleset ruleset) {
            return new Day(
                    change.day(),
                    change.actsBegun(),
                    change.actsEnded(),
                    byTable(change.rulesBegun(), ruleset),
                    byTable(change.rulesEnded(), ruleset));
        }

        private static List<OfTable> byTable(List<RuleId> rules, Ruleset ruleset) {
            return ruleset.tables().stream()
                    .map(table -> new OfTable(
                            table.id(),
                            table.title(),
                            rules.stream()
                                    .filter(rule -> rule.table().equals(table.id()))
                                    .map(RuleId::rule)
                                    .toList()))
                    .filter(table -> !table.rules().isEmpty())
                    .toList();
        }
    }

    @GET
    public TemplateInstance law() {
        Ruleset ruleset = desk.inForce();
        List<DayOfChange> days = DayOfChange.of(ruleset);
        LocalDate today = LocalDate.ofInstant(clock.instant(), desk.zone());
        return desk.page(Templates.law(
                LawChart.of(ruleset, days, today, desk.language()),
                days.stream().map(day -> Day.of(day, ruleset)).toList(),
                today));
    }
}
