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

/** Creates, lists and revokes the API keys of a service. */
@Command(
        name = "api-keys",
        mixinStandardHelpOptions = true,
        description = "Create, list and revoke the API keys of a service. Needs the API key of an operator.")
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
            description = "Create a key. It is shown once and never again.")
    int create(
            @Mixin ServerOptions server,
            @Option(
                            names = {"--submitter", "--owner"},
                            required = true,
                            paramLabel = "NAME",
                            description = "The submitter that uses the key.")
                    String submitter,
            @Option(
                            names = "--role",
                            required = true,
                            paramLabel = "ROLE",
                            split = ",",
                            description =
                                    "intake, analyst, approver, auditor, operator, archivist or emergency. Several roles: repeat the option or separate them by commas.")
                    List<String> roles,
            @Option(
                            names = "--expires",
                            paramLabel = "MOMENT",
                            description = "End of validity, such as 2027-11-23T00:00:00Z. Default: in one year.")
                    @Nullable
                    String expires)
            throws IOException {
        Map<String, Object> asked = new LinkedHashMap<>(Map.of("owner", submitter, "roles", roles));
        if (expires != null) {
            asked.put("expires", expires);
        }
        Map<?, ?> made = calls(server).ask("POST", PATH, asked);
        out().println("API key: " + made.get("key"));
        out().println("id " + made.get("id") + ", expires " + made.get("expires"));
        return SheshimCommand.CLEAN;
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "List all keys, newest first.")
    int list(@Mixin ServerOptions server) throws IOException {
        TextTable grid = new TextTable(List.of("id", "submitter", "roles", "expires", "revoked"));
        if (calls(server).ask("GET", PATH, null).get("keys") instanceof List<?> keys) {
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

    @Command(name = "revoke", mixinStandardHelpOptions = true, description = "Revoke a key for ever.")
    int revoke(
            @Mixin ServerOptions server,
            @Parameters(paramLabel = "ID", description = "The id of the key, from the list.") String id)
            throws IOException {
        calls(server).delete(Calls.address(PATH, "key", id));
        out().println("revoked");
        return SheshimCommand.CLEAN;
    }

    @Command(
            name = "bootstrap",
            mixinStandardHelpOptions = true,
            description =
                    "Print a new key that can create the first keys of a new database, and the setting that makes a service accept it. Does not call a service.")
    int bootstrap() {
        KeyText key = KeyText.random(new SecureRandom());
        out().println("API key: " + key.reveal());
        out().println("SHESHIM_ACCESS_BOOTSTRAP_HASH=" + key.hash().hex());
        return SheshimCommand.CLEAN;
    }

    private Calls calls(ServerOptions server) {
        return new Calls(tool, server);
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
