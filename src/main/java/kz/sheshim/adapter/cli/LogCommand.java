package kz.sheshim.adapter.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Works on the log of a service. */
@Command(
        name = "log",
        mixinStandardHelpOptions = true,
        description = "Let the log of a service go on after it has stopped. Needs the API key of an operator.")
final class LogCommand {
    private final Toolbox tool;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    LogCommand(Toolbox tool) {
        this.tool = tool;
    }

    @Command(
            name = "resume",
            mixinStandardHelpOptions = true,
            description =
                    "Let the log go on although the database does not continue what the service has seen, for example after a backup was restored. The incident becomes an entry, and case files that had been erased are erased again.")
    int resume(@Mixin ServerOptions server) throws IOException {
        Map<?, ?> done = new Calls(tool, server).ask("POST", "/api/v1/log/resumption", null);
        PrintWriter out = spec.commandLine().getOut();
        boolean isResumed = Boolean.TRUE.equals(done.get("resumed"));
        if (isResumed && done.get("stopped") instanceof String reason) {
            out.println("The incident is an entry of the log, but the log stands still: " + reason);
            out.println(
                    "Give it a new name (sheshim.log.name) and start the service again: it is a new log for witnesses.");
        } else if (isResumed) {
            out.println(
                    "The log goes on. The incident is an entry of it. Other replicas that have stopped need this, too.");
        } else if (done.get("stopped") instanceof String reason) {
            out.println("The log stands still for another reason, which this command cannot mend: " + reason);
        } else {
            out.println("There was nothing to resume: the database continues what the service has seen.");
        }
        out.println("Case files that had been erased and were in the database again: " + done.get("erasedAgain")
                + ". They are erased.");
        return done.get("stopped") instanceof String ? SheshimCommand.FOUND : SheshimCommand.CLEAN;
    }
}
