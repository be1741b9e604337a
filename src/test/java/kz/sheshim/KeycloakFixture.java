package kz.sheshim;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;

/** A Keycloak as a process of its own, with the realm of {@code src/test/resources/keycloak}. */
final class KeycloakFixture implements AutoCloseable {
    private static final Path REALM = Path.of("src/test/resources/keycloak/realm.json");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Process process;
    private final Path output;
    private final int port;

    private KeycloakFixture(Process process, Path output, int port) {
        this.process = process;
        this.output = output;
        this.port = port;
    }

    /**
     * @param home where the distribution was unpacked
     */
    static KeycloakFixture start(Path home) throws Exception {
        Path imports = Files.createDirectories(home.resolve("data/import"));
        Files.copy(REALM, imports.resolve("realm.json"), StandardCopyOption.REPLACE_EXISTING);
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Path output = Files.createTempFile("keycloak", ".log");
        output.toFile().deleteOnExit();
        ProcessBuilder builder = new ProcessBuilder(
                        "bash",
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--db=dev-mem",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS_APPEND", "-Xmx700m");
        return new KeycloakFixture(builder.start(), output, port).ready();
    }

    private KeycloakFixture ready() throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(8);
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                HttpRequest discovery = HttpRequest.newBuilder(
                                URI.create(realm() + "/.well-known/openid-configuration"))
                        .build();
                if (CLIENT.send(discovery, HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200) {
                    return this;
                }
            } catch (IOException notYet) {
                // it starts
            }
            process.waitFor(500, TimeUnit.MILLISECONDS);
        }
        throw new IllegalStateException("Keycloak did not start:\n" + Files.readString(output));
    }

    String realm() {
        return "http://127.0.0.1:" + port + "/realms/sheshim";
    }

    /** A token by client credentials. */
    String token(String client) throws Exception {
        String form = "grant_type=client_credentials&client_id=" + URLEncoder.encode(client, StandardCharsets.UTF_8)
                + "&client_secret=secret-of-the-test";
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(URI.create(realm() + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.body());
        }
        return new ObjectMapper().readTree(answer.body()).get("access_token").asText();
    }

    @Override
    public void close() throws Exception {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
