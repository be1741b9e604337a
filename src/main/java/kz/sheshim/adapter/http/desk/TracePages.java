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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kz.sheshim.adapter.http.DecisionIds;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.engine.Trace;
import kz.sheshim.engine.Trace.TracedTable;
import kz.sheshim.log.Decision;
import kz.sheshim.log.DecisionLogReader;
import kz.sheshim.policy.Revision;
import kz.sheshim.policy.reading.TableSheet;
import kz.sheshim.publication.LoadedRuleset;
import kz.sheshim.publication.Rulesets;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.RuleId;
import kz.sheshim.verdict.MatchedRule;
import kz.sheshim.verdict.ValueTexts;
import kz.sheshim.verdict.VerdictCodec;
import kz.sheshim.verdict.VerdictTexts;
import kz.sheshim.vocabulary.Phrase;

/** How a decision came about, drawn in the tables of the revision that decided. */
@Path("/desk/decisions/{id}/trace")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"intake", "auditor"})
public class TracePages {
    private static final int DRAWINGS = 8;
    private static final int ALL_DRAWINGS = 50;

    private final Desk desk;
    private final DecisionLogReader log;
    private final Rulesets rulesets;
    private final Workbooks workbooks;
    private final VerdictCodec codec;

    TracePages(Desk desk, DecisionLogReader log, Rulesets rulesets, Workbooks workbooks, VerdictCodec codec) {
        this.desk = desk;
        this.log = log;
        this.rulesets = rulesets;
        this.workbooks = workbooks;
        this.codec = codec;
    }

    /**
     * The decision whose trace is shown.
     *
     * @param law the beginning of the revision that decided; empty: it is in force
     * @param same whether the rules give the recorded verdict again
     */
    public record Traced(
            String path, String name, String outcome, String kind, String revision, String law, boolean same) {}

    /** A table without drawings. */
    public record Named(String id, String title) {
        static Named of(DecisionTable table) {
            return new Named(table.id(), table.title());
        }
    }

    @CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance trace(
                Traced decision, List<ExaminedTable> telling, List<Named> silent, List<Named> notExamined);

        static native TemplateInstance traceOfTable(Traced decision, ExaminedTable table);
    }

    @GET
    public TemplateInstance trace(@PathParam("id") String id) {
        return of(id, (drawing, traced) -> {
            List<ExaminedTable> telling = new ArrayList<>();
            List<Named> silent = new ArrayList<>();
            Set<String> examined = new HashSet<>();
            for (TracedTable table : drawing.trace().tables()) {
                examined.add(table.table().id());
                if (ExaminedTable.tells(table.rules())) {
                    telling.add(drawing.of(table, true, DRAWINGS));
                } else {
                    silent.add(Named.of(table.table()));
                }
            }
            List<Named> notExamined = drawing.loaded().ruleset().tables().stream()
                    .filter(table -> !examined.contains(table.id()))
                    .map(Named::of)
                    .toList();
            return Templates.trace(traced, telling, silent, notExamined);
        });
    }

    @GET
    @Path("/{table}")
    public TemplateInstance table(@PathParam("id") String id, @PathParam("table") String table) {
        return of(id, (drawing, traced) -> drawing.trace().tables().stream()
                .filter(each -> each.table().id().equals(table))
                .findFirst()
                .map(each -> Templates.traceOfTable(traced, drawing.of(each, false, ALL_DRAWINGS)))
                .orElseThrow(() -> Problems.notFound(Phrase.of("The table {0} was not examined.", table))));
    }

    private interface Page {
        TemplateInstance of(Drawing drawing, Traced traced);
    }

    private TemplateInstance of(String id, Page page) {
        Decision decision = desk.caller()
                .find(log, DecisionIds.read(id))
                .orElseThrow(() -> DecisionIds.unknown(id))
                .decision();
        return desk.page(rulesets.with(decision.revision(), loaded -> {
            Trace trace = loaded.policy()
                    .explain(loaded.policy()
                            .read(decision.received().getBytes(StandardCharsets.UTF_8))
                            .facts());
            return page.of(new Drawing(loaded, trace), traced(decision, loaded, trace));
        }));
    }

    private Traced traced(Decision decision, LoadedRuleset loaded, Trace trace) {
        String outcome = decision.verdict().outcome();
        return new Traced(
                DecisionPages.PATH + decision.id(),
                ValueTexts.shortened(decision.reference(), DecisionFile.HEADING),
                new VerdictTexts(loaded.ruleset(), desk.language(), decision.verdict()).outcome(outcome),
                FoundDecision.kind(loaded.ruleset().catalogue(), outcome),
                decision.revision().toString(),
                decision.revision().equals(desk.inForce().revision()) ? "" : Shown.revision(decision.revision()),
                trace.verdict()
                        .map(codec::encode)
                        .filter(decision.verdictText()::equals)
                        .isPresent());
    }

    /** Draws the tables of a trace. */
    private final class Drawing {
        private final LoadedRuleset loaded;
        private final Trace trace;
        private final TracedSheet drawer;
        private final ApplicationFacts names;

        Drawing(LoadedRuleset loaded, Trace trace) {
            this.loaded = loaded;
            this.trace = trace;
            Set<RuleId> matched = trace.verdict().stream()
                    .flatMap(verdict -> verdict.matched().stream())
                    .map(MatchedRule::rule)
                    .collect(Collectors.toSet());
            drawer = new TracedSheet(
                    loaded.ruleset(), desk.language(), DecisionPages.texts(desk), trace.facts(), matched);
            names = new ApplicationFacts(loaded.ruleset(), desk.language());
        }

        LoadedRuleset loaded() {
            return loaded;
        }

        Trace trace() {
            return trace;
        }

        ExaminedTable of(TracedTable traced, boolean onlyTelling, int max) {
            TableSheet sheet = workbooks
                    .find(loaded.files(), traced.table().id())
                    .map(Workbooks.Place::table)
                    .orElseThrow(() -> new IllegalStateException(
                            "no sheet of " + traced.table().id()));
            return ExaminedTable.of(
                    traced, sheet, drawer, names, rows(traced.table().id()), onlyTelling, max);
        }

        /** Where the rows of the table are seen, as they were in the revision that decided. */
        private String rows(String table) {
            String address = "/desk/tables/" + inAddress(table);
            Revision decided = loaded.ruleset().revision();
            return decided.equals(desk.inForce().revision())
                    ? address + "/rules/"
                    : address + "?revision=" + decided + "#rule-";
        }
    }
}
