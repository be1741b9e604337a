package kz.sheshim.adapter.http.desk;

import static kz.sheshim.adapter.http.desk.Shown.inAddress;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.sheshim.adapter.http.Parameters;
import kz.sheshim.adapter.http.desk.DrawnTable.Mark;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Revision;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.policy.reading.TableSheet;
import kz.sheshim.publication.LoadedRuleset;
import kz.sheshim.publication.Rulesets;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/** The decision tables of a revision, as their sheets show them. */
@Path("/desk/tables")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"intake", "analyst", "approver", "emergency", "auditor", "operator", "archivist"})
public class TablePages {
    private static final int MAX_FOUND = 200;

    private final Desk desk;
    private final KnownLaw known;
    private final Rulesets rulesets;
    private final Workbooks workbooks;
    private final Clock clock;

    TablePages(Desk desk, KnownLaw known, Rulesets rulesets, Workbooks workbooks, Clock clock) {
        this.desk = desk;
        this.known = known;
        this.rulesets = rulesets;
        this.workbooks = workbooks;
        this.clock = clock;
    }

    /** A workbook with its tables. */
    public record Book(String file, List<Entry> tables) {}

    /** A table in the list. */
    public record Entry(String id, String title, String gives, int rules) {
        static Entry of(DecisionTable table) {
            return new Entry(
                    table.id(),
                    table.title(),
                    table.gives().code(),
                    table.rules().size());
        }
    }

    /** A cell that contains what was searched for. */
    public record Found(String table, String title, String rule, String column, String text, String words) {}

    /** Whether the tables are those in force, and the address of the revision otherwise. */
    public record Shelf(String revision, boolean inForce) {
        /** The beginning of the revision. */
        public String name() {
            return Shown.revision(new Revision(revision));
        }

        /** What the address of a page of the same revision ends with. */
        public String query() {
            return inForce ? "" : "?revision=" + revision;
        }
    }

    @CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance tables(Shelf shelf, List<Book> books, String search, List<Found> found);

        static native TemplateInstance table(
                Shelf shelf, String nowAt, DrawnTable table, Map<String, String> head, String day);
    }

    @GET
    public TemplateInstance tables(
            @QueryParam("revision") @Nullable String revision, @QueryParam("q") @Nullable String search) {
        String wanted = search == null ? "" : search.strip();
        String lower = wanted.toLowerCase(Locale.ROOT);
        return of(revision, (shelf, loaded) -> {
            Map<String, List<Entry>> byFile = loaded.ruleset().tables().stream()
                    .filter(table -> contains(table.title(), lower) || contains(table.id(), lower))
                    .collect(Collectors.groupingBy(
                            table -> table.address().file(),
                            TreeMap::new,
                            Collectors.mapping(Entry::of, Collectors.toList())));
            List<Book> books = byFile.entrySet().stream()
                    .map(book -> new Book(book.getKey(), book.getValue()))
                    .toList();
            return Templates.tables(shelf, books, wanted, wanted.isEmpty() ? List.of() : find(loaded, lower));
        });
    }

    @GET
    @Path("/{id}")
    public TemplateInstance table(
            @PathParam("id") String id,
            @QueryParam("revision") @Nullable String revision,
            @QueryParam("on") @Nullable String on) {
        LocalDate day = on == null || on.isBlank()
                ? LocalDate.ofInstant(clock.instant(), desk.zone())
                : Parameters.day("on", on);
        return of(revision, (shelf, loaded) -> {
            Ruleset ruleset = loaded.ruleset();
            DecisionTable table = ruleset.tables().stream()
                    .filter(each -> each.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> Problems.notFound(Phrase.of("There is no table {0}.", id)));
            TableSheet sheet = sheet(loaded.files(), table);
            return Templates.table(
                    shelf,
                    desk.inForce().tables().stream().anyMatch(each -> each.id().equals(id))
                            ? "/desk/tables/" + inAddress(id)
                            : "/desk/tables",
                    DrawnTable.of(ruleset, table, sheet, desk.language(), day, (rule, column) -> Mark.NONE)
                            .withPagesAt(shelf.inForce() ? "/desk/tables/" + inAddress(id) + "/rules/" : "")
                            .editedAt(shelf.inForce() && desk.writes() ? "/desk/rows?table=" + inAddress(id) : ""),
                    sheet.head(),
                    day.toString());
        });
    }

    private interface Drawing {
        TemplateInstance of(Shelf shelf, LoadedRuleset loaded);
    }

    private TemplateInstance of(@Nullable String revision, Drawing drawing) {
        if (revision == null || revision.isBlank()) {
            return desk.page(rulesets.withCurrent(
                    loaded -> drawing.of(new Shelf(loaded.ruleset().revision().toString(), true), loaded)));
        }
        Revision asked = known.named(revision.strip());
        boolean inForce = desk.inForce().revision().equals(asked);
        return desk.page(rulesets.with(asked, loaded -> drawing.of(new Shelf(asked.toString(), inForce), loaded)));
    }

    private TableSheet sheet(List<PolicyFile> files, DecisionTable table) {
        return workbooks
                .find(files, table.id())
                .map(Workbooks.Place::table)
                .orElseThrow(() -> new IllegalStateException("no sheet of " + table.id()));
    }

    private List<Found> find(LoadedRuleset loaded, String lower) {
        List<Found> found = new ArrayList<>();
        for (DecisionTable table : loaded.ruleset().tables()) {
            DrawnTable drawn = DrawnTable.of(
                    loaded.ruleset(),
                    table,
                    sheet(loaded.files(), table),
                    desk.language(),
                    null,
                    (rule, column) -> Mark.NONE);
            for (DrawnTable.Line line : drawn.lines()) {
                for (int i = 0; i < line.cells().size() && found.size() < MAX_FOUND; i++) {
                    DrawnTable.DrawnCell cell = line.cells().get(i);
                    DrawnTable.Head head = drawn.columns().get(i);
                    if (contains(cell.text(), lower)
                            || contains(cell.words(), lower)
                            || !cell.text().isEmpty() && contains(head.binding(), lower)) {
                        found.add(new Found(
                                table.id(), table.title(), line.rule(), head.text(), cell.text(), cell.words()));
                    }
                }
            }
        }
        return found;
    }

    private static boolean contains(String text, String lower) {
        return text.toLowerCase(Locale.ROOT).contains(lower);
    }
}
