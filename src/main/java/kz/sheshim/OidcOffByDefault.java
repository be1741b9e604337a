package kz.sheshim;

import io.quarkus.runtime.Application;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Without an address of an OpenID provider there are no tokens to know; Quarkus would refuse to start. */
public final class OidcOffByDefault implements ConfigSourceFactory {
    private static final String SERVER = "quarkus.oidc.auth-server-url";
    private static final String ENABLED = "quarkus.oidc.tenant-enabled";

    /** Below every source that somebody writes. */
    private static final int ORDINAL = 50;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        if (Application.currentApplication() == null) {
            return List.of(); // while the service is built, when what is found would count for ever
        }
        ConfigValue server = context.getValue(SERVER);
        boolean isNamed = server != null
                && server.getValue() != null
                && !server.getValue().isBlank();
        return isNamed
                ? List.of()
                : List.of(new PropertiesConfigSource(Map.of(ENABLED, "false"), "OpenID Connect off", ORDINAL));
    }
}
