package kz.sheshim;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import picocli.CommandLine;

/** Starts the service; or, with a command, does that one thing without a server and a database. */
@QuarkusMain
public final class Main {
    private Main() {}

    public static void main(String... arguments) {
        // Until the settings are read Quarkus keeps every line of TRACE, and a command reads none: Drools has lines for
        // each fact.
        System.setProperty("logging.initial-configurator.min-level", "INFO");
        // Drools and MVEL name accessors by the default locale, also in threads of their own:
        // in Turkish the accessor of "identity" would be "getİdentity".
        Locale.setDefault(Locale.ROOT);
        if (arguments.length == 0 || arguments[0].equals("serve")) {
            Quarkus.run(arguments);
        } else {
            System.exit(command(arguments));
        }
    }

    private static int command(String... arguments) {
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        try {
            return CommandWiring.commandLine(Clock.systemUTC())
                    .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                    .setErr(err)
                    .execute(arguments);
        } catch (ConfigurationException e) {
            err.println(e.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
    }
}
