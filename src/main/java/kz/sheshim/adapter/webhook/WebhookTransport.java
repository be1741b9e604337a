package kz.sheshim.adapter.webhook;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import kz.sheshim.delivery.AttemptResult;
import kz.sheshim.delivery.Event;
import kz.sheshim.delivery.Transport;
import org.jspecify.annotations.Nullable;

/** Posts events. Redirects are not followed, and of what comes back only the status and {@code Retry-After} count. */
public final class WebhookTransport implements Transport {
    private static final Duration MOST_CONNECT_TIME = Duration.ofSeconds(5);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(MOST_CONNECT_TIME)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Map<String, Endpoint> endpoints;
    private final CloudEvents events;
    private final Clock clock;

    public WebhookTransport(Map<String, Endpoint> endpoints, CloudEvents events, Clock clock) {
        this.endpoints = Map.copyOf(endpoints);
        this.events = events;
        this.clock = clock;
    }

    @Override
    public AttemptResult deliver(String destination, Event event) throws InterruptedException {
        Endpoint endpoint = endpoints.get(destination);
        if (endpoint == null) {
            throw new IllegalArgumentException("there is no destination " + destination);
        }
        DiscardBody answer = new DiscardBody();
        String failure = send(request(endpoint, event), answer, endpoint.mostTime());
        DiscardBody.Head head = answer.head();
        if (head == null) {
            return new AttemptResult.NotNow(failure == null ? "no answer" : failure, null);
        }
        return StatusRules.of(
                head.status(), head.headers().firstValue("Retry-After").orElse(null), clock.instant());
    }

    private HttpRequest request(Endpoint endpoint, Event event) {
        String body = events.write(event);
        Instant attempt = clock.instant();
        return HttpRequest.newBuilder(endpoint.url())
                .header("Content-Type", CloudEvents.CONTENT_TYPE)
                .header("webhook-id", event.id())
                .header("webhook-timestamp", Long.toString(attempt.getEpochSecond()))
                .header(
                        "webhook-signature",
                        endpoint.secrets().stream()
                                .map(secret -> secret.sign(event.id(), attempt, body))
                                .collect(Collectors.joining(" ")))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    /** What went wrong, if anything; the request's own time-out would end with the headers, and let a body come for ever. */
    private @Nullable String send(HttpRequest request, DiscardBody answer, Duration mostTime)
            throws InterruptedException {
        CompletableFuture<HttpResponse<Void>> exchange = client.sendAsync(request, answer);
        try {
            exchange.get(mostTime.toMillis(), TimeUnit.MILLISECONDS);
            return null;
        } catch (TimeoutException late) {
            return "no answer within " + mostTime.toMillis() + " ms";
        } catch (ExecutionException failed) {
            return failure(failed.getCause());
        } finally {
            exchange.cancel(true);
        }
    }

    private static String failure(@Nullable Throwable cause) {
        if (cause instanceof HttpConnectTimeoutException) {
            return "no connection within " + MOST_CONNECT_TIME.toMillis() + " ms";
        }
        if (cause instanceof IOException broken) {
            return "the connection failed: " + broken.getClass().getSimpleName();
        }
        return "the request failed: " + (cause == null ? "" : cause.getClass().getSimpleName());
    }
}
