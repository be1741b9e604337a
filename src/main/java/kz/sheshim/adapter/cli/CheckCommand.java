package kz.sheshim.adapter.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.Severity;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.publication.Activity;
import kz.sheshim.publication.PolicyCheck;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Finds everything that is wrong with a policy's files. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Find everything that is wrong with the workbooks, each with its cell.")
final class CheckCommand implements Callable<Integer> {
    private final Toolbox toolbox;

    @Mixin
    private PolicyOptions options = new PolicyOptions();

    @Option(
            names = {"-v", "--verbose"},
            description = "Say on the error output what is being done, and how long it took.")
    private boolean verbose;

    CheckCommand(Toolbox toolbox) {
        this.toolbox = toolbox;
    }

    @Override
    public Integer call() {
        PolicyCheck.Result result = check();
        if (options.json()) {
            Map<String, @Nullable Object> answer = new LinkedHashMap<>();
            answer.put(
                    "revision",
                    result.ruleset()
                            .map(ruleset -> ruleset.revision().toString())
                            .orElse(null));
            answer.put("findings", Findings.json(result.findings()));
            answer.put("scenarios", result.scenarios().map(Scenarios::json).orElse(null));
            options.out().println(toolbox.json().apply(answer));
        } else {
            if (!result.findings().isEmpty()) {
                options.out().println();
            }
            options.out().println(summary(result, options.colours()));
        }
        return result.usable() ? SheshimCommand.CLEAN : SheshimCommand.FOUND;
    }

    /** Prints the findings as they come, but not for a program, which gets one JSON text at the end. */
    private PolicyCheck.Result check() {
        try (ProgressLine progress = new ProgressLine(
                options.out(), options.err(), options.colours(), options.terminal() && !options.json(), verbose)) {
            progress.begin("Reading the files");
            List<PolicyFile> files = toolbox.files(options.folder());
            return toolbox.check().check(files, new PolicyCheck.Watcher() {
                @Override
                public void begins(Activity activity) {
                    progress.begin(activity.text());
                }

                @Override
                public void found(List<Finding> findings) {
                    if (!options.json()) {
                        progress.found(findings);
                    }
                }
            });
        }
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
