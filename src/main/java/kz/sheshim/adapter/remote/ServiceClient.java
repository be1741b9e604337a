package kz.sheshim.adapter.remote;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Asks a service as a machine does: over HTTP, with an API key. */
public final class ServiceClient {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_OF_AN_ANSWER = 1_000;

    private ServiceClient() {}

    /**
     * @param server where the service listens: {@code http://localhost:8080}
     * @param key the API key; empty: none
     * @param body JSON; null: none
     * @return the body of an answer of success
     * @throws IOException if the service cannot be asked, or answers otherwise; the message says why
     */
    public static byte[] ask(URI server, String key, String method, String path, @Nullable String body)
            throws IOException {
        URI address = server.resolve(path);
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(PATIENCE);
            if (!key.isBlank()) {
                request.header("Authorization", "Bearer " + key.strip());
            }
            if (body == null) {
                request.method(method, HttpRequest.BodyPublishers.noBody());
            } else {
                request.header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body));
            }
            HttpResponse<byte[]> answer = HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .build()
                    .send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() / 100 != 2) {
                throw new IOException(address + " answers " + answer.statusCode() + why(answer));
            }
            return answer.body();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while asking " + address);
        } catch (IllegalArgumentException notHttp) {
            throw new IOException(server + " is no address of a service: " + notHttp.getMessage(), notHttp);
        }
    }

    private static String why(HttpResponse<byte[]> answer) {
        return switch (answer.statusCode()) {
            case 401 -> ": it does not know the key (in SHESHIM_API_KEY, or --api-key)";
            case 403 -> ": the key is not for that";
            default -> {
                String text = new String(answer.body(), StandardCharsets.UTF_8).strip();
                yield text.isEmpty() ? "" : ": " + text.substring(0, Math.min(MOST_OF_AN_ANSWER, text.length()));
            }
        };
    }
}
