package kz.sheshim.adapter.scheduler;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
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
import kz.sheshim.delivery.Outbox;
import kz.sheshim.delivery.Waker;
import kz.sheshim.log.EntryNumber;

/**
 * Runs errands, with a scheduler and threads of its own for each destination, so that one that hangs takes nothing from the others. A service that dies is noticed
 * {@value #HEARTBEATS_MISSED} heartbeats later, and looked for every second heartbeat.
 */
public final class DeliveryScheduler implements Waker, AutoCloseable {
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);
    private static final int HEARTBEATS_MISSED = 4;
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration AFTER_AN_ERROR = Duration.ofSeconds(5);
    private static final Duration REMOVAL = Duration.ofHours(1);
    private static final Duration LAST_ATTEMPTS = Duration.ofSeconds(5);

    /** Errands to destinations that this service does not know wait until one does, instead of being removed. */
    private static final Duration NEVER = Duration.ofDays(365_000);

    private final Map<String, Scheduler> schedulers = new LinkedHashMap<>();
    private final Scheduler housekeeper;
    private final DeliverActions work;
    private final Clock clock;

    /**
     * @param mostAtOnce how many attempts may be under way at each destination
     * @param keepFor how long settled hand-overs are kept
     */
    public DeliveryScheduler(
            DataSource database,
            Map<String, Integer> mostAtOnce,
            DeliverActions work,
            Outbox outbox,
            Duration keepFor,
            Clock clock) {
        this.work = work;
        this.clock = clock;
        RecurringTask<Void> removal = Tasks.recurring("hand-over-removal", FixedDelay.of(REMOVAL))
                .execute((task, context) ->
                        outbox.removeSettledBefore(clock.instant().minus(keepFor)));
        this.housekeeper = scheduler(Scheduler.create(database).startTasks(removal), removal.getName(), 1)
                .build();
        mostAtOnce.forEach((destination, threads) -> schedulers.put(
                destination,
                scheduler(Scheduler.create(database, errands(destination)), DeliveryTask.task(destination), threads)
                        .addSchedulerListener(new OutageLog(destination))
                        .build()));
    }

    private SchedulerBuilder scheduler(SchedulerBuilder builder, String task, int threads) {
        return builder.jdbcCustomization(new SingleTaskPolling(task))
                .threads(threads)
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(POLL)
                .enableImmediateExecution()
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(HEARTBEATS_MISSED)
                .deleteUnresolvedAfter(NEVER)
                .shutdownMaxWait(LAST_ATTEMPTS)
                .failureLogging(LogLevel.WARN, true)
                .schedulerName(new SchedulerName.Fixed(new SchedulerName.Hostname().getName() + "/"
                        + ProcessHandle.current().pid()))
                .clock(clock::instant);
    }

    private Task<Void> errands(String destination) {
        return Tasks.custom(DeliveryTask.task(destination), Void.class)
                .onFailureReschedule(FixedDelay.of(AFTER_AN_ERROR))
                .onDeadExecutionRevive()
                .execute((instance, context) -> run(destination, instance, context));
    }

    private CompletionHandler<Void> run(String destination, TaskInstance<Void> instance, ExecutionContext context) {
        DeliveryTask errand = new DeliveryTask(destination, new EntryNumber(Long.parseLong(instance.getId())));
        Optional<Instant> again;
        try {
            again = work.run(errand, () -> context.getSchedulerState().isShuttingDown(), this);
        } catch (InterruptedException stopping) {
            again = Optional.of(clock.instant());
        }
        Instant next = again.orElse(null);
        return next == null
                ? new CompletionHandler.OnCompleteRemove<>()
                : (complete, operations) -> {
                    operations.reschedule(complete, next);
                    wakeIfItCanGoOn(errand, next);
                };
    }

    /** An errand cannot be woken while it runs; so it looks once more when it can, lest what happened since its last look waits for its time. */
    private void wakeIfItCanGoOn(DeliveryTask errand, Instant time) {
        if (time.isAfter(clock.instant()) && work.canGoOn(errand)) {
            wake(errand);
        }
    }

    public void start() {
        running().forEach(Scheduler::start);
    }

    @Override
    public void wake(DeliveryTask errand) {
        Scheduler scheduler = schedulers.get(errand.destination());
        if (scheduler != null) {
            try {
                scheduler.reschedule(TaskInstanceId.of(errand.task(), errand.instance()), clock.instant());
            } catch (TaskInstanceException runsOrIsDone) {
                return;
            }
        }
    }

    /** Begins no attempt any more, and waits a little for those that are under way. */
    @Override
    public void close() {
        running().parallel().forEach(Scheduler::stop);
    }

    /** None where nothing is handed over. */
    private Stream<Scheduler> running() {
        return schedulers.isEmpty()
                ? Stream.empty()
                : Stream.concat(schedulers.values().stream(), Stream.of(housekeeper));
    }
}
