package kz.sheshim.adapter.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import kz.sheshim.decision.Assessment;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.facts.Facts;
import kz.sheshim.json.DecisionView;
import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.table.Citation;
import kz.sheshim.verdict.Verdict;
import kz.sheshim.vocabulary.Language;
import kz.sheshim.vocabulary.Languages;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Finds the verdict on an application in a file. Nothing is recorded. */
@Command(
        name = "decide",
        mixinStandardHelpOptions = true,
        description =
                "Find the verdict on an application (JSON). Nothing is recorded. With --json: what POST /api/v1/assessments answers.")
final class DecideCommand implements Callable<Integer> {
    private final Toolbox toolbox;

    @Mixin
    private PolicyOptions options = new PolicyOptions();

    @Option(
            names = {"--lang", "--language"},
            paramLabel = "LANGUAGE",
            description =
                    "The language of the texts in the JSON, by its tag: kk (default: the policy's first language).")
    private @Nullable String language;

    @Parameters(paramLabel = "FILE", description = "The application, as it would be posted.")
    private Path file = Path.of("");

    DecideCommand(Toolbox toolbox) {
        this.toolbox = toolbox;
    }

    @Override
    public Integer call() throws IOException {
        byte[] body = NamedFile.bytes(file);
        try (DecidingPolicy policy = toolbox.compiler().compile(toolbox.files(options.folder()))) {
            return decide(policy, policy.read(body));
        } catch (FaultyRuleset e) {
            Findings.printAside(e.findings(), options.commandLine());
            return SheshimCommand.FOUND;
        }
    }

    private int decide(DecidingPolicy policy, DecidingPolicy.Reading application) {
        Language chosen = language(policy.ruleset().policy().languages());
        if (!application.faults().isEmpty()) {
            application.faults().forEach(fault -> options.err()
                    .println(fault.path() + ": " + fault.message()
                            + (fault.nearest() == null ? "" : " (did you mean " + fault.nearest() + "?)")));
            return SheshimCommand.FOUND;
        }
        Verdict verdict = policy.decide(application.facts());
        if (options.json()) {
            Assessment assessment = assessment(policy, application.facts(), verdict);
            options.out().println(toolbox.json().apply(DecisionView.of(assessment, chosen)));
        } else {
            print(verdict, options.out());
        }
        return SheshimCommand.CLEAN;
    }

    /** The assessment that the service would make, by an engine of the same name. */
    private Assessment assessment(DecidingPolicy policy, Facts facts, Verdict verdict) {
        String version = options.commandLine().getCommandSpec().root().version()[0];
        return new Assessment(
                policy.applicationReference(facts),
                verdict,
                policy.ruleset(),
                version + " / " + toolbox.compiler().engine());
    }

    private void print(Verdict verdict, PrintWriter out) {
        ColorScheme colours = options.colours();
        out.println(Findings.bold(verdict.outcome(), colours) + ", filed on " + verdict.filedOn()
                + (verdict.due() == null ? "" : ", due on " + verdict.due()));
        verdict.grounds()
                .forEach(ground -> out.println("  ground   " + ground.name() + "  "
                        + Findings.style(
                                "by " + ground.rule() + ", "
                                        + ground.citations().stream()
                                                .map(Citation::text)
                                                .collect(Collectors.joining("; ")),
                                colours,
                                Style.faint)));
        verdict.missingFacts().forEach(fact -> out.println("  missing  " + fact));
        verdict.notices().forEach(notice -> out.println("  notice   " + notice.name()));
        verdict.actions().forEach(action -> out.println("  action   " + action));
    }

    private Language language(Languages languages) {
        return language == null
                ? languages.first()
                : languages
                        .tagged(language)
                        .orElseThrow(() -> new ParameterException(
                                options.commandLine(),
                                "The policy has no texts in \"" + language + "\". Its languages are " + languages
                                        + "."));
    }
}
