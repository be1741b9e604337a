package kz.sheshim;

import io.quarkus.runtime.Application;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Switches OpenID Connect off where it is not set, since Quarkus would refuse to start: tokens if no address of a provider is set, sign-in at the desk if no client
 * is. The desk uses the provider of the tokens.
 */
public final class OidcOffByDefault implements ConfigSourceFactory {
    private static final String SERVER = "quarkus.oidc.auth-server-url";
    private static final String ENABLED = "quarkus.oidc.tenant-enabled";
    private static final String DESK_SERVER = "quarkus.oidc.desk.auth-server-url";
    private static final String DESK_CLIENT = "quarkus.oidc.desk.client-id";
    private static final String DESK_ENABLED = "quarkus.oidc.desk.tenant-enabled";

    /** Below every source that somebody writes. */
    private static final int ORDINAL = 50;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        if (Application.currentApplication() == null) {
            return List.of(); // while the service is built, when what is found would count for ever
        }
        Map<String, String> defaults = new HashMap<>();
        String server = value(context, SERVER);
        if (server.isEmpty()) {
            defaults.put(ENABLED, "false");
        } else {
            defaults.put(DESK_SERVER, server);
        }
        if (value(context, DESK_CLIENT).isEmpty()
                || server.isEmpty() && value(context, DESK_SERVER).isEmpty()) {
            defaults.put(DESK_ENABLED, "false");
        }
        return List.of(new PropertiesConfigSource(defaults, "OpenID Connect off", ORDINAL));
    }

    private static String value(ConfigSourceContext context, String name) {
        ConfigValue value = context.getValue(name);
        return value == null || value.getValue() == null ? "" : value.getValue().strip();
    }
}
