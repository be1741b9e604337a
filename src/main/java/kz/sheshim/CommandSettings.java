package kz.sheshim;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The settings of a command, which runs without a service: environment, system properties and config/application.properties, as a service reads them. */
final class CommandSettings {
    private static final Path FILE = Path.of("config", "application.properties");
    private static final int ABOVE_DEFAULTS = 260;

    private CommandSettings() {}

    static WorkbookSettings workbook() {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .addSystemSources()
                .withMapping(WorkbookSettings.class)
                .withMappingIgnore("sheshim.**");
        if (Files.exists(FILE)) {
            try {
                builder.withSources(new PropertiesConfigSource(FILE.toUri().toURL(), ABOVE_DEFAULTS));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + FILE, e);
            }
        }
        return builder.build().getConfigMapping(WorkbookSettings.class);
    }
}
