package kz.sheshim.adapter.cli;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        Map<?, ?> effect = effect(made(calls, path));
        out.println(tool.json().apply(effect));
        if (Stream.of("decided", "unreadable", "undecided").allMatch(count -> DossierLines.isNone(effect, count))
                && effect.get("withheld") == null) {
            out.println("No decision matches: nothing was decided again.");
            return SheshimCommand.FOUND;
        }
        return SheshimCommand.CLEAN;
    }

    /** A dossier, and the answer to the order of it. */
    private record Made(Map<?, ?> order, Map<?, ?> dossier) {}

    /** The effect that was ordered, and no other: not that of the dossier before it, nor of one that somebody else has ordered meanwhile. */
    private static Map<?, ?> effect(Made made) throws IOException {
        Map<?, ?> dossier = made.dossier();
        if (dossier.get("failure") != null) {
            throw new IOException("The dossier could not be made: " + dossier.get("failure"));
        }
        Map<?, ?> content = dossier.get("content") instanceof Map<?, ?> members ? members : Map.of();
        if (!isOf(made.order(), dossier)) {
            throw new IOException(
                    "The dossier that was ordered is not there: its making was cancelled, another one took its place, or another replica of the service answered. Order it again.");
        }
        if (!(content.get("impact") instanceof Map<?, ?> impact)) {
            throw new IOException("The dossier has no effect on recorded decisions: the draft cannot decide."
                    + errors(content.get("findings")));
        }
        if (impact.get("failed") != null) {
            throw new IOException("The effect could not be found out: " + impact.get("failed"));
        }
        if (!(made.order().get("selection") instanceof Map<?, ?> asked)
                || !SelectionOptions.isSame(asked, impact.get("selection"))) {
            throw new IOException("The dossier has the effect on another selection than the one that was asked for: "
                    + impact.get("selection"));
        }
        return impact;
    }

    /** The errors among findings, each on a line of its own. */
    private static String errors(@Nullable Object findings) {
        return findings instanceof List<?> list
                ? list.stream()
                        .map(finding -> (Map<?, ?>) finding)
                        .filter(finding -> "error".equals(finding.get("severity")))
                        .map(finding -> "\n" + finding.get("place") + ": " + finding.get("message"))
                        .collect(Collectors.joining())
                : "";
    }

    /** Whether a dossier was made after the order. */
    private static boolean isOf(Map<?, ?> order, Map<?, ?> dossier) {
        try {
            return !Instant.parse(String.valueOf(dossier.get("madeAt")))
                    .isBefore(Instant.parse(String.valueOf(order.get("orderedAt"))));
        } catch (DateTimeException notAMoment) {
            return false;
        }
    }

    /** Orders the dossier and waits until it is ready. */
    private Made made(DraftCalls calls, String path) throws IOException {
        try (ProgressLine progress = new ProgressLine(
                spec.commandLine().getOut(),
                spec.commandLine().getErr(),
                spec.commandLine().getColorScheme(),
                spec.commandLine().getColorScheme().ansi().enabled(),
                false)) {
            Map<?, ?> order = calls.ask("POST", path, selection());
            Map<?, ?> state = order;
            while (state.get("progress") != null) {
                progress.begin(String.valueOf(state.get("progress")));
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
                state = calls.ask("GET", path, null);
            }
            return new Made(order, state);
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
