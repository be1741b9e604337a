package kz.sheshim.adapter.http.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import kz.sheshim.adapter.http.problem.LogOutage;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Test;

class LogReadyTest {
    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger looks = new AtomicInteger();
    private volatile String obstacle;
    private volatile boolean full;
    private final CountDownLatch looked = new CountDownLatch(1);
    private final CountDownLatch answered = new CountDownLatch(1);
    private volatile boolean hanging;
    private final LogReady ready = new LogReady(() -> full, this::look, new LogOutage(now::get), now::get);

    private Optional<String> look() {
        looks.incrementAndGet();
        if (hanging) {
            looked.countDown();
            try {
                assertThat(answered.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return Optional.ofNullable(obstacle);
    }

    private boolean isUp() {
        return ready.call().getStatus() == HealthCheckResponse.Status.UP;
    }

    @Test
    void howeverOftenItIsAskedItLooksOnceASecond() {
        for (int i = 0; i < 100; i++) {
            assertThat(isUp()).isTrue();
        }
        assertThat(looks).hasValue(1);

        obstacle = "away";
        now.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertThat(isUp()).isFalse();
        assertThat(looks).hasValue(2);
    }

    @Test
    void nobodyElseWaitsForALookThatHangs() throws Exception {
        assertThat(isUp()).isTrue();
        now.addAndGet(TimeUnit.SECONDS.toNanos(1));
        hanging = true;
        obstacle = "no answer";
        CompletableFuture<Boolean> first = CompletableFuture.supplyAsync(this::isUp);
        assertThat(looked.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(isUp()).isTrue();
        answered.countDown();

        assertThat(first.get(10, TimeUnit.SECONDS)).isFalse();
        assertThat(isUp()).isFalse();
        assertThat(looks).hasValue(2);
    }

    @Test
    void whatTheDatabaseSaysIsNotPublished() {
        obstacle = "SQLSTATE 08001: Connection to 10.0.0.5:5432 refused";

        assertThat(ready.call().getData().orElseThrow())
                .containsEntry("obstacle", "decisions cannot be recorded; the log of the service says why");
    }

    @Test
    void fullQueueIsToldAtOnce() {
        assertThat(isUp()).isTrue();
        full = true;
        assertThat(isUp()).isFalse();
    }
}
