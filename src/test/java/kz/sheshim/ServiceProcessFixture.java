package kz.sheshim;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kz.sheshim.access.KeyText;
import kz.sheshim.adapter.embedded.EmbeddedServer;
import org.jspecify.annotations.Nullable;

/** The packaged service as a process of its own, started as an operator starts it. */
public final class ServiceProcessFixture implements AutoCloseable {
    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");
    /** As the %test settings are: a machine that runs tests may pause for longer than an operator would wait. */
    private static final List<String> PATIENT = List.of(
            "-Dquarkus.datasource.jdbc.acquisition-timeout=60",
            "-Dquarkus.datasource.jdbc.additional-jdbc-properties.loginTimeout=60",
            "-Dquarkus.datasource.jdbc.additional-jdbc-properties.connectTimeout=60",
            "-Dsheshim.application.max-time=60s");

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final KeyText BOOTSTRAP = KeyText.random(new SecureRandom());

    private final Process process;
    private final Path output;
    private final int port;
    private final Path keyOfFirstStart;
    private @Nullable String key;

    private ServiceProcessFixture(Process process, Path output, int port, Path keyOfFirstStart) {
        this.process = process;
        this.output = output;
        this.port = port;
        this.keyOfFirstStart = keyOfFirstStart;
    }

    /** Launches the service on this database, as a replica beside others. */
    public static ServiceProcessFixture launch(
            EmbeddedServer database, Path dataDir, Path policyFolder, String... options) {
        Stream<String> connections = Stream.of(
                "-Dquarkus.datasource.jdbc.url=" + database.jdbcUrl(),
                "-Dquarkus.datasource.username=" + database.username(),
                "-Dquarkus.datasource.password=" + database.password(),
                "-Dquarkus.flyway.username=" + database.owner(),
                "-Dquarkus.flyway.password=" + database.ownerPassword());
        return launch(
                dataDir,
                policyFolder,
                Stream.concat(Stream.of(options), connections).toArray(String[]::new));
    }

    /** Launches the service; it may not answer yet, and may never. */
    public static ServiceProcessFixture launch(Path dataDir, Path policyFolder, String... options) {
        return launch(List.of(), dataDir, policyFolder, options);
    }

    /** The same on a small machine: a heap of 256 MB and 1,000 open files. Without memory it ends, as its launcher has it. */
    public static ServiceProcessFixture launchOnSmallMachine(Path dataDir, Path policyFolder, String... options) {
        return launch(
                List.of("sh", "-c", "ulimit -n 1000; exec \"$@\"", "sh"),
                dataDir,
                policyFolder,
                Stream.concat(Stream.of("-Xmx256m", "-XX:+ExitOnOutOfMemoryError"), Stream.of(options))
                        .toArray(String[]::new));
    }

    private static ServiceProcessFixture launch(
            List<String> within, Path dataDir, Path policyFolder, String... options) {
        try (ServerSocket free = new ServerSocket(0)) {
            int port = free.getLocalPort();
            Path output = Files.createTempFile("sheshim-service", ".log");
            output.toFile().deleteOnExit();
            List<String> command = new ArrayList<>(within);
            command.add(System.getProperty("java.home") + "/bin/java");
            // It starts sooner; none lives so long that better code would pay
            command.add("-XX:TieredStopAtLevel=1");
            command.addAll(PATIENT);
            command.add("-Dsheshim.access.bootstrap-hash=" + BOOTSTRAP.hash().hex());
            command.addAll(List.of(
                    "-Dquarkus.http.port=" + port,
                    "-Dsheshim.http.requests-per-second=1000000",
                    "-Dsheshim.embedded.data-dir=" + dataDir,
                    "-Dsheshim.policy.folder=" + policyFolder));
            if (Stream.of(options).anyMatch(option -> option.startsWith("-Dquarkus.datasource.jdbc.url="))) {
                command.add("-Dsheshim.log.folder=" + dataDir.resolve("log")); // else beside the data
            }
            command.addAll(List.of(options));
            command.addAll(List.of("-jar", JAR.toString()));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            return new ServiceProcessFixture(process, output, port, dataDir.resolve("api-key"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the service is ready. */
    public ServiceProcessFixture ready() throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(240);
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                HttpRequest ready = request("/q/health/ready").build();
                if (CLIENT.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return this;
                }
            } catch (IOException notYet) {
                // it starts
            }
            process.waitFor(100, TimeUnit.MILLISECONDS);
        }
        throw new IllegalStateException("the service did not get ready:\n" + output());
    }

    /** With a key that opens everything, and these further headers: a name, its value, and so on. */
    public HttpResponse<String> post(String path, byte[] body, String... headers) throws Exception {
        HttpRequest.Builder request = authorized(path, key())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** With a key that opens everything. */
    public HttpResponse<String> get(String path) throws Exception {
        return getAs(key(), path);
    }

    public HttpResponse<String> postAs(String token, String path, byte[] body) throws Exception {
        HttpRequest request = authorized(path, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    public HttpResponse<String> getAs(String token, String path) throws Exception {
        return CLIENT.send(authorized(path, token).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder authorized(String path, String token) {
        return request(path).header("Authorization", "Bearer " + token);
    }

    /** A key that opens everything: the one of the first start, or on a configured database one that is made by the bootstrap key. */
    public synchronized String key() throws Exception {
        if (key == null) {
            key = Files.exists(keyOfFirstStart)
                    ? Files.readString(keyOfFirstStart).strip()
                    : keyOf("tests");
        }
        return key;
    }

    /** Makes a key that opens everything, for somebody else. */
    public String keyOf(String owner) throws Exception {
        String asked = "{\"owner\": \"" + owner
                + "\", \"roles\": [\"intake\", \"analyst\", \"approver\", \"auditor\", \"operator\"]}";
        var answer = postAs(BOOTSTRAP.reveal(), "/api/v1/api-keys", asked.getBytes(StandardCharsets.UTF_8));
        return new ObjectMapper().readTree(answer.body()).get("key").asText();
    }

    /** A request that is still to be completed. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(60));
    }

    public URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    public int exitCode() throws Exception {
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the service still runs:\n" + output());
        }
        return process.exitValue();
    }

    /** Everything that it printed so far, without a line that is still being written. */
    public String output() throws IOException {
        String printed = Files.readString(output, StandardCharsets.UTF_8);
        return printed.substring(0, printed.lastIndexOf('\n') + 1);
    }

    /** As kill -9 ends it. */
    public void kill() throws Exception {
        process.destroyForcibly();
        exitCode();
    }

    /** As Ctrl-C ends it. */
    @Override
    public void close() throws Exception {
        process.destroy();
        exitCode();
    }
}
