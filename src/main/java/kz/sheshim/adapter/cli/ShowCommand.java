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
import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.policy.ReceiptForm;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.Rule;
import kz.sheshim.vocabulary.Language;
import kz.sheshim.vocabulary.Nearest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows a decision table or the form of a receipt as it was read, or lists all of them. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Show a decision table or the form of a receipt as it was read, or list all of them.")
final class ShowCommand implements Callable<Integer> {
    private final Toolbox toolbox;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Folder folder = new Folder();

    @Option(names = "--drl", description = "Show the Drools rules that the rows of the table are compiled to.")
    private boolean drl;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "The id of a table, or the code of a receipt.")
    private String name = "";

    ShowCommand(Toolbox toolbox) {
        this.toolbox = toolbox;
    }

    @Override
    public Integer call() {
        if (drl && name.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--drl needs a table: sheshim show --drl TABLE");
        }
        Ruleset ruleset;
        try {
            ruleset = toolbox.compiler().reader().read(toolbox.files(folder.path()));
        } catch (FaultyRuleset e) {
            Findings.printAside(e.findings(), spec.commandLine());
            return SheshimCommand.FOUND;
        }
        if (name.isEmpty()) {
            list(ruleset);
        } else {
            show(ruleset);
        }
        return SheshimCommand.CLEAN;
    }

    private void list(Ruleset ruleset) {
        TextTable tables = new TextTable(List.of("table", "gives", "rules", "place", "title"));
        ruleset.tables()
                .forEach(each -> tables.add(List.of(
                        each.id(),
                        each.gives().code(),
                        Integer.toString(each.rules().size()),
                        each.address().toString(),
                        each.title())));
        print(tables);
        if (!ruleset.receipts().forms().isEmpty()) {
            out().println();
            print(ReceiptFormTable.list(ruleset.receipts()));
        }
    }

    private void show(Ruleset ruleset) {
        Optional<ReceiptForm> form = ruleset.receipts().forms().stream()
                .filter(each -> each.code().equals(name))
                .findFirst();
        if (form.isPresent()) {
            show(form.get());
            return;
        }
        DecisionTable table = ruleset.tables().stream()
                .filter(each -> each.id().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(ruleset));
        if (drl) {
            out().println(toolbox.compiler().text(ruleset, table).stripTrailing());
        } else {
            show(table, ruleset.meaning());
        }
    }

    private void show(ReceiptForm form) {
        heading(
                form.title().in(Language.ENGLISH),
                form.address() + ", issued by " + form.issuedBy().in(Language.ENGLISH));
        print(ReceiptFormTable.of(form));
    }

    private void show(DecisionTable table, CanonicalForm meaning) {
        heading(
                table.title(),
                table.address() + ", " + table.hitPolicy() + ", gives "
                        + table.gives().code()
                        + (table.forEach() == null ? "" : ", for each of " + table.forEach()));
        print(rows(table, meaning));
    }

    private void heading(String title, String below) {
        out().println(Findings.bold(title, spec.commandLine().getColorScheme()));
        out().println(below);
        out().println();
    }

    private void print(TextTable table) {
        table.print(out(), spec.commandLine().getColorScheme());
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private ParameterException unknown(Ruleset ruleset) {
        List<String> ids = Stream.concat(
                        ruleset.tables().stream().map(DecisionTable::id),
                        ruleset.receipts().forms().stream().map(ReceiptForm::code))
                .toList();
        return new ParameterException(
                spec.commandLine(),
                "There is no table or receipt " + name
                        + Nearest.to(name, ids)
                                .map(near -> "; did you mean " + near + "?")
                                .orElse(""));
    }

    /** A row for each rule, a column for each binding. */
    private static TextTable rows(DecisionTable table, CanonicalForm meaning) {
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
        TextTable text = new TextTable(heading);
        rows.forEach((id, row) -> {
            List<String> cells = new ArrayList<>(List.of(id));
            columns.forEach(column -> cells.add(row.getOrDefault(column, "")));
            text.add(cells);
        });
        return text;
    }
}
