package kz.sheshim.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordOutageTest {
    private static final Logger LOGGER = Logger.getLogger(RecordOutage.class.getName());
    private final List<Boolean> errors = new ArrayList<>();
    private final AtomicLong now = new AtomicLong();
    private final RecordOutage outage = new RecordOutage(now::get);
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            errors.add(record.getLevel().intValue() > Level.WARNING.intValue());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        LOGGER.addHandler(handler);
    }

    @AfterEach
    void listenNoMore() {
        LOGGER.removeHandler(handler);
    }

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
        assertThat(errors).containsExactly(true, false, true, false);
    }

    @Test
    void someThatFailAmongOthersAreOneOutage() {
        for (int i = 0; i < 100; i++) {
            outage.failed("given up after 5 seconds");
            pass(4);
            outage.worked();
        }
        assertThat(errors).containsExactly(true);
    }

    @Test
    void reasonsAreToldEachOnceAndNotWithoutEnd() {
        for (int i = 0; i < 1_000; i++) {
            outage.failed("reason " + i % 3);
        }
        assertThat(errors).hasSize(3);
        for (int i = 0; i < 1_000; i++) {
            outage.failed("another reason " + i);
        }
        assertThat(errors).hasSize(8);
    }
}
