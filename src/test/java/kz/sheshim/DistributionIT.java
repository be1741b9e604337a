package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The archive that {@code mvn package} makes: whatever its Dockerfile, its systemd unit and its launcher name is in it. */
class DistributionIT {
    /** Where the container and the unit have the distribution. */
    private static final String HOME = "/opt/sheshim/";

    private static final Path TARGET = Path.of("target");

    /** What is in the archive, by its path without the first folder, with its mode. */
    private static final Map<String, Integer> MODES = new HashMap<>();

    private static final Map<String, String> TEXTS = new HashMap<>();

    @BeforeAll
    static void read() throws IOException {
        Path archive;
        try (Stream<Path> built = Files.list(TARGET)) {
            archive = built.filter(path -> path.getFileName().toString().matches("sheshim-.*\\.tar\\.gz"))
                    .findFirst()
                    .orElseThrow();
        }
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
                TarArchiveInputStream entries = new TarArchiveInputStream(new GzipCompressorInputStream(file))) {
            for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                String path = entry.getName().replaceFirst("^[^/]*/", "");
                MODES.put(path, entry.getMode());
                if (Set.of("Dockerfile", "sheshim.service", "bin/sheshim").contains(path)) {
                    TEXTS.put(path, new String(entries.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
    }

    private static List<String> found(String file, String pattern) {
        return Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(TEXTS.get(file))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @Test
    void containerAndUnitNameOnlyWhatIsThere() {
        for (String file : List.of("Dockerfile", "sheshim.service")) {
            List<String> named = found(file, "(?<=[ =])" + HOME + "[\\w./-]+");
            assertThat(named).as(file).isNotEmpty().allSatisfy(path -> assertThat(MODES)
                    .containsKey(path.substring(HOME.length())));
        }
        assertThat(found("Dockerfile", "(?<=^COPY )\\S+"))
                .as("the folder in which the Dockerfile lies, and nothing beside it")
                .containsExactly(".");
        assertThat(MODES.get("bin/sheshim") & 0111)
                .as("who may run the launcher")
                .isEqualTo(0111);
    }

    @Test
    void launcherFindsTheClassesOfTheService() {
        List<String> named = found("bin/sheshim", "(?<=\\$lib/)[\\w./-]*(?=[:*\\n\"])");
        assertThat(named).contains("quarkus-run.jar", "quarkus/generated-bytecode.jar", "app/", "lib/main/");
        assertThat(named).filteredOn(path -> !path.endsWith(".jsa")).allSatisfy(path -> assertThat(MODES)
                .containsKey("lib/" + path));
    }

    /** The program's own folder can only be read there: what the service writes must be in the volume or the state folder. */
    @Test
    void serviceWritesOnlyWhereItMay() {
        assertThat(found("Dockerfile", "(?<=^VOLUME ).*")).containsExactly("/var/lib/sheshim");
        assertThat(found("sheshim.service", "(?<=^StateDirectory=).*")).containsExactly("sheshim");
        for (String file :
                TEXTS.keySet().stream().filter(name -> !name.startsWith("bin/")).collect(Collectors.toSet())) {
            assertThat(found(file, "SHESHIM_\\w+=\\S+"))
                    .as(file)
                    .containsExactlyInAnyOrder(
                            "SHESHIM_EMBEDDED_DATA_DIR=/var/lib/sheshim/postgres",
                            "SHESHIM_LOG_FOLDER=/var/lib/sheshim/log");
        }
    }
}
