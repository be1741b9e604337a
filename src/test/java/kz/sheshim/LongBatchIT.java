package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.TimeUnit;
import kz.sheshim.adapter.embedded.SharedPrograms;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A batch takes as little memory as its lines under way, however many it has. */
@Timeout(1_800)
@Tag("campaign")
class LongBatchIT {
    /** So many lines; the Maven profile campaign raises it. */
    private static final int LINES = Integer.getInteger("lines.of.batch", 5_000);

    private static final int LINES_IN_A_PIECE = 100;

    @TempDir
    Path folder;

    @Test
    void serviceWithLittleMemoryDecidesEveryLineAndGivesTheSameWhenItIsSentAgain() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        SharedPrograms.in(data);
        try (ServiceProcessFixture service =
                ServiceProcessFixture.launch(data, Path.of("."), "-Xmx128m").ready()) {
            RequestOptions batch = new RequestOptions()
                    .setAbsoluteURI(service.uri("/api/v1/decisions").toString())
                    .setMethod(HttpMethod.POST)
                    .putHeader("Authorization", "Bearer " + service.key())
                    .putHeader("Idempotency-Key", "\"the long batch\"")
                    .putHeader("Content-Type", "application/x-ndjson");

            Answers first = post(batch);
            assertThat(first.lines).isEqualTo(LINES);
            assertThat(first.decisions).isEqualTo(LINES);

            Answers again = post(batch);
            assertThat(again.lines).isEqualTo(LINES);
            assertThat(again.digest.digest()).isEqualTo(first.digest.digest());
            assertThat(service.output()).doesNotContain("OutOfMemoryError");
        }
    }

    private static Answers post(RequestOptions batch) throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            Answers answers = new Answers();
            vertx.createHttpClient().request(batch).onSuccess(request -> {
                request.setChunked(true).response().onSuccess(answers::read);
                send(request, 0);
            });
            answers.end.future().toCompletionStage().toCompletableFuture().get(850, TimeUnit.SECONDS);
            return answers;
        } finally {
            vertx.close();
        }
    }

    /** Sends on whenever there is room, from the piece that begins with this line. */
    private static void send(HttpClientRequest request, int from) {
        for (int line = from; line < LINES; line += LINES_IN_A_PIECE) {
            if (request.writeQueueFull()) {
                int next = line;
                request.drainHandler(room -> send(request, next));
                return;
            }
            StringBuilder piece = new StringBuilder();
            for (int i = line; i < Math.min(LINES, line + LINES_IN_A_PIECE); i++) {
                piece.append(new ApplicationFixture().set("application.reference", "line-" + i));
                piece.append('\n');
            }
            request.write(piece.toString());
        }
        request.end();
    }

    /** Counts what comes, and keeps nothing of it but its digest. */
    private static final class Answers {
        private static final byte[] DECISION = "{\"id\":".getBytes(StandardCharsets.UTF_8);
        private final Promise<Void> end = Promise.promise();
        private final MessageDigest digest;
        private long lines;
        private long decisions;
        private int place;
        private boolean same = true;

        Answers() throws NoSuchAlgorithmException {
            digest = MessageDigest.getInstance("SHA-256");
        }

        void read(HttpClientResponse response) {
            response.exceptionHandler(end::tryFail);
            response.handler(this::take);
            response.endHandler(end::complete);
        }

        private void take(Buffer piece) {
            digest.update(piece.getBytes());
            for (byte each : piece.getBytes()) {
                if (place < DECISION.length) {
                    same &= each == DECISION[place++];
                }
                if (each == '\n') {
                    lines++;
                    decisions += same ? 1 : 0;
                    place = 0;
                    same = true;
                }
            }
        }
    }
}
