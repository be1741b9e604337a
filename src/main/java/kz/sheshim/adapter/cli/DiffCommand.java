package kz.sheshim.adapter.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.policy.PolicyDiff;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.publication.Changes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows what differs between two policies; the order of rows, columns, sheets and files does not matter. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = "Show what differs in meaning between two policies. The exit code is 1 if anything does.")
final class DiffCommand implements Callable<Integer> {
    private final Toolbox toolbox;

    @Mixin
    private PolicyOptions options = new PolicyOptions();

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Parameters(
            index = "0",
            paramLabel = "BEFORE",
            description =
                    "A folder with decision-tables and rules; or a workbook or rule file in an earlier state, with the rest"
                            + " from --policy; or a revision (sha256:...) that the service has stored.")
    private String before = "";

    @Parameters(index = "1", paramLabel = "AFTER", description = "Likewise.")
    private String after = "";

    DiffCommand(Toolbox toolbox) {
        this.toolbox = toolbox;
    }

    @Override
    public Integer call() throws IOException {
        Optional<Ruleset> old = read(before);
        Optional<Ruleset> now = read(after);
        if (old.isEmpty() || now.isEmpty()) {
            return SheshimCommand.FOUND;
        }
        Changes changes = Changes.between(old.get(), now.get(), toolbox.comparison());
        PrintWriter out = options.out();
        if (options.json()) {
            out.println(toolbox.json().apply(changes.json()));
        } else {
            print(changes.differences(), new MeaningSection(changes), out, options.colours());
        }
        return changes.differences().isEmpty() ? SheshimCommand.CLEAN : SheshimCommand.FOUND;
    }

    private Optional<Ruleset> read(String side) throws IOException {
        List<PolicyFile> files = new DiffSide(side, options.folder(), server).files(toolbox);
        try {
            return Optional.of(toolbox.compiler().reader().read(files));
        } catch (FaultyRuleset e) {
            options.err().println(side + " cannot be compared:");
            Findings.printAside(e.findings(), options.commandLine());
            return Optional.empty();
        }
    }

    private static void print(
            List<PolicyDiff> differences, MeaningSection meanings, PrintWriter out, ColorScheme colours) {
        if (differences.isEmpty()) {
            out.println("the same in meaning");
        }
        String whole = "";
        for (PolicyDiff difference : differences) {
            if (!difference.whole().equals(whole)) {
                meanings.print(whole, out);
                whole = difference.whole();
                out.println(Findings.bold(whole, colours));
            }
            String part = difference.part().isEmpty() ? "" : difference.part() + ": ";
            if (difference.before() != null) {
                out.println(Findings.style("  - " + part + difference.before(), colours, Style.fg_red));
            }
            if (difference.after() != null) {
                out.println(Findings.style("  + " + part + difference.after(), colours, Style.fg_green));
            }
        }
        meanings.print(whole, out);
    }
}
