package kz.sheshim.adapter.scheduler;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import kz.sheshim.delivery.DeliverActions;
import kz.sheshim.delivery.DeliveryTask;
import kz.sheshim.delivery.Origin;
import kz.sheshim.delivery.Outbox;
import kz.sheshim.delivery.Waker;

/**
 * Runs delivery tasks. Each destination has its own scheduler and threads, so that a destination that hangs does not slow down the others.
 */
public final class DeliveryScheduler implements Waker, AutoCloseable {
    private static final Duration DELAY_AFTER_ERROR = Duration.ofSeconds(5);
    private static final Duration REMOVAL_INTERVAL = Duration.ofHours(1);

    private final Map<String, Scheduler> schedulers = new LinkedHashMap<>();
    private final Scheduler housekeeper;
    private final DeliverActions actions;
    private final Clock clock;

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
        this.actions = actions;
        this.clock = clock;
        RecurringTask<Void> removal = Tasks.recurring("hand-over-removal", FixedDelay.of(REMOVAL_INTERVAL))
                .execute((task, context) ->
                        outbox.removeSettledBefore(clock.instant().minus(keepFor)));
        this.housekeeper = Schedulers.with(Scheduler.create(database).startTasks(removal), removal.getName(), 1, clock)
                .build();
        maxAttempts.forEach((destination, threads) -> schedulers.put(
                destination,
                Schedulers.with(
                                Scheduler.create(database, task(destination)),
                                DeliveryTask.taskName(destination),
                                threads,
                                clock)
                        .addSchedulerListener(new OutageLog(destination))
                        .build()));
    }

    private Task<Void> task(String destination) {
        return Tasks.custom(DeliveryTask.taskName(destination), Void.class)
                .onFailureReschedule(FixedDelay.of(DELAY_AFTER_ERROR))
                .onDeadExecutionRevive()
                .execute((instance, context) -> run(destination, instance, context));
    }

    private CompletionHandler<Void> run(String destination, TaskInstance<Void> instance, ExecutionContext context) {
        DeliveryTask task = new DeliveryTask(destination, Origin.of(instance.getId()));
        Optional<Instant> again;
        try {
            again = actions.run(task, () -> context.getSchedulerState().isShuttingDown(), this);
        } catch (InterruptedException stopping) {
            again = Optional.of(clock.instant());
        }
        Instant next = again.orElse(null);
        return next == null
                ? new CompletionHandler.OnCompleteRemove<>()
                : (complete, operations) -> {
                    operations.reschedule(complete, next);
                    wakeIfItCanRunNow(task, next);
                };
    }

    /**
     * A task cannot be woken while it runs. So it checks once more after it was rescheduled; otherwise a change since its last check would wait until
     * {@code time}.
     */
    private void wakeIfItCanRunNow(DeliveryTask task, Instant time) {
        if (time.isAfter(clock.instant()) && actions.canRunNow(task)) {
            wake(task);
        }
    }

    /** Starts to run tasks; does nothing if there are no destinations. */
    public void start() {
        active().forEach(Scheduler::start);
    }

    @Override
    public void wake(DeliveryTask task) {
        Scheduler scheduler = schedulers.get(task.destination());
        if (scheduler != null) {
            try {
                scheduler.reschedule(TaskInstanceId.of(task.taskName(), task.instanceId()), clock.instant());
            } catch (TaskInstanceException runsOrIsDone) {
                return;
            }
        }
    }

    /** Begins no further attempt, and waits a short time for the attempts in progress. */
    @Override
    public void close() {
        active().parallel().forEach(Scheduler::stop);
    }

    /** All schedulers; none if there are no destinations. */
    private Stream<Scheduler> active() {
        return schedulers.isEmpty()
                ? Stream.empty()
                : Stream.concat(schedulers.values().stream(), Stream.of(housekeeper));
    }
}
