package kz.sheshim.adapter.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.verdict.Ground;
import kz.sheshim.verdict.Notice;
import kz.sheshim.verdict.Verdict;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Finds the verdict on an application in a file; records nothing. */
@Command(
        name = "decide",
        mixinStandardHelpOptions = true,
        description = "Find the verdict on an application (JSON); records nothing.")
final class DecideCommand implements Callable<Integer> {
    private final Toolbox toolbox;

    @Mixin
    private PolicyOptions options = new PolicyOptions();

    @Parameters(paramLabel = "FILE", description = "The application, as it would be posted.")
    private Path file = Path.of("");

    DecideCommand(Toolbox toolbox) {
        this.toolbox = toolbox;
    }

    @Override
    public Integer call() throws IOException, FaultyRuleset {
        byte[] body = Files.readAllBytes(file);
        Optional<Ruleset> usable =
                Findings.usable(toolbox.check().read(toolbox.files(options.folder())), options.commandLine());
        if (usable.isEmpty()) {
            return SheshimCommand.FOUND;
        }
        Ruleset ruleset = usable.get();
        try (DecidingPolicy policy = toolbox.compiler().compile(ruleset)) {
            return decide(policy, policy.read(body));
        }
    }

    private int decide(DecidingPolicy policy, DecidingPolicy.Reading application) {
        if (!application.faults().isEmpty()) {
            application.faults().forEach(fault -> options.err()
                    .println(fault.path() + ": " + fault.message()
                            + (fault.nearest() == null ? "" : " (did you mean " + fault.nearest() + "?)")));
            return SheshimCommand.FOUND;
        }
        print(policy.decide(application.facts()), options.out());
        return SheshimCommand.CLEAN;
    }

    private void print(Verdict verdict, PrintWriter out) {
        if (options.json()) {
            Map<String, @Nullable Object> answer = new LinkedHashMap<>();
            answer.put("outcome", verdict.outcome());
            answer.put("filedOn", verdict.filedOn().toString());
            answer.put("grounds", verdict.grounds().stream().map(Ground::name).toList());
            answer.put("missingFacts", verdict.missingFacts());
            answer.put("notices", verdict.notices().stream().map(Notice::name).toList());
            answer.put("actions", verdict.actions());
            answer.put("due", verdict.due() == null ? null : verdict.due().toString());
            out.println(toolbox.json().apply(answer));
            return;
        }
        ColorScheme colours = options.colours();
        out.println(Findings.bold(verdict.outcome(), colours) + ", filed on " + verdict.filedOn()
                + (verdict.due() == null ? "" : ", due on " + verdict.due()));
        verdict.grounds()
                .forEach(ground -> out.println("  ground   " + ground.name() + "  "
                        + Findings.style(
                                "by " + ground.rule() + ", " + ground.citation().act() + " ("
                                        + ground.citation().status() + ")",
                                colours,
                                Style.faint)));
        verdict.missingFacts().forEach(fact -> out.println("  missing  " + fact));
        verdict.notices().forEach(notice -> out.println("  notice   " + notice.name()));
        verdict.actions().forEach(action -> out.println("  action   " + action));
    }
}
