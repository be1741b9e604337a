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
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import kz.sheshim.delivery.AttemptResult;
import kz.sheshim.delivery.Event;
import kz.sheshim.delivery.Transport;
import org.jspecify.annotations.Nullable;

/** Posts events over HTTP. Redirects are not followed; only the status and {@code Retry-After} of the response count. */
public final class WebhookTransport implements Transport {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
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
    public CompletableFuture<AttemptResult> deliver(String destination, Event event) {
        Endpoint endpoint = endpoints.get(destination);
        if (endpoint == null) {
            throw new IllegalArgumentException("there is no destination " + destination);
        }
        DiscardBody response = new DiscardBody();
        CompletableFuture<HttpResponse<Void>> exchange = client.sendAsync(request(endpoint, event), response);
        CompletableFuture<AttemptResult> attempt = exchange.copy()
                .orTimeout(endpoint.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .handle((all, failed) -> result(response.head(), failed, endpoint));
        // The client's own timeout would end with the headers and let a body arrive without end
        var unused = attempt.whenComplete((result, cancelled) -> exchange.cancel(true));
        return attempt;
    }

    private AttemptResult result(DiscardBody.@Nullable Head head, @Nullable Throwable failed, Endpoint endpoint) {
        return head == null
                ? new AttemptResult.RetryLater(failure(failed, endpoint), null)
                : StatusRules.of(
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

    private static String failure(@Nullable Throwable failed, Endpoint endpoint) {
        Throwable cause = failed instanceof CompletionException ? failed.getCause() : failed;
        if (cause instanceof TimeoutException) {
            return "no answer within " + endpoint.timeout().toMillis() + " ms";
        }
        if (cause instanceof HttpConnectTimeoutException) {
            return "no connection within " + CONNECT_TIMEOUT.toMillis() + " ms";
        }
        if (cause instanceof IOException broken) {
            return "the connection failed: " + broken.getClass().getSimpleName();
        }
        return cause == null
                ? "no answer"
                : "the request failed: " + cause.getClass().getSimpleName();
    }
}
