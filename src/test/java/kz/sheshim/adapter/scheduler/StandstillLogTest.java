package kz.sheshim.adapter.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.event.SchedulerListener.SchedulerEventType;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StandstillLogTest {
    private static final Logger LOGGER = Logger.getLogger(StandstillLog.class.getName());
    private final List<Level> told = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            told.add(record.getLevel().intValue() >= Level.WARNING.intValue() ? Level.SEVERE : Level.INFO);
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

    @Test
    void eachStandstillIsToldOnceAndItsEndOnce() {
        StandstillLog log = new StandstillLog("registry");
        for (int standstill = 0; standstill < 2; standstill++) {
            log.onSchedulerEvent(SchedulerEventType.RAN_DETECT_DEAD);
            log.onSchedulerEvent(SchedulerEventType.UNEXPECTED_ERROR);
            log.onSchedulerEvent(SchedulerEventType.FAILED_HEARTBEAT);
            log.onSchedulerEvent(SchedulerEventType.UNEXPECTED_ERROR);
            log.onSchedulerEvent(SchedulerEventType.RAN_DETECT_DEAD);
        }
        assertThat(told).containsExactly(Level.SEVERE, Level.INFO, Level.SEVERE, Level.INFO);
    }
}
