package kz.sheshim.adapter.webhook;

import static kz.sheshim.AwaitFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import kz.sheshim.ReceiverFixture;
import kz.sheshim.adapter.json.JacksonWriter;
import kz.sheshim.delivery.AttemptResult;
import kz.sheshim.delivery.EventFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is posted to a real receiver, and what is made of all that it may do. */
class WebhookTransportTest {
    private static final Duration MOST_TIME = Duration.ofSeconds(30);
    private static final String ROTATED = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private final ReceiverFixture receiver = new ReceiverFixture();

    @AfterEach
    void close() {
        receiver.close();
    }

    private AttemptResult deliver(URI url, String... secrets) {
        return deliver(url, MOST_TIME, secrets);
    }

    private AttemptResult deliver(URI url, Duration mostTime, String... secrets) {
        return begin(url, mostTime, secrets).join();
    }

    private CompletableFuture<AttemptResult> begin(URI url, Duration mostTime, String... secrets) {
        Endpoint endpoint = new Endpoint(
                url, List.of(secrets).stream().map(SigningSecret::new).toList(), mostTime);
        CloudEvents events = new CloudEvents(URI.create("urn:sheshim:of-a-test"), JacksonWriter::writeInOneLine);
        return new WebhookTransport(Map.of("tower", endpoint), events, Clock.systemUTC())
                .deliver("tower", EventFixture.event(1));
    }

    private AttemptResult deliver() {
        return deliver(MOST_TIME);
    }

    private AttemptResult deliver(Duration mostTime) {
        return deliver(receiver.url(), mostTime, ReceiverFixture.SECRET);
    }

    @Test
    void eventIsACloudEventThatSaysNothingOfTheApplicant() throws Exception {
        assertThat(deliver()).isEqualTo(new AttemptResult.Delivered());

        assertThat(receiver.faults()).isEmpty();
        assertThat(receiver.taken()).singleElement().satisfies(event -> {
            assertThat(event.getSpecVersion().toString()).isEqualTo("1.0");
            assertThat(event.getId()).isEqualTo("01a2073c-f074-7a5a-b860-a72886ae7739-1");
            assertThat(event.getSource()).isEqualTo(URI.create("urn:sheshim:of-a-test"));
            assertThat(event.getType()).isEqualTo("kz.sheshim.action.ring-the-bell");
            assertThat(event.getSubject()).isEqualTo("01a2073c-f074-7a5a-b860-a72886ae7739");
            assertThat(event.getTime().toInstant()).isEqualTo(Instant.parse("2026-11-20T05:15:00.123Z"));
            assertThat(event.getDataContentType()).isEqualTo("application/json");
            assertThat(ReceiverFixture.data(event).toString())
                    .isEqualTo("{\"decision\":\"01a2073c-f074-7a5a-b860-a72886ae7739\",\"entry\":17,\"place\":1,"
                            + "\"action\":\"ring-the-bell\",\"submitter\":\"қабылдау орталығы\","
                            + "\"reference\":\"SC-2026-000123\",\"due\":\"2026-11-24\",\"revision\":\"sha256:"
                            + "0".repeat(64) + "\"}");
        });
    }

    @Test
    void receiverThatKnowsOneOfTheSecretsCanVerify() throws Exception {
        assertThat(deliver(receiver.url(), ROTATED, ReceiverFixture.SECRET)).isEqualTo(new AttemptResult.Delivered());
        assertThat(deliver(receiver.url(), ReceiverFixture.SECRET, ROTATED)).isEqualTo(new AttemptResult.Delivered());
        assertThat(deliver(receiver.url(), ROTATED)).isInstanceOf(AttemptResult.RetryLater.class);
        assertThat(receiver.faults()).singleElement().satisfies(fault -> assertThat(fault)
                .hasMessage("No matching signature found"));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void everySuccessIsTaken(int status) throws Exception {
        receiver.answer(status);

        assertThat(deliver()).isEqualTo(new AttemptResult.Delivered());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 410, 413, 415, 422})
    void whatWillNeverBeTakenIsRefused(int status) throws Exception {
        receiver.answer(status);

        assertThat(deliver()).isEqualTo(new AttemptResult.Rejected("HTTP status " + status));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 307, 401, 403, 404, 405, 408, 409, 425, 429, 500, 501, 502, 503, 504, 599})
    void whatSomebodyMayMendIsTriedAgain(int status) throws Exception {
        receiver.behave((exchange, event) -> {
            exchange.getResponseHeaders().add("Location", receiver.url() + "/elsewhere");
            exchange.sendResponseHeaders(status, -1);
        });

        assertThat(deliver()).isEqualTo(new AttemptResult.RetryLater("HTTP status " + status, null));
        assertThat(receiver.attempts()).as("redirects are not followed").hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "120, PT2M",
                "0, PT0S",
                "999999999, PT277777H46M39S",
                "-1, none",
                "soon, none",
                "9999999999999999999, none",
                "'Wed, 21 Oct 2015 07:28:00 GMT', none"
            })
    void receiverMaySayWhenToComeAgain(String header, Duration after) throws Exception {
        receiver.behave((exchange, event) -> {
            exchange.getResponseHeaders().add("Retry-After", header);
            exchange.sendResponseHeaders(503, -1);
        });

        assertThat(deliver()).isEqualTo(new AttemptResult.RetryLater("HTTP status 503", after));
    }

    @Test
    void receiverMaySayAMomentToComeAgain() {
        assertThat(StatusRules.of(429, "Fri, 20 Nov 2026 05:15:30 GMT", Instant.parse("2026-11-20T05:15:00Z")))
                .isEqualTo(new AttemptResult.RetryLater("HTTP status 429", Duration.ofSeconds(30)));
    }

    @Test
    void receiverThatHangsIsLeft() throws Exception {
        receiver.hang();

        assertThat(deliver(Duration.ofMillis(800)))
                .isEqualTo(new AttemptResult.RetryLater("no answer within 800 ms", null));
    }

    @Test
    void receiverThatIsNotThereIsTriedAgain() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }

        assertThat(deliver(URI.create("http://localhost:" + port), ReceiverFixture.SECRET))
                .isEqualTo(new AttemptResult.RetryLater("the connection failed: ConnectException", null));
    }

    @Test
    void receiverThatBreaksOffIsTriedAgain() throws Exception {
        try (ServerSocket breaking = new ServerSocket(0)) {
            new Thread(() -> {
                        try {
                            breaking.accept().close();
                        } catch (IOException closed) {
                            throw new IllegalStateException(closed);
                        }
                    })
                    .start();

            assertThat(deliver(URI.create("http://localhost:" + breaking.getLocalPort()), ReceiverFixture.SECRET))
                    .isInstanceOf(AttemptResult.RetryLater.class);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void bodyWithoutAnEndHoldsNothingUpAndTheStatusCounts(boolean slowly) throws Exception {
        receiver.answerWithoutEnd(200, slowly);
        Duration mostTime = Duration.ofSeconds(3);
        long start = System.nanoTime();
        assertThat(deliver(mostTime)).isEqualTo(new AttemptResult.Delivered());
        receiver.answerWithoutEnd(500, slowly);
        assertThat(deliver(mostTime)).isEqualTo(new AttemptResult.RetryLater("HTTP status 500", null));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void cancelledAttemptEndsItsRequest() throws Exception {
        receiver.hang();
        CompletableFuture<AttemptResult> attempt = begin(receiver.url(), MOST_TIME, ReceiverFixture.SECRET);
        await("it arrived", () -> !receiver.attempts().isEmpty());

        attempt.cancel(true);
        await("it ended long before its time", attempt::isDone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://localhost/events", "localhost:8080", "/events", "http:///events"})
    void addressThatIsNotOfTheWebIsRefused(String url) {
        assertThatThrownBy(() -> deliver(URI.create(url), ReceiverFixture.SECRET))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the url must be http");
    }
}
