package kz.sheshim.adapter.scheduler;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Logs once that deliveries to a destination have stopped, and once that they continue. The scheduler itself would log every second, with a stack trace; {@code
 * application.properties} switches that off.
 */
final class OutageLog extends AbstractSchedulerListener {
    private static final Logger LOG = Logger.getLogger(OutageLog.class);

    private final String destination;
    private final AtomicBoolean stopped = new AtomicBoolean();

    OutageLog(String destination) {
        this.destination = destination;
    }

    /** The search for dead services always asks the database, and db-scheduler reports it only if that worked. */
    @Override
    public void onSchedulerEvent(SchedulerEventType event) {
        if (event == SchedulerEventType.UNEXPECTED_ERROR && !stopped.getAndSet(true)) {
            LOG.errorf(
                    "Hand-overs to %s have stopped, most likely because the database does not answer. None is lost.",
                    destination);
        } else if (event == SchedulerEventType.RAN_DETECT_DEAD && stopped.getAndSet(false)) {
            LOG.infof("Hand-overs to %s continue", destination);
        }
    }
}
