package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher of the distribution, with a Java that only prints what it is asked to do. */
class LauncherTest {
    @TempDir
    Path folder;

    private Path home;
    private Path java;

    @BeforeEach
    void unpack() throws IOException {
        home = folder.toRealPath().resolve("a home");
        Path launcher = Files.createDirectories(home.resolve("bin")).resolve("sheshim");
        Files.copy(Path.of("src/dist/bin/sheshim"), launcher);
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        java = Files.createDirectories(folder.resolve("jdk/bin")).getParent();
        Path program = Files.writeString(
                java.resolve("bin/java"),
                "#!/bin/sh\nprintf '%s\\n' \"$PWD\" \"policy=$SHESHIM_POLICY_FOLDER\" \"$@\"\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        version("17.0.15");
    }

    private void version(String version) throws IOException {
        Files.writeString(java.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    }

    private record Outcome(int exit, List<String> lines) {}

    private Outcome run(Path launcher, Path in, String... arguments) throws Exception {
        return run(Map.of("JAVA_OPTS", "-Xmx1g -Da=b"), launcher, in, arguments);
    }

    private Outcome run(Map<String, String> environment, Path launcher, Path in, String... arguments) throws Exception {
        ProcessBuilder process = new ProcessBuilder(launcher.toString()).directory(in.toFile());
        process.command().addAll(List.of(arguments));
        process.environment().remove("SHESHIM_POLICY_FOLDER");
        process.environment().put("JAVA_HOME", java.toString());
        process.environment().putAll(environment);
        Process started = process.redirectErrorStream(true).start();
        String printed = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(started.waitFor(), printed.lines().toList());
    }

    @Test
    void commandRunsInTheCurrentFolderOnThePolicyOfTheDistribution() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("sheshim"), Path.of("a home", "bin", "sheshim"));
        Outcome outcome = run(link, java, "show", "two words");
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.lines())
                .startsWith(java.toRealPath().toString(), "policy=" + home)
                .contains("-Xmx1g", "-Da=b")
                .endsWith("kz.sheshim.Main", "show", "two words");
    }

    @Test
    void commandTakesThePolicyOfTheCurrentFolderIfThereIsOne() throws Exception {
        Files.createDirectories(java.resolve("decision-tables"));
        assertThat(run(home.resolve("bin/sheshim"), java, "check").lines()).contains("policy=");
    }

    @Test
    void serviceRunsInTheFolderOfTheDistribution() throws Exception {
        for (Outcome outcome :
                List.of(run(home.resolve("bin/sheshim"), java, "serve"), run(home.resolve("bin/sheshim"), java))) {
            assertThat(outcome.lines()).startsWith(home.toString(), "policy=").contains("-Xmx1g", "-jar");
        }
    }

    @Test
    void serviceTakesItsClassesFromTheArchiveIfThereIsOne() throws Exception {
        Path archive =
                Files.createFile(Files.createDirectories(home.resolve("lib")).resolve("sheshim.jsa"));
        assertThat(run(home.resolve("bin/sheshim"), java, "serve").lines())
                .startsWith(home.toString(), "policy=")
                .contains("-XX:SharedArchiveFile=" + archive, "-Xmx1g")
                .doesNotContain("-jar")
                .endsWith("kz.sheshim.Main", "serve");
    }

    /** As a machine that has so many processors; getconf tells the launcher. */
    private Outcome serve(int processors, String options) throws Exception {
        Path getconf = Files.createDirectories(folder.resolve("tools")).resolve("getconf");
        Files.writeString(getconf, "#!/bin/sh\necho " + processors + "\n");
        assertThat(getconf.toFile().setExecutable(true)).isTrue();
        return run(
                Map.of("JAVA_OPTS", options, "PATH", getconf.getParent() + ":" + System.getenv("PATH")),
                home.resolve("bin/sheshim"),
                java,
                "serve");
    }

    @Test
    void aSmallMachineHasOneThreadThatCollectsGarbageUnlessSomebodyChoosesAnother() throws Exception {
        assertThat(serve(2, "-Xmx1g").lines()).contains("-XX:+UseSerialGC", "-Xmx1g");
        assertThat(serve(4, "-Xmx1g").lines()).doesNotContain("-XX:+UseSerialGC");
        assertThat(serve(2, "-Xmx1g -XX:+UseZGC").lines())
                .contains("-XX:+UseZGC")
                .doesNotContain("-XX:+UseSerialGC");
    }

    @Test
    void olderJavaIsRefusedWithASentence() throws Exception {
        for (String old : List.of("11.0.2", "1.8.0_402")) {
            version(old);
            Outcome outcome = run(home.resolve("bin/sheshim"), java, "check");
            assertThat(outcome.exit()).isEqualTo(2);
            assertThat(outcome.lines()).singleElement().asString().startsWith("sheshim: Java 17 or later is needed");
        }
    }
}
