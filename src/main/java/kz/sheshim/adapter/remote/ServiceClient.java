package kz.sheshim.adapter.remote;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import kz.sheshim.facts.JsonParser;
import org.jspecify.annotations.Nullable;

/** Sends requests to a running service, with an API key. */
public final class ServiceClient {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int MAX_QUOTED_LENGTH = 1_000;

    private final JsonParser parser;

    /** @param parser reads the problems by which a service refuses */
    public ServiceClient(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * @param server address of the service, such as {@code http://localhost:8080}
     * @param key the API key; empty: send none
     * @param type the media type of the body; without a body, of the answer; empty: any
     * @param body null: send none
     * @return the body of the successful response
     * @throws IOException if the service does not answer, or answers with an error; the message says which
     */
    public byte[] send(URI server, String key, String method, String path, String type, byte @Nullable [] body)
            throws IOException {
        HttpResponse<byte[]> answer =
                exchange(server, key, method, path, type, body, HttpResponse.BodyHandlers.ofByteArray());
        if (!isSuccess(answer)) {
            throw refused(answer, answer.body());
        }
        return answer.body();
    }

    /**
     * Saves what a service answers to a GET, however long it is. The file is there only when it is whole.
     *
     * @param type the media type of the answer
     * @throws IOException if the service does not answer, or answers with an error, or the file cannot be written
     */
    public void save(URI server, String key, String path, String type, Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            HttpResponse<Path> answer = exchange(
                    server,
                    key,
                    "GET",
                    path,
                    type,
                    null,
                    HttpResponse.BodyHandlers.ofFile(
                            part,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.TRUNCATE_EXISTING));
            if (!isSuccess(answer)) {
                throw refused(answer, Files.readAllBytes(part));
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static <T> HttpResponse<T> exchange(
            URI server,
            String key,
            String method,
            String path,
            String type,
            byte @Nullable [] body,
            HttpResponse.BodyHandler<T> handler)
            throws IOException {
        URI address = server.resolve(path);
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(TIMEOUT);
            if (!key.isBlank()) {
                request.header("Authorization", "Bearer " + key.strip());
            }
            if (body == null && !type.isEmpty()) {
                request.header("Accept", type);
            }
            if (body == null) {
                request.method(method, HttpRequest.BodyPublishers.noBody());
            } else {
                request.header("Content-Type", type).method(method, HttpRequest.BodyPublishers.ofByteArray(body));
            }
            return HttpClient.newBuilder().connectTimeout(TIMEOUT).build().send(request.build(), handler);
        } catch (ConnectException unreachable) {
            throw new IOException(server + " cannot be reached", unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for " + address);
        } catch (IllegalArgumentException notHttp) {
            throw new IOException(server + " is not the address of a service: " + notHttp.getMessage(), notHttp);
        }
    }

    private static boolean isSuccess(HttpResponse<?> answer) {
        return answer.statusCode() / 100 == 2;
    }

    private IOException refused(HttpResponse<?> answer, byte[] body) {
        int status = answer.statusCode();
        Map<?, ?> problem = parser.parse(body).value() instanceof Map<?, ?> members ? members : Map.of();
        Object said = problem.get("detail") == null ? problem.get("title") : problem.get("detail");
        if (problem.get("type") != null && said != null && status != 401) {
            return new IOException(
                    said + " [" + String.valueOf(problem.get("type")).replaceFirst(".*:", "") + "]");
        }
        return new IOException(
                answer.uri() + " answers " + status + why(status, said == null ? text(body) : said.toString()));
    }

    private static String text(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8).strip();
        return text.substring(0, Math.min(MAX_QUOTED_LENGTH, text.length()));
    }

    private static String why(int status, String said) {
        if (status == 401) {
            return ": the API key (SHESHIM_API_KEY or --api-key) is missing, wrong, expired or revoked";
        }
        if (status == 403) {
            return ": the roles of the API key do not allow this call";
        }
        return said.isEmpty() ? "" : ": " + said;
    }
}
