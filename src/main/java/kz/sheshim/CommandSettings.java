package kz.sheshim;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The settings of a command. They come from the same places as those of the service: environment, system properties and config/application.properties. */
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
        SmallRyeConfig config = builder.build();
        RenamedSettings.refuse(config.getPropertyNames().iterator());
        return config.getConfigMapping(WorkbookSettings.class);
    }
}
