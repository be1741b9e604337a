package kz.sheshim.adapter.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import kz.sheshim.log.LogUnavailable;
import kz.sheshim.log.tree.NotValid;
import kz.sheshim.log.tree.Note;
import kz.sheshim.proof.AuditLog;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Audits the whole record in a database, without the service. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description =
                "Read the whole record from the database, without the service, and compute every commitment, leaf, tile and checkpoint again.")
final class AuditCommand implements Callable<Integer> {
    private final Toolbox toolbox;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--database",
            required = true,
            paramLabel = "URL",
            description = "The database, such as jdbc:postgresql://localhost:5432/sheshim.")
    private String database = "";

    @Option(names = "--user", required = true, paramLabel = "NAME", description = "A role that may read the tables.")
    private String user = "";

    @Option(
            names = "--password",
            defaultValue = "${env:PGPASSWORD:-}",
            showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER,
            paramLabel = "PASSWORD",
            description = "Its password; better in PGPASSWORD, where other users of the machine do not see it.")
    private String password = "";

    @ArgGroup(multiplicity = "1")
    private TrustOptions trust = new TrustOptions();

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description =
                    "A checkpoint that was kept elsewhere, for example by a witness. Without it, one who has the key of the log can have rewritten everything.")
    private @Nullable Path checkpoint;

    AuditCommand(Toolbox toolbox) {
        this.toolbox = toolbox;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Note kept = kept();
        boolean terminal = spec.commandLine().getColorScheme().ansi().enabled();
        try (ProgressBar progress = new ProgressBar(spec.commandLine().getErr(), terminal, "Auditing")) {
            AuditLog.Report report = toolbox.audits()
                    .audit(database, user, password)
                    .audit(
                            trust.read(spec.commandLine()),
                            kept,
                            (entries, last) -> progress.accept((double) entries / Math.max(1, last)));
            progress.close();
            report.flaws().forEach(flaw -> out.println(flaw.toString()));
            out.printf(
                    "%d entries, %d of them in the tree, %d checkpoints: %s%n",
                    report.entries(),
                    report.inTree(),
                    report.checkpoints(),
                    report.flaws().isEmpty()
                            ? "nothing is wrong"
                            : report.flaws().size() == 1
                                    ? "one thing is wrong"
                                    : report.flaws().size() + " things are wrong");
            if (kept == null) {
                out.println(
                        "No checkpoint that was kept elsewhere was given: one who has the key of the log can have rewritten everything.");
            }
            return report.flaws().isEmpty() ? SheshimCommand.CLEAN : SheshimCommand.FOUND;
        } catch (LogUnavailable away) {
            throw new IOException("The database " + database + " cannot be read: " + away.reason(), away);
        }
    }

    private @Nullable Note kept() throws IOException {
        try {
            return checkpoint == null ? null : Note.parse(NamedFile.bytes(checkpoint));
        } catch (NotValid wrong) {
            throw new ParameterException(spec.commandLine(), checkpoint + ": " + wrong.getMessage());
        }
    }
}
