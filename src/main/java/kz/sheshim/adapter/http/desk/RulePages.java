package kz.sheshim.adapter.http.desk;

import static kz.sheshim.adapter.http.desk.Shown.inAddress;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.sheshim.access.Role;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.log.Feature;
import kz.sheshim.log.FeatureCounts;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Revision;
import kz.sheshim.policy.reading.TableSheet;
import kz.sheshim.publication.LoadedRuleset;
import kz.sheshim.publication.PublicationLog;
import kz.sheshim.publication.PublicationLog.Published;
import kz.sheshim.publication.Rulesets;
import kz.sheshim.scenario.Scenario;
import kz.sheshim.table.RuleId;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.workbook.Row;
import org.jspecify.annotations.Nullable;

/** One rule in force: the worked examples in which it matches, and what it said in earlier publications. */
@Path("/desk/tables/{table}/rules/{rule}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"intake", "analyst", "approver", "emergency", "auditor", "operator", "archivist"})
public class RulePages {
    private static final int PUBLICATIONS = 50;

    private final Desk desk;
    private final KnownLaw known;
    private final Rulesets rulesets;
    private final PublicationLog publications;
    private final Workbooks workbooks;
    private final KnownScenarios scenarios;
    private final FeatureCounts counts;
    private final Clock clock;

    RulePages(
            Desk desk,
            KnownLaw known,
            Rulesets rulesets,
            PublicationLog publications,
            Workbooks workbooks,
            KnownScenarios scenarios,
            FeatureCounts counts,
            Clock clock) {
        this.desk = desk;
        this.known = known;
        this.rulesets = rulesets;
        this.publications = publications;
        this.workbooks = workbooks;
        this.scenarios = scenarios;
        this.counts = counts;
        this.clock = clock;
    }

    /** What the rule says since a publication. */
    public record Past(String at, String revision, String title, String name, DrawnTable table) {}

    /**
     * What the rule decided in this month.
     *
     * @param number of decisions in which it matched; null for whoever does not see numbers
     * @param search the address of a search for them; empty for whoever does not see decisions
     */
    public record Decided(@Nullable Long number, String search) {}

    @CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance rule(
                DrawnTable table, String rule, Decided decided, List<Scenario> examples, List<Past> history);
    }

    @GET
    public TemplateInstance rule(@PathParam("table") String table, @PathParam("rule") String rule) {
        CellWords words = new CellWords(desk.inForce(), desk.language());
        List<PolicyFile> files = rulesets.withCurrent(LoadedRuleset::files);
        DrawnTable now = drawn(files, table, rule, words)
                .orElseThrow(() -> Problems.notFound(Phrase.of("There is no rule {0} in a table {1}.", rule, table)));
        return desk.page(Templates.rule(
                desk.writes() ? now.editedAt("/desk/rows?table=" + inAddress(table)) : now,
                rule,
                decided(new RuleId(table, rule)),
                rulesets.withCurrent(loaded -> scenarios.matching(loaded, new RuleId(table, rule))),
                history(table, rule, words)));
    }

    private Decided decided(RuleId rule) {
        LocalDate first = LocalDate.ofInstant(clock.instant(), desk.zone()).withDayOfMonth(1);
        boolean seesNumbers = Stream.of(Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR)
                .anyMatch(desk::is);
        boolean seesDecisions = desk.is(Role.INTAKE) || desk.is(Role.AUDITOR);
        return new Decided(
                seesNumbers
                        ? counts.of(
                                Feature.rule(rule),
                                first.atStartOfDay(desk.zone()).toInstant(),
                                clock.instant())
                        : null,
                seesDecisions ? "/desk/decisions?rule=" + inAddress(rule.toString()) + "&decidedFrom=" + first : "");
    }

    /** The publications since which the rule says something else, the newest first. */
    private List<Past> history(String table, String rule, CellWords words) {
        List<Published> all = publications.list(null, PUBLICATIONS);
        List<Past> history = new ArrayList<>();
        List<String> later = List.of();
        for (int i = all.size() - 1; i >= 0; i--) {
            Revision revision = all.get(i).publication().revision();
            Optional<DrawnTable> drawn = drawn(workbooks.files(revision), table, rule, words);
            List<String> texts = drawn.map(each -> each.lines().get(0).cells().stream()
                            .map(DrawnTable.DrawnCell::text)
                            .toList())
                    .orElse(List.of());
            if (drawn.isPresent() && !texts.equals(later)) {
                history.add(
                        0,
                        new Past(
                                desk.moment(all.get(i).publication().at()),
                                revision.toString(),
                                known.title(all.get(i).publication()),
                                Shown.revision(revision),
                                drawn.get()));
            }
            later = texts;
        }
        return history;
    }

    private Optional<DrawnTable> drawn(List<PolicyFile> files, String table, String rule, CellWords words) {
        return workbooks.find(files, table).flatMap(place -> {
            TableSheet sheet = place.table();
            List<Row> row = sheet.rules().stream()
                    .filter(each -> each.text(sheet.ruleColumn()).equals(rule))
                    .toList();
            TableSheet alone = new TableSheet(sheet.head(), sheet.columns(), row);
            return row.isEmpty()
                    ? Optional.empty()
                    : Optional.of(SheetChanges.table(
                            place.file().path() + " › " + place.sheet().name(), alone, alone, words, Map.of(), true));
        });
    }
}
