package kz.sheshim.adapter.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.Severity;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.publication.PolicyCheck;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells everything that is wrong with a policy's files. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Tell everything that is wrong with the workbooks, each with its cell.")
final class CheckCommand implements Callable<Integer> {
    private final Toolbox tool;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Folder folder = new Folder();

    @Option(names = "--json", description = "Write JSON, for programs.")
    private boolean json;

    CheckCommand(Toolbox tool) {
        this.tool = tool;
    }

    @Override
    public Integer call() {
        PolicyCheck.Result result = tool.check().check(tool.files(folder.path()));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Map<String, @Nullable Object> answer = new LinkedHashMap<>();
            answer.put(
                    "revision",
                    result.ruleset()
                            .map(ruleset -> ruleset.revision().toString())
                            .orElse(null));
            answer.put("findings", Findings.json(result.findings()));
            answer.put("scenarios", result.scenarios().map(Scenarios::json).orElse(null));
            out.println(tool.json().apply(answer));
        } else {
            ColorScheme colours = spec.commandLine().getColorScheme();
            Findings.print(result.findings(), out, colours);
            if (!result.findings().isEmpty()) {
                out.println();
            }
            out.println(summary(result, colours));
        }
        return result.usable() ? SheshimCommand.CLEAN : SheshimCommand.FOUND;
    }

    private static String summary(PolicyCheck.Result result, ColorScheme colours) {
        List<Finding> findings = result.findings();
        long errors = findings.stream()
                .filter(finding -> finding.defect().severity() == Severity.ERROR)
                .count();
        long warnings = findings.size() - errors;
        if (errors > 0) {
            return Findings.style(count(errors, "error"), colours, Style.fg_red) + ", " + count(warnings, "warning")
                    + (result.ruleset().isEmpty()
                            ? ": the policy cannot be used"
                            : ": the policy should not be published" + scenarios(result));
        }
        Ruleset ruleset = result.ruleset().orElseThrow();
        return Findings.style(warnings == 0 ? "clean" : count(warnings, "warning"), colours, Style.fg_green) + ": "
                + count(ruleset.tables().size(), "table") + ", "
                + count(
                        ruleset.tables().stream()
                                .mapToInt(table -> table.rules().size())
                                .sum(),
                        "rule") + scenarios(result) + ", "
                + ruleset.revision();
    }

    private static String scenarios(PolicyCheck.Result result) {
        return result.scenarios()
                .filter(run -> !run.results().isEmpty())
                .map(run -> ", " + Scenarios.summary(run))
                .orElse("");
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
