package kz.sheshim.adapter.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.event.SchedulerListener.SchedulerEventType;
import kz.sheshim.LogFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OutageLogTest {
    @RegisterExtension
    final LogFixture logged = new LogFixture(OutageLog.class);

    @Test
    void eachOutageIsLoggedOnceAndItsEndOnce() {
        OutageLog log = new OutageLog("registry");
        for (int outage = 0; outage < 2; outage++) {
            log.onSchedulerEvent(SchedulerEventType.RAN_DETECT_DEAD);
            log.onSchedulerEvent(SchedulerEventType.UNEXPECTED_ERROR);
            log.onSchedulerEvent(SchedulerEventType.FAILED_HEARTBEAT);
            log.onSchedulerEvent(SchedulerEventType.UNEXPECTED_ERROR);
            log.onSchedulerEvent(SchedulerEventType.RAN_DETECT_DEAD);
        }
        assertThat(logged.alarms()).containsExactly(true, false, true, false);
    }
}
