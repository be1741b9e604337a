package kz.sheshim.adapter.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.sheshim.access.KeyText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes, lists and revokes the API keys of a service. */
@Command(
        name = "api-keys",
        mixinStandardHelpOptions = true,
        description = "Make, list and revoke the API keys of a service, with the key of an operator.")
final class ApiKeysCommand {
    private static final String PATH = "/api/v1/api-keys";

    private final Toolbox tool;

    @Spec
    private CommandSpec spec;

    ApiKeysCommand(Toolbox tool) {
        this.tool = tool;
    }

    @Command(
            name = "create",
            mixinStandardHelpOptions = true,
            description = "Make a key; it is shown here and never again.")
    int create(
            @Mixin ServerOptions server,
            @Option(names = "--owner", required = true, paramLabel = "NAME", description = "Whose key it is.")
                    String owner,
            @Option(
                            names = "--role",
                            required = true,
                            paramLabel = "ROLE",
                            split = ",",
                            description = "intake, analyst, approver, auditor or operator; may be given several times.")
                    List<String> roles,
            @Option(
                            names = "--expires",
                            paramLabel = "MOMENT",
                            description =
                                    "Until when it opens anything, as 2027-11-23T00:00:00Z; in a year by default.")
                    @Nullable
                    String expires)
            throws IOException {
        Map<String, Object> asked = new LinkedHashMap<>(Map.of("owner", owner, "roles", roles));
        if (expires != null) {
            asked.put("expires", expires);
        }
        Map<?, ?> made = ask(server, "POST", PATH, tool.json().apply(asked));
        out().println("API key: " + made.get("key"));
        out().println("id " + made.get("id") + ", expires " + made.get("expires"));
        return SheshimCommand.CLEAN;
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "List all keys, newest first.")
    int list(@Mixin ServerOptions server) throws IOException {
        TextTable grid = new TextTable(List.of("id", "owner", "roles", "expires", "revoked"));
        if (ask(server, "GET", PATH, null).get("keys") instanceof List<?> keys) {
            for (Object each : keys) {
                Map<?, ?> key = (Map<?, ?>) each;
                grid.add(List.of(
                        text(key, "id"),
                        text(key, "owner"),
                        text(key, "roles"),
                        text(key, "expires"),
                        text(key, "revoked")));
            }
        }
        grid.print(out(), spec.commandLine().getColorScheme());
        return SheshimCommand.CLEAN;
    }

    @Command(name = "revoke", mixinStandardHelpOptions = true, description = "Revoke a key, for ever.")
    int revoke(
            @Mixin ServerOptions server, @Parameters(paramLabel = "ID", description = "Its id in the list.") String id)
            throws IOException {
        tool.service().ask(server.address(), server.key(), "DELETE", PATH + "/" + id, null);
        out().println("revoked");
        return SheshimCommand.CLEAN;
    }

    @Command(
            name = "bootstrap",
            mixinStandardHelpOptions = true,
            description =
                    "Invent a key that makes the first keys of a new database, and the setting that lets it in. Asks no service.")
    int bootstrap() {
        KeyText key = KeyText.random(new SecureRandom());
        out().println("API key: " + key.reveal());
        out().println("SHESHIM_ACCESS_BOOTSTRAP_HASH=" + key.hash().hex());
        return SheshimCommand.CLEAN;
    }

    private Map<?, ?> ask(ServerOptions server, String method, String path, @Nullable String body) throws IOException {
        byte[] answer = tool.service().ask(server.address(), server.key(), method, path, body);
        if (tool.parser().parse(answer).value() instanceof Map<?, ?> members) {
            return members;
        }
        throw new IOException(server.address() + " does not answer as this service does");
    }

    private static String text(Map<?, ?> key, String member) {
        Object value = key.get(member);
        if (value instanceof List<?> list) {
            return String.join(",", list.stream().map(Object::toString).toList());
        }
        return value == null ? "" : value.toString();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
