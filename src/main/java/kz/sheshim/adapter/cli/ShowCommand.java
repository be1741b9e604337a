package kz.sheshim.adapter.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import kz.sheshim.policy.CanonicalForm;
import kz.sheshim.policy.ReceiptForm;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.Rule;
import kz.sheshim.vocabulary.Nearest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows a decision table or the form of a receipt as it was read, or lists all of them. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Show a decision table or the form of a receipt as it was read, or list all of them.")
final class ShowCommand implements Callable<Integer> {
    private final Toolbox tool;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Folder folder = new Folder();

    @Parameters(arity = "0..1", paramLabel = "TABLE", description = "The id of a table, or the code of a receipt.")
    private String table = "";

    ShowCommand(Toolbox tool) {
        this.tool = tool;
    }

    @Override
    public Integer call() {
        Optional<Ruleset> usable = Findings.usable(tool.check().read(tool.files(folder.path())), spec.commandLine());
        if (usable.isEmpty()) {
            return SheshimCommand.FOUND;
        }
        Ruleset ruleset = usable.get();
        PrintWriter out = spec.commandLine().getOut();
        ColorScheme colours = spec.commandLine().getColorScheme();
        if (table.isEmpty()) {
            TextTable list = new TextTable(List.of("table", "gives", "rules", "place", "title"));
            ruleset.tables()
                    .forEach(each -> list.add(List.of(
                            each.id(),
                            each.gives().name().toLowerCase(java.util.Locale.ROOT),
                            Integer.toString(each.rules().size()),
                            each.address().toString(),
                            each.title())));
            list.print(out, colours);
            if (!ruleset.receipts().forms().isEmpty()) {
                out.println();
                ReceiptFormTable.list(ruleset.receipts()).print(out, colours);
            }
            return SheshimCommand.CLEAN;
        }
        Optional<ReceiptForm> form = ruleset.receipts().forms().stream()
                .filter(each -> each.code().equals(table))
                .findFirst();
        if (form.isPresent()) {
            out.println(Findings.bold(form.get().title().en(), colours));
            out.println(form.get().address() + ", issued by "
                    + form.get().issuedBy().en());
            out.println();
            ReceiptFormTable.of(form.get()).print(out, colours);
        } else {
            DecisionTable shown = ruleset.tables().stream()
                    .filter(each -> each.id().equals(table))
                    .findFirst()
                    .orElseThrow(() -> unknown(ruleset));
            out.println(Findings.bold(shown.title(), colours));
            out.println(shown.address() + ", " + shown.hitPolicy() + ", gives "
                    + shown.gives().name().toLowerCase(java.util.Locale.ROOT)
                    + (shown.forEach() == null ? "" : ", for each of " + shown.forEach()));
            out.println();
            grid(shown, ruleset.meaning()).print(out, colours);
        }
        return SheshimCommand.CLEAN;
    }

    private ParameterException unknown(Ruleset ruleset) {
        List<String> ids = Stream.concat(
                        ruleset.tables().stream().map(DecisionTable::id),
                        ruleset.receipts().forms().stream().map(ReceiptForm::code))
                .toList();
        return new ParameterException(
                spec.commandLine(),
                "There is no table or receipt " + table
                        + Nearest.to(table, ids)
                                .map(near -> "; did you mean " + near + "?")
                                .orElse(""));
    }

    private static TextTable grid(DecisionTable table, CanonicalForm meaning) {
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        Set<String> columns = new LinkedHashSet<>(List.of("from", "until"));
        Set<String> conclusions = new LinkedHashSet<>();
        for (Rule rule : table.rules()) {
            Map<String, String> row = meaning.rule(table.id(), rule.id().rule());
            row.keySet().forEach(part -> (part.startsWith("→") ? conclusions : columns).add(part));
            rows.put(rule.id().rule(), row);
        }
        columns.addAll(conclusions);
        List<String> heading = new ArrayList<>(List.of("rule"));
        heading.addAll(columns);
        TextTable grid = new TextTable(heading);
        rows.forEach((id, row) -> {
            List<String> cells = new ArrayList<>(List.of(id));
            columns.forEach(column -> cells.add(row.getOrDefault(column, "")));
            grid.add(cells);
        });
        return grid;
    }
}
