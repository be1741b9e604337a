package kz.sheshim.adapter.cli;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A step of a draft for which somebody only says why. */
@Command(mixinStandardHelpOptions = true)
final class DraftStepCommand implements Callable<Integer> {
    private final Toolbox tool;
    private final String step;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Parameters(paramLabel = "ID", description = "The draft.")
    private String id = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
    private String reason = "";

    private DraftStepCommand(Toolbox tool, String step) {
        this.tool = tool;
        this.step = step;
    }

    /** @param step its place under the address of the draft */
    static CommandLine of(Toolbox tool, String step, String description) {
        CommandLine command = new CommandLine(new DraftStepCommand(tool, step));
        command.getCommandSpec().usageMessage().description(description);
        return command;
    }

    @Override
    public Integer call() throws IOException {
        new DraftCalls(tool, server, spec.commandLine().getOut()).step(id, step, Map.of("text", reason));
        return SheshimCommand.CLEAN;
    }
}
