package kz.sheshim.adapter.remote;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Sends requests to a running service, with an API key. */
public final class ServiceClient {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int MAX_QUOTED_LENGTH = 1_000;

    private ServiceClient() {}

    /**
     * @param server address of the service, such as {@code http://localhost:8080}
     * @param key the API key; empty: send none
     * @param type the media type of the body; without a body, of the answer; empty: any
     * @param body null: send none
     * @return the body of the successful response
     * @throws IOException if the service does not answer, or answers with an error; the message says which
     */
    public static byte[] send(URI server, String key, String method, String path, String type, byte @Nullable [] body)
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
            HttpResponse<byte[]> answer = HttpClient.newBuilder()
                    .connectTimeout(TIMEOUT)
                    .build()
                    .send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() / 100 != 2) {
                throw new IOException(address + " answers " + answer.statusCode() + why(answer));
            }
            return answer.body();
        } catch (ConnectException unreachable) {
            throw new IOException(server + " cannot be reached", unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for " + address);
        } catch (IllegalArgumentException notHttp) {
            throw new IOException(server + " is not the address of a service: " + notHttp.getMessage(), notHttp);
        }
    }

    private static String why(HttpResponse<byte[]> answer) {
        String text = new String(answer.body(), StandardCharsets.UTF_8).strip();
        if (answer.statusCode() == 401) {
            return ": the API key (SHESHIM_API_KEY or --api-key) is missing, wrong, expired or revoked";
        }
        if (answer.statusCode() == 403 && !text.contains("\"detail\"")) {
            return ": the roles of the API key do not allow this call";
        }
        return text.isEmpty() ? "" : ": " + text.substring(0, Math.min(MAX_QUOTED_LENGTH, text.length()));
    }
}
