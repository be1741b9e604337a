package kz.sheshim.adapter.scheduler;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import kz.sheshim.delivery.DeliverActions;
import kz.sheshim.delivery.Outbox;

/**
 * Lets one service of all deliver to each destination, until it stops or dies; then another one goes on. Each destination has its own scheduler, so that one that
 * hangs does not slow down the others.
 */
public final class DeliveryScheduler implements AutoCloseable {
    private static final String PREFIX = "hand-over-";
    private static final Duration DELAY_AFTER_ERROR = Duration.ofSeconds(5);
    private static final Duration DELAY_OF_THE_NEXT_SERVICE = Duration.ofSeconds(1);
    private static final Duration REMOVAL_INTERVAL = Duration.ofHours(1);

    /** One for each destination, and one that removes settled deliveries; empty without destinations. */
    private final List<Scheduler> schedulers = new ArrayList<>();

    /**
     * @param maxAttempts maximum number of attempts in progress, for each destination
     * @param keepFor how long settled deliveries are kept
     */
    public DeliveryScheduler(
            DataSource database,
            Map<String, Integer> maxAttempts,
            DeliverActions actions,
            Outbox outbox,
            Duration keepFor,
            Clock clock) {
        maxAttempts.forEach((destination, attempts) -> {
            RecurringTask<Void> task = Tasks.recurring(PREFIX + destination, FixedDelay.of(DELAY_OF_THE_NEXT_SERVICE))
                    .onDeadExecutionRevive()
                    .onFailure(new FailureHandler.OnFailureRetryLater<>(DELAY_AFTER_ERROR))
                    .execute((instance, context) -> actions.run(destination, attempts, () -> hasToStop(context)));
            schedulers.add(Schedulers.with(Scheduler.create(database).startTasks(task), task.getName(), 1, clock)
                    .addSchedulerListener(new OutageLog(destination))
                    .build());
        });
        if (!schedulers.isEmpty()) {
            RecurringTask<Void> removal = Tasks.recurring("removal-of-hand-overs", FixedDelay.of(REMOVAL_INTERVAL))
                    .execute((instance, context) ->
                            outbox.removeSettledBefore(clock.instant().minus(keepFor)));
            schedulers.add(Schedulers.with(Scheduler.create(database).startTasks(removal), removal.getName(), 1, clock)
                    .build());
        }
    }

    /** Another service may have taken the place of one that could not say in time that it lives. */
    private static boolean hasToStop(ExecutionContext context) {
        return context.getSchedulerState().isShuttingDown()
                || context.getCurrentlyExecuting().getHeartbeatState().hasStaleHeartbeat();
    }

    /** Begins to deliver; without destinations there is nothing to begin. */
    public void start() {
        schedulers.forEach(Scheduler::start);
    }

    /** Begins no further attempt, and waits a short time for the attempts in progress. */
    @Override
    public void close() {
        schedulers.parallelStream().forEach(Scheduler::stop);
    }
}
