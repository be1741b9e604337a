package kz.sheshim.adapter.cli;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import kz.sheshim.publication.DossierContent;
import kz.sheshim.publication.DossierEffect;
import kz.sheshim.publication.ToldFinding;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
        requireOneMeaning();
        PrintWriter out = spec.commandLine().getOut();
        Calls calls = new Calls(tool, server);
        String path = DraftCalls.address(id) + "/dossier";
        if (cancel) {
            calls.delete(path);
            out.println("cancelled");
            return SheshimCommand.CLEAN;
        }
        DossierEffect effect = effect(made(calls, path));
        out.println(tool.json().apply(effect.json()));
        if (effect.decided() == 0
                && effect.unreadable() == 0
                && effect.undecided() == 0
                && effect.withheld().isEmpty()) {
            out.println("No decision matches: nothing was decided again.");
            return SheshimCommand.FOUND;
        }
        return SheshimCommand.CLEAN;
    }

    private void requireOneMeaning() {
        if (cancel && (all || some != null)) {
            throw new ParameterException(
                    spec.commandLine(), "--cancel orders nothing: leave out --all and the conditions.");
        }
        if (all && some != null && some.json().containsKey(SelectionOptions.NEWEST)) {
            throw new ParameterException(spec.commandLine(), "--all and --newest exclude each other.");
        }
    }

    /** A dossier, and the answer to the order of it. */
    private record Made(Map<?, ?> order, Map<?, ?> dossier) {}

    /** The effect that was ordered, and no other: not that of the dossier before it, nor of one that somebody else has ordered meanwhile. */
    private static DossierEffect effect(Made made) throws IOException {
        Map<?, ?> dossier = made.dossier();
        if (dossier.get("failure") != null) {
            throw new IOException("The dossier could not be made: " + dossier.get("failure"));
        }
        DossierContent content = DossierContent.of(dossier.get("content"));
        if (!isOf(made.order(), dossier)) {
            throw new IOException(
                    "The dossier that was ordered is not there: its making was cancelled, another one took its place, or another replica of the service answered. Order it again.");
        }
        DossierEffect effect = content.effect()
                .orElseThrow(() ->
                        new IOException("The dossier has no effect on recorded decisions: the draft cannot decide."
                                + content.findings().stream()
                                        .filter(ToldFinding::isError)
                                        .map(each -> "\n" + each.place() + ": " + each.message())
                                        .collect(Collectors.joining())));
        if (effect.failed().isPresent()) {
            throw new IOException(
                    "The effect could not be found out: " + effect.failed().get());
        }
        Object of = effect.json().get("selection");
        if (!(made.order().get("selection") instanceof Map<?, ?> asked) || !SelectionOptions.isSame(asked, of)) {
            throw new IOException(
                    "The dossier has the effect on another selection than the one that was asked for: " + of);
        }
        return effect;
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
    private Made made(Calls calls, String path) throws IOException {
        try (WaitingLine waiting = WaitingLine.of(spec.commandLine())) {
            Map<?, ?> order = calls.ask("POST", path, selection());
            Map<?, ?> state = order;
            while (state.get("progress") != null) {
                waiting.tell(String.valueOf(state.get("progress")));
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
            selection.put(SelectionOptions.NEWEST, "all");
        }
        return selection;
    }
}
