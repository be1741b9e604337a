package kz.sheshim.adapter.cli;

import java.net.URI;
import picocli.CommandLine.Option;

/** The options for the service that a command calls, and the key that it calls with. */
final class ServerOptions {
    @Option(
            names = "--server",
            defaultValue = "${env:SHESHIM_SERVER:-http://localhost:8080}",
            paramLabel = "URL",
            description = "The service (SHESHIM_SERVER, or else http://localhost:8080).")
    private URI address = URI.create("");

    @Option(
            names = "--api-key",
            defaultValue = "${env:SHESHIM_API_KEY:-}",
            showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER,
            paramLabel = "KEY",
            description = "The API key; better in SHESHIM_API_KEY, where other users of the machine do not see it.")
    private String key = "";

    URI address() {
        return address;
    }

    String key() {
        return key;
    }
}
