package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.ConfigMapping;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.sheshim.adapter.http.edge.HttpSettings;
import kz.sheshim.publication.DraftRefused;
import org.junit.jupiter.api.Test;

/** The documents name what a reader looks for in them. */
class DocumentsTest {
    private static final Path DOCS = Path.of("src/docs");
    /** Set by the embedded server itself. */
    private static final String INTERNAL = "sheshim.embedded.api-key-file";

    @Test
    void everySettingIsListed() throws IOException {
        String listed = Files.readString(DOCS.resolve("settings.md")) + Files.readString(DOCS.resolve("hand-over.md"));
        assertThat(Stream.of(
                                SheshimSettings.class,
                                AccessSettings.class,
                                DeliverySettings.class,
                                HttpSettings.class,
                                WorkbookSettings.class)
                        .flatMap(group -> settings(
                                group, group.getAnnotation(ConfigMapping.class).prefix())))
                .hasSizeGreaterThan(30)
                .filteredOn(setting -> !setting.equals(INTERNAL))
                .allSatisfy(setting -> assertThat(listed).contains("`" + setting + "`"));
    }

    private static Stream<String> settings(Class<?> group, String prefix) {
        return Stream.of(group.getDeclaredMethods())
                .filter(method -> !method.isDefault() && !method.isSynthetic() && method.getParameterCount() == 0)
                .flatMap(method -> settings(method, prefix + "." + kebab(method.getName())));
    }

    private static Stream<String> settings(Method method, String name) {
        Class<?> type = method.getReturnType();
        if (type == Map.class) {
            Type[] arguments = ((ParameterizedType) method.getGenericReturnType()).getActualTypeArguments();
            return settings((Class<?>) arguments[1], name + ".NAME");
        }
        return type.getName().startsWith("kz.sheshim.") && type.isInterface() ? settings(type, name) : Stream.of(name);
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    @Test
    void everyProblemTypeIsListed() throws IOException {
        String listed = Files.readString(DOCS.resolve("api.md"));
        assertThat(inSources("(?:[pP]roblem|later)\\(\\s*\"([a-z-]+)\""))
                .hasSizeGreaterThan(25)
                .allSatisfy(type -> assertThat(listed).contains("| `" + type + "` |"));
    }

    /** Whoever gets 503 or 429 is told when to try again: {@code Problems.later} makes all such problems, and no others. */
    @Test
    void everyProblemThatMayBeOverLaterSaysWhen() throws IOException {
        Set<String> listed = Pattern.compile("\\| `([a-z-]+)` \\| 503 \\|")
                .matcher(Files.readString(DOCS.resolve("api.md")))
                .results()
                .map(type -> type.group(1))
                .collect(Collectors.toSet());
        assertThat(inSources("later\\(\\s*\"([a-z-]+)\"")).hasSizeGreaterThan(8).isEqualTo(listed);
        assertThat(inSources("withStatus\\(\\s*(429|503|[A-Z][A-Za-z.]*)")).isEmpty();
    }

    /** What the first group of the pattern finds in the sources of the service. */
    private static Set<String> inSources(String pattern) throws IOException {
        Pattern compiled = Pattern.compile(pattern);
        Set<String> found = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                compiled.matcher(Files.readString(source)).results().forEach(each -> found.add(each.group(1)));
            }
        }
        return found;
    }

    @Test
    void everyReasonToRefuseAStepOfADraftIsListed() throws IOException {
        String listed = Files.readString(DOCS.resolve("api.md"));
        for (DraftRefused.Reason reason : DraftRefused.Reason.values()) {
            String type = "draft-" + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
            assertThat(listed).contains("| `" + type + "` |");
        }
    }

    @Test
    void readmeIsATourWithShortLines() throws IOException {
        assertThat(Files.readAllLines(Path.of("README.md")))
                .hasSizeLessThan(150)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(160));
    }

    /** Rows of tables and code are as long as they must be, and findings.md is written by a test. */
    @Test
    void proseOfTheDocumentsBreaksWhereADifferenceCanBeRead() throws IOException {
        List<Path> documents;
        try (Stream<Path> files = Files.walk(DOCS)) {
            documents = files.filter(path -> path.toString().endsWith(".md") && !path.endsWith("findings.md"))
                    .toList();
        }
        for (Path document : documents) {
            String prose = Files.readString(document).replaceAll("(?s)```.*?```", "");
            assertThat(prose.lines().filter(line -> !line.startsWith("|")))
                    .as(document.toString())
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(170));
        }
    }
}
