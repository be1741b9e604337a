package kz.sheshim.adapter.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import kz.sheshim.adapter.http.edge.RequestIds;
import kz.sheshim.background.Callers;
import kz.sheshim.decision.DecidingThreads;
import kz.sheshim.publication.TelemetryFixture;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a request takes along to the threads that decide, and where its answer is made. */
class DecidingTest {
    private final Vertx vertx = Vertx.vertx();
    private final Deciding deciding = new Deciding(vertx, new DecidingThreads(3, new Callers(), TelemetryFixture.NONE));

    @AfterEach
    void stop() {
        MDC.remove(RequestIds.NAME);
        deciding.stop();
        vertx.close();
    }

    private static CompletionStage<String> idInLogs() {
        return CompletableFuture.completedStage(String.valueOf(MDC.get(RequestIds.NAME)));
    }

    private String run() throws Exception {
        return deciding.run(DecidingTest::idInLogs, each -> each)
                .toCompletableFuture()
                .get(60, SECONDS);
    }

    @Test
    void logLinesOfTheWorkCarryTheIdOfTheRequest() throws Exception {
        MDC.put(RequestIds.NAME, "mine");
        assertThat(run()).isEqualTo("mine");
        MDC.remove(RequestIds.NAME);
        for (int i = 0; i < 2 * Runtime.getRuntime().availableProcessors(); i++) {
            assertThat(run()).as("not the id of an earlier request").isEqualTo("null");
        }
    }

    @Test
    void answerIsMadeOnTheEventLoopOfTheRequest() throws Exception {
        CompletableFuture<Boolean> same = new CompletableFuture<>();
        vertx.runOnContext(nothing -> {
            Thread loop = Thread.currentThread();
            deciding.run(DecidingTest::idInLogs, id -> same.complete(Thread.currentThread() == loop));
        });
        assertThat(same.get(60, SECONDS)).isTrue();
    }
}
