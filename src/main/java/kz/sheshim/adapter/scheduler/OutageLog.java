package kz.sheshim.adapter.scheduler;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Says once that the errands to a destination stand still, and once that they go on. The scheduler itself would say it each second, with a stack trace. */
final class OutageLog extends AbstractSchedulerListener {
    private static final Logger LOG = Logger.getLogger(OutageLog.class);

    private final String destination;
    private final AtomicBoolean standing = new AtomicBoolean();

    OutageLog(String destination) {
        this.destination = destination;
    }

    /** The look for dead services is what always asks the database, and says so when that went well. */
    @Override
    public void onSchedulerEvent(SchedulerEventType event) {
        if (event == SchedulerEventType.UNEXPECTED_ERROR && !standing.getAndSet(true)) {
            LOG.errorf(
                    "Hand-overs to %s stand still, most likely because the database cannot be asked; nothing is lost",
                    destination);
        } else if (event == SchedulerEventType.RAN_DETECT_DEAD && standing.getAndSet(false)) {
            LOG.infof("Hand-overs to %s go on", destination);
        }
    }
}
