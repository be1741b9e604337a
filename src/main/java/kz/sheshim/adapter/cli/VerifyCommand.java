package kz.sheshim.adapter.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.log.tree.LogProof;
import kz.sheshim.log.tree.TrustPolicy;
import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.proof.VerifyProof;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks the proof of a decision, without a network. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Check the proof of a decision, without a network. One line for each step.")
final class VerifyCommand implements Callable<Integer> {
    private final Toolbox toolbox;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @ArgGroup(multiplicity = "1")
    private TrustOptions trust = new TrustOptions();

    @Option(
            names = "--revision",
            paramLabel = "FOLDER",
            description = "The files of the revision. The application is decided again by them.")
    private @Nullable Path revision;

    @Parameters(paramLabel = "FILE", description = "The proof, from GET /api/v1/decisions/ID/proof.")
    private Path file = Path.of("");

    VerifyCommand(Toolbox toolbox) {
        this.toolbox = toolbox;
    }

    @Override
    public Integer call() throws IOException {
        TrustPolicy trusted = trust.read(spec.commandLine());
        NamedFile.requireFile(file);
        if (Files.size(file) > LogProof.MAX_BYTES) {
            throw new IOException(file + " is too large for a proof");
        }
        byte[] proof = Files.readAllBytes(file);
        VerifyProof verifier = new VerifyProof(toolbox.parser(), toolbox.codec());
        if (revision == null) {
            return print(verifier.verify(proof, trusted, null));
        }
        try (DecidingPolicy policy = toolbox.compiler().compile(toolbox.files(revision))) {
            return print(verifier.verify(proof, trusted, policy));
        } catch (FaultyRuleset e) {
            Findings.printAside(e.findings(), spec.commandLine());
            return SheshimCommand.FOUND;
        }
    }

    private int print(VerifyProof.Findings findings) {
        PrintWriter out = spec.commandLine().getOut();
        findings.steps().forEach(step -> out.println(mark(step.holds()) + "  " + step.text()));
        boolean hold = findings.hold();
        out.println(hold ? "The proof holds." : "THE PROOF DOES NOT HOLD.");
        return hold ? SheshimCommand.CLEAN : SheshimCommand.FOUND;
    }

    private static String mark(@Nullable Boolean holds) {
        if (holds == null) {
            return " -  ";
        }
        return holds ? " ok " : "FAIL";
    }
}
