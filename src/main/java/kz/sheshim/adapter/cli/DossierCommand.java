package kz.sheshim.adapter.cli;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Orders the dossier of a draft anew, with its effect on selected applications, and waits for it. */
@Command(
        name = "dossier",
        mixinStandardHelpOptions = true,
        description =
                "Make the dossier of a draft anew, with its effect on the recorded applications that are selected, and show the effect. "
                        + "Default: the newest ones, as the settings of the service say.")
final class DossierCommand implements Callable<Integer> {
    private static final long POLL_MILLIS = 500;

    private final Toolbox tool;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Parameters(paramLabel = "ID", description = "The draft.")
    private String id = "";

    @ArgGroup(exclusive = false)
    private @Nullable SelectionOptions some;

    @Option(names = "--all", description = "Not only the newest ones.")
    private boolean all;

    @Option(names = "--cancel", description = "End what is being made. The dossier that is there stays.")
    private boolean cancel;

    DossierCommand(Toolbox tool) {
        this.tool = tool;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        DraftCalls calls = new DraftCalls(tool, server, out);
        String path = DraftCalls.PATH + "/" + id + "/dossier";
        if (cancel) {
            tool.service().ask(server.address(), server.key(), "DELETE", path, null);
            out.println("cancelled");
            return SheshimCommand.CLEAN;
        }
        Map<?, ?> dossier = made(calls, path);
        if (dossier.get("failure") != null) {
            throw new IOException("the dossier could not be made: " + dossier.get("failure"));
        }
        Map<?, ?> impact =
                dossier.get("content") instanceof Map<?, ?> content && content.get("impact") instanceof Map<?, ?> found
                        ? found
                        : Map.of();
        out.println(tool.json().apply(impact));
        return SheshimCommand.CLEAN;
    }

    /** Orders the dossier and waits until it is ready. */
    private Map<?, ?> made(DraftCalls calls, String path) throws IOException {
        try (Progress progress = new Progress(
                spec.commandLine().getOut(),
                spec.commandLine().getErr(),
                spec.commandLine().getColorScheme(),
                spec.commandLine().getColorScheme().ansi().enabled(),
                false)) {
            Map<?, ?> state = calls.ask("POST", path, selection());
            while (state.get("progress") != null) {
                progress.begin(String.valueOf(state.get("progress")));
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
                state = calls.ask("GET", path, null);
            }
            return state;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the service makes the dossier");
        }
    }

    private Map<String, Object> selection() {
        Map<String, Object> selection = new LinkedHashMap<>(some == null ? Map.of() : some.json());
        if (all) {
            selection.put("newest", "all");
        }
        return selection;
    }
}
