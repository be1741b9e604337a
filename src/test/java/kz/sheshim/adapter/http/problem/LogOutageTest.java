package kz.sheshim.adapter.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import kz.sheshim.LogFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LogOutageTest {
    @RegisterExtension
    final LogFixture logged = new LogFixture(LogOutage.class);

    private final AtomicLong now = new AtomicLong();
    private final LogOutage outage = new LogOutage(now::get);

    private void pass(int seconds) {
        now.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }

    @Test
    void eachOutageIsToldOnceAndItsEndOnce() {
        for (int i = 0; i < 2; i++) {
            outage.worked();
            for (int line = 0; line < 1_000; line++) {
                outage.failed("away");
            }
            pass(5);
            outage.worked();
            outage.worked();
        }
        assertThat(logged.alarms()).containsExactly(true, false, true, false);
    }

    @Test
    void someThatFailAmongOthersAreOneOutage() {
        for (int i = 0; i < 100; i++) {
            outage.failed("given up after 5 seconds");
            pass(4);
            outage.worked();
        }
        assertThat(logged.alarms()).containsExactly(true);
    }

    @Test
    void reasonsAreToldEachOnceAndNotWithoutEnd() {
        for (int i = 0; i < 1_000; i++) {
            outage.failed("reason " + i % 3);
        }
        assertThat(logged.alarms()).hasSize(3);
        for (int i = 0; i < 1_000; i++) {
            outage.failed("another reason " + i);
        }
        assertThat(logged.alarms()).hasSize(8);
    }
}
