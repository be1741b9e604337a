package kz.sheshim.adapter.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.publication.PolicyCheck;
import kz.sheshim.scenario.Coverage;
import kz.sheshim.scenario.MutationScore;
import kz.sheshim.scenario.ScenarioRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the scenarios, and shows which rules and cells they exercise. */
@Command(
        name = "scenarios",
        mixinStandardHelpOptions = true,
        description =
                "Run the scenarios. Show which rules and cells they exercise, and which mistakes they would notice.")
final class ScenariosCommand implements Callable<Integer> {
    private final Toolbox toolbox;

    @Mixin
    private PolicyOptions options = new PolicyOptions();

    @Option(
            names = "--mutants",
            description = "Make small mistakes in the tables, one at a time, and list those that no scenario notices.")
    private boolean mutants;

    ScenariosCommand(Toolbox toolbox) {
        this.toolbox = toolbox;
    }

    @Override
    public Integer call() {
        PolicyCheck.Result result = check(toolbox.files(options.folder()));
        PrintWriter out = options.out();
        if (options.json()) {
            out.println(toolbox.json().apply(json(result)));
        } else if (result.scenarios().isEmpty()) {
            Findings.printAside(result.findings(), options.commandLine());
        } else {
            print(result, out, options.colours());
        }
        return result.usable() ? SheshimCommand.CLEAN : SheshimCommand.FOUND;
    }

    private PolicyCheck.Result check(List<PolicyFile> files) {
        if (!mutants) {
            return toolbox.check().check(files);
        }
        boolean terminal = options.terminal();
        try (ProgressBar progress = new ProgressBar(options.err(), terminal, "mistakes")) {
            return toolbox.check().checkWithMutants(files, progress);
        }
    }

    private static Map<String, @Nullable Object> json(PolicyCheck.Result result) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("findings", Findings.json(result.findings()));
        json.put("summary", result.scenarios().map(Scenarios::json).orElse(null));
        json.put(
                "scenarios",
                result.scenarios().map(run -> Scenarios.json(run.results())).orElse(null));
        json.put(
                "coverage",
                result.scenarios()
                        .map(run -> run.coverage().tables().stream()
                                .map(Scenarios::json)
                                .toList())
                        .orElse(null));
        json.put(
                "mutation",
                result.mutation()
                        .map(score ->
                                score.tables().stream().map(Scenarios::json).toList())
                        .orElse(null));
        return json;
    }

    private static void print(PolicyCheck.Result result, PrintWriter out, ColorScheme colours) {
        ScenarioRun run = result.scenarios().orElseThrow();
        list(run, out, colours);
        out.println();
        table(run.coverage(), result.mutation()).print(out, colours);
        shortcomings(run.coverage(), result.mutation(), out, colours);
        if (!result.findings().isEmpty()) {
            out.println();
            Findings.print(result.findings(), out, colours);
        }
        out.println();
        Style style = run.passed() == run.results().size() ? Style.fg_green : Style.fg_red;
        out.println(Findings.style(Scenarios.summary(run), colours, style)
                + ", " + run.coverage().decisive() + " of " + run.coverage().cells() + " condition cells decisive"
                + result.mutation()
                        .map(score -> ", " + score.noticed() + " of " + score.mutants() + " mistakes noticed")
                        .orElse(""));
    }

    private static void list(ScenarioRun run, PrintWriter out, ColorScheme colours) {
        int width = run.results().stream()
                .mapToInt(result -> result.scenario().id().length())
                .max()
                .orElse(0);
        String before = "";
        for (ScenarioRun.Result result : run.results()) {
            var address = result.scenario().address();
            String sheet = address.file() + " › " + address.sheet();
            if (!sheet.equals(before)) {
                out.println(Findings.bold(before.isEmpty() ? sheet : "\n" + sheet, colours));
                before = sheet;
            }
            out.println("  "
                    + (result.passes()
                            ? Findings.style("passes", colours, Style.fg_green)
                            : Findings.style("FAILS ", colours, Style.fg_red))
                    + "  " + result.scenario().id()
                    + " ".repeat(width - result.scenario().id().length()) + "  "
                    + result.scenario().shows());
        }
    }

    private static TextTable table(Coverage coverage, Optional<MutationScore> mutation) {
        List<String> heading = new ArrayList<>(List.of("table", "rules matched", "cells decisive"));
        mutation.ifPresent(score -> heading.add("mistakes noticed"));
        TextTable rows = new TextTable(heading);
        for (int i = 0; i < coverage.tables().size(); i++) {
            Coverage.TableCoverage table = coverage.tables().get(i);
            int rules = table.table().rules().size();
            List<String> cells = new ArrayList<>(List.of(
                    table.table().id(),
                    rules - table.uncovered().size() + " of " + rules,
                    table.cells() - table.undecided().size() + " of " + table.cells()));
            if (mutation.isPresent()) {
                MutationScore.OfTable score = mutation.get().tables().get(i);
                cells.add(score.noticed() + " of " + score.mutants());
            }
            rows.add(cells);
        }
        return rows;
    }

    private static void shortcomings(
            Coverage coverage, Optional<MutationScore> mutation, PrintWriter out, ColorScheme colours) {
        List<String> uncovered = new ArrayList<>();
        List<String> undecided = new ArrayList<>();
        List<String> unnoticed = new ArrayList<>();
        for (Coverage.TableCoverage table : coverage.tables()) {
            table.uncovered().forEach(rule -> uncovered.add(rule.id() + "  " + rule.address()));
            table.undecided()
                    .forEach(cell -> undecided.add(cell.rule() + "  " + cell.field() + ": " + cell.condition()));
        }
        mutation.ifPresent(score -> score.tables().forEach(table -> table.unnoticed()
                .forEach(mutant -> unnoticed.add(mutant.rule() + "  " + mutant.cell() + ": " + mutant.change()))));
        list("Rules that no scenario matches", uncovered, out, colours);
        list("Condition cells that no scenario makes decisive", undecided, out, colours);
        list("Mistakes that no scenario notices", unnoticed, out, colours);
    }

    private static void list(String title, List<String> lines, PrintWriter out, ColorScheme colours) {
        if (!lines.isEmpty()) {
            out.println();
            out.println(Findings.bold(title, colours));
            lines.forEach(line -> out.println("  " + line));
        }
    }
}
