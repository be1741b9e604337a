package kz.sheshim.adapter.cli;

import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.sheshim.log.tree.NotValid;
import kz.sheshim.log.tree.VerifierKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs a witness of logs until the process ends. */
@Command(
        name = "witness",
        mixinStandardHelpOptions = true,
        description = "Run a witness: cosign the checkpoints of logs, and refuse a log that shows two histories.")
final class WitnessCommand implements Callable<Integer> {
    private static final Pattern LISTEN = Pattern.compile("(.+):([0-9]{1,5})");

    private final Toolbox tool;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--listen",
            required = true,
            paramLabel = "HOST:PORT",
            description = "Where it answers HTTP, such as 127.0.0.1:8100. For HTTPS put a proxy before it.")
    private String listen = "";

    @Option(
            names = "--state",
            required = true,
            paramLabel = "FOLDER",
            description = "Its key and what it has cosigned. Never restore this folder from a backup.")
    private Path state = Path.of("");

    @Option(
            names = "--name",
            required = true,
            paramLabel = "NAME",
            description = "The name of its key, such as audit.example.org/witness.")
    private String name = "";

    @Option(
            names = "--log",
            required = true,
            paramLabel = "VKEY",
            description = "The public key of a log, as its /log/v1/key shows it. Several logs: repeat the option.")
    private List<String> logs = List.of();

    WitnessCommand(Toolbox tool) {
        this.tool = tool;
    }

    @Override
    public Integer call() throws Exception {
        Toolbox.RunningWitness started;
        try {
            List<VerifierKey> keys = new ArrayList<>();
            for (String log : logs) {
                keys.add(VerifierKey.parse(log));
            }
            started = tool.witnesses().start(address(), state, name, keys, this::say);
        } catch (NotValid e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        try (AutoCloseable server = started.server()) {
            say("Public key of this witness: " + started.key());
            say("It answers at http://" + started.address().getHostString() + ":"
                    + started.address().getPort() + "/ for " + logs.size() + " key(s) of logs.");
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return SheshimCommand.CLEAN;
    }

    private InetSocketAddress address() {
        Matcher matcher = LISTEN.matcher(listen);
        if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > 65_535) {
            throw new NotValid("--listen has the form HOST:PORT, not " + listen);
        }
        return new InetSocketAddress(matcher.group(1), Integer.parseInt(matcher.group(2)));
    }

    private void say(String sentence) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(sentence);
        out.flush();
    }
}
