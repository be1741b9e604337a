package kz.sheshim.adapter.cli;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lets a service decide recorded applications again, and prints what it found, with the signature of its log. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description =
                "Decide recorded applications again, each by the revision that decided it, and compare the verdicts byte for byte. Prints the note that the log has signed. Needs the API key of an auditor.")
final class ReplayCommand implements Callable<Integer> {
    private static final String PATH = "/api/v1/replays";
    private static final long POLL_MILLIS = 500;

    private final Toolbox tool;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ServerOptions server = new ServerOptions();

    @ArgGroup(multiplicity = "1")
    private Which which = new Which();

    /** All decisions, or some. */
    static final class Which {
        @Option(names = "--all", required = true, description = "Every recorded decision.")
        private boolean all;

        @ArgGroup(exclusive = false)
        private @Nullable SelectionOptions some;
    }

    ReplayCommand(Toolbox tool) {
        this.tool = tool;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Map<String, Object> selection = which.some == null ? Map.of() : which.some.json();
        Map<?, ?> ended = replay(selection);
        if (!SelectionOptions.isSame(selection, ended.get("selection"))) {
            throw new IOException("The service has replayed another selection than the one that was asked for: "
                    + ended.get("selection"));
        }
        if (!"ended".equals(ended.get("state"))) {
            throw new IOException("The replay is " + ended.get("state") + " after " + ended.get("replayed")
                    + " decisions" + (ended.get("failure") == null ? "" : ": " + ended.get("failure")));
        }
        out.println(ended.get("note"));
        if (ended.get("mismatches") instanceof List<?> mismatches) {
            mismatches.stream()
                    .map(each -> (Map<?, ?>) each)
                    .forEach(each -> out.println("entry " + each.get("entry") + ", decision " + each.get("decision")
                            + ": " + each.get("why")));
        }
        if (Stream.of("replayed", "erased", "missing").allMatch(count -> isNone(ended, count))) {
            out.println("No decision matches: nothing was replayed.");
            return SheshimCommand.FOUND;
        }
        boolean isSame = isNone(ended, "different");
        boolean isWhole = isNone(ended, "missing");
        out.println(ended.get("replayed") + " decisions: "
                + (isSame ? "every verdict is the same" : ended.get("different") + " verdicts are others")
                + (isWhole ? "" : "; case files that are gone without an erasure: " + ended.get("missing")));
        return isSame && isWhole ? SheshimCommand.CLEAN : SheshimCommand.FOUND;
    }

    /** Whether a count is left out, or 0. */
    private static boolean isNone(Map<?, ?> counts, String name) {
        return counts.get(name) == null || "0".equals(String.valueOf(counts.get(name)));
    }

    /** Begins the replay and waits for its end. */
    private Map<?, ?> replay(Map<String, Object> selection) throws IOException {
        Calls calls = new Calls(tool, server);
        try (WaitingLine waiting = WaitingLine.of(spec.commandLine())) {
            Map<?, ?> state = calls.ask("POST", PATH, selection);
            while ("running".equals(state.get("state"))) {
                waiting.tell("Decided again: " + state.get("replayed"));
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
                state = calls.ask("GET", PATH + "/" + state.get("id"), null);
            }
            return state;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the service replays");
        }
    }
}
