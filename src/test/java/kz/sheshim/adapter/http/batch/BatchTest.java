package kz.sheshim.adapter.http.batch;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import kz.sheshim.adapter.http.edge.HttpSettingsFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How much of a batch is here at once, while its lines are decided. */
class BatchTest {
    private static final int MOST_BYTES = 1_000;

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, SECONDS);
    }

    /** Answers each line with its length, some time later, and watches how many wait for that. All on one context. */
    private final class Slow implements Batch.Lines {
        private final Queue<Integer> waiting = new ArrayDeque<>();
        private int most;
        private int mostBytes;

        @Override
        public CompletionStage<?> decide(BatchLines.Line line) {
            int bytes = line.text() == null ? 0 : line.text().length;
            waiting.add(bytes);
            most = Math.max(most, waiting.size());
            mostBytes = Math.max(
                    mostBytes, waiting.stream().mapToInt(Integer::intValue).sum());
            Promise<Integer> answer = Promise.promise();
            vertx.setTimer(20, timer -> answer.complete(bytes));
            return answer.future().toCompletionStage();
        }

        @Override
        public Object problem(long line, Throwable failure) {
            return failure;
        }

        @Override
        public Object tooSlow(long line) {
            return "too slow";
        }

        @Override
        public void over() {}
    }

    private record Seen(List<Object> answers, int most, int mostBytes) {}

    private Seen send(List<Integer> lengths) throws Exception {
        Promise<Seen> seen = Promise.promise();
        HttpServer server = vertx.createHttpServer()
                .requestHandler(request -> decide(request, seen))
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, SECONDS);
        String body = String.join("\n", lengths.stream().map("x"::repeat).toList());
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + server.actualPort()))
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
        return seen.future().toCompletionStage().toCompletableFuture().get(10, SECONDS);
    }

    private void decide(HttpServerRequest request, Promise<Seen> seen) {
        request.pause();
        Slow lines = new Slow();
        List<Object> answers = new ArrayList<>();
        new Batch(vertx.getOrCreateContext(), request, HttpSettingsFixture.with("max-bytes", MOST_BYTES), lines)
                .subscribe(new Flow.Subscriber<>() {
                    @Override
                    public void onSubscribe(Flow.Subscription subscription) {
                        subscription.request(Long.MAX_VALUE);
                    }

                    @Override
                    public void onNext(Object answer) {
                        lines.waiting.remove();
                        answers.add(answer);
                    }

                    @Override
                    public void onError(Throwable failure) {
                        seen.fail(failure);
                    }

                    @Override
                    public void onComplete() {
                        request.response().end();
                        seen.complete(new Seen(answers, lines.most, lines.mostBytes));
                    }
                });
    }

    private static List<Integer> times(int number, int length) {
        return Stream.generate(() -> length).limit(number).toList();
    }

    @Test
    void linesUnderWayHaveTogetherNoMoreBytesThanOneBody() throws Exception {
        Seen seen = send(times(100, 300));

        assertThat(seen.mostBytes()).isEqualTo(900);
        assertThat(seen.answers()).hasSize(100).containsOnly(300);
    }

    @Test
    void lineThatIsAsLongAsABodyMayBeIsTakenAlone() throws Exception {
        Seen seen = send(Stream.of(10, 10, MOST_BYTES, 10, MOST_BYTES).toList());

        assertThat(seen.mostBytes()).isEqualTo(MOST_BYTES);
        assertThat(seen.answers()).containsExactly(10, 10, MOST_BYTES, 10, MOST_BYTES);
    }

    @Test
    void smallLinesAreAsManyAsMayBe() throws Exception {
        Seen seen = send(times(300, 10));

        assertThat(seen.most()).isEqualTo(Batch.MAX_IN_FLIGHT);
        assertThat(seen.answers()).hasSize(300);
    }
}
