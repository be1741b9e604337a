package kz.sheshim.adapter.embedded;

import io.quarkus.runtime.Application;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Starts the embedded server if the service starts without {@code quarkus.datasource.jdbc.url}, and configures the data source with it. Quarkus needs the
 * address before it creates the connection pool. Configuration is also read by the build and by the test runner; no application starts then, so no server is
 * started either.
 */
public final class EmbeddedServerConfig implements ConfigSourceFactory {
    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final String DATA_DIR = "sheshim.embedded.data-dir";
    private static final String API_KEY_FILE = "sheshim.embedded.api-key-file";
    private static final String LOG_FOLDER = "sheshim.log.folder";
    private static final String DEFAULT_DATA_DIR = "data/postgres";

    /** Above every other source: a user or password without a URL has no meaning. */
    private static final int ORDINAL = 1_000;

    /** Below every source in which somebody sets something, and above the defaults of the settings themselves. */
    private static final int ORDINAL_OF_DEFAULTS = 1;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        if (Application.currentApplication() == null || !value(context, URL, "").isEmpty()) {
            return List.of();
        }
        Path folder = Path.of(value(context, DATA_DIR, DEFAULT_DATA_DIR));
        EmbeddedServer server = start(folder);
        Map<String, String> address = Map.of(
                URL,
                server.jdbcUrl(),
                "quarkus.datasource.username",
                server.username(),
                "quarkus.datasource.password",
                server.password(),
                "quarkus.flyway.username",
                server.owner(),
                "quarkus.flyway.password",
                server.ownerPassword(),
                API_KEY_FILE,
                server.apiKeyFile().toString());
        Map<String, String> beside =
                Map.of(LOG_FOLDER, folder.toAbsolutePath().resolveSibling("log").toString());
        return List.of(
                new PropertiesConfigSource(address, "embedded PostgreSQL", ORDINAL),
                new PropertiesConfigSource(beside, "beside embedded PostgreSQL", ORDINAL_OF_DEFAULTS));
    }

    /** Throws a {@code ConfigurationException}: Quarkus prints its message without a stack trace and exits. */
    private static EmbeddedServer start(Path folder) {
        try {
            return EmbeddedServer.start(folder);
        } catch (EmbeddedServerFailed failed) {
            throw new ConfigurationException(failed.getMessage());
        }
    }

    private static String value(ConfigSourceContext context, String name, String otherwise) {
        ConfigValue configured = context.getValue(name);
        return configured == null
                        || configured.getValue() == null
                        || configured.getValue().isBlank()
                ? otherwise
                : configured.getValue();
    }
}
