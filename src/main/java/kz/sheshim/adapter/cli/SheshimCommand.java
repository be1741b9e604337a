package kz.sheshim.adapter.cli;

import java.io.UncheckedIOException;
import kz.sheshim.engine.RulesConflict;
import kz.sheshim.engine.RulesNeverEnd;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line as a whole. Exit codes: 0 clean, 1 an error was found, 2 it could not run. */
@Command(
        name = "sheshim",
        mixinStandardHelpOptions = true,
        version = "sheshim 0.1",
        description = "Decides applications to a public service from rules that live in spreadsheets.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:clean", "1:an error was found", "2:it could not run"})
public final class SheshimCommand implements Runnable {
    static final int CLEAN = 0;
    static final int FOUND = 1;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }

    /** The parser with all its commands. */
    public static CommandLine commandLine(Toolbox toolbox) {
        return Misuse.inPlainWords(new CommandLine(new SheshimCommand())
                        .addSubcommand(new NewCommand(toolbox))
                        .addSubcommand(new CheckCommand(toolbox))
                        .addSubcommand(new ShowCommand(toolbox))
                        .addSubcommand(new DecideCommand(toolbox))
                        .addSubcommand(new DiffCommand(toolbox))
                        .addSubcommand(new CellsCommand(toolbox))
                        .addSubcommand(new ScenariosCommand(toolbox))
                        .addSubcommand(new ProposeCommand(toolbox))
                        .addSubcommand(DraftsCommand.with(toolbox))
                        .addSubcommand(new PublicationsCommand(toolbox))
                        .addSubcommand(new ReplayCommand(toolbox))
                        .addSubcommand(new VerifyCommand(toolbox))
                        .addSubcommand(new AuditCommand(toolbox))
                        .addSubcommand(new LogCommand(toolbox))
                        .addSubcommand(new ApiKeysCommand(toolbox))
                        .addSubcommand(new WitnessCommand(toolbox))
                        .addSubcommand(new ServeCommand())
                        .addSubcommand(new CommandLine.HelpCommand()))
                .setExecutionExceptionHandler((e, commandLine, parsed) -> {
                    if (e instanceof UncheckedIOException || e instanceof java.io.IOException) {
                        commandLine
                                .getErr()
                                .println(commandLine
                                        .getColorScheme()
                                        .errorText(NamedFile.wrong(e)
                                                .orElseGet(() -> said(e, commandLine.getCommandSpec()))));
                        return CommandLine.ExitCode.USAGE;
                    }
                    if (e instanceof RulesConflict || e instanceof RulesNeverEnd) {
                        commandLine
                                .getErr()
                                .println(commandLine
                                        .getColorScheme()
                                        .errorText("Nothing was decided: " + e.getMessage() + "."));
                        return FOUND;
                    }
                    throw e;
                });
    }

    private static String said(Exception failed, CommandSpec command) {
        String message = failed.getMessage();
        return message == null ? failed.toString() : Misuse.byOption(message, command);
    }
}
