package kz.sheshim.adapter.scheduler;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import kz.sheshim.erasure.ApplyRetention;
import org.jboss.logging.Logger;

/** Applies the retention rules once a day, in one service of all. */
public final class RetentionScheduler implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(RetentionScheduler.class);
    private static final String TASK = "retention";

    private final Scheduler scheduler;

    /**
     * @param at the time of day, in UTC
     * @param interval how often each service asks the database whether it is time
     */
    public RetentionScheduler(
            DataSource database, ApplyRetention retention, LocalTime at, Duration interval, Clock clock) {
        RecurringTask<Void> task = Tasks.recurring(TASK, new Daily(ZoneOffset.UTC, at))
                .execute((instance, context) -> {
                    int erased = retention.run(() -> context.getSchedulerState().isShuttingDown());
                    if (erased > 0) {
                        LOG.infof("Case files whose time of retention is over were erased: %d", erased);
                    }
                });
        this.scheduler = Schedulers.with(Scheduler.create(database).startTasks(task), TASK, 1, clock)
                .pollingInterval(interval)
                .heartbeatInterval(interval)
                .build();
    }

    public void start() {
        scheduler.start();
    }

    @Override
    public void close() {
        scheduler.stop();
    }
}
