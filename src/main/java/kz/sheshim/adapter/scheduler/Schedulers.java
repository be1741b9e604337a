package kz.sheshim.adapter.scheduler;

import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import java.time.Clock;
import java.time.Duration;

/**
 * The settings of every scheduler. A service counts as dead after {@value #HEARTBEATS_MISSED} missed heartbeats; the search for dead services runs at every second
 * heartbeat.
 */
final class Schedulers {
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);
    private static final int HEARTBEATS_MISSED = 4;
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(5);

    /** Tasks that this service does not know are never removed; they wait for a service that knows them. */
    private static final Duration NEVER = Duration.ofDays(365_000);

    private Schedulers() {}

    /** For one task, with this number of threads. */
    static SchedulerBuilder with(SchedulerBuilder builder, String taskName, int threads, Clock clock) {
        return builder.jdbcCustomization(new SingleTaskPolling(taskName))
                .threads(threads)
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(POLL)
                .enableImmediateExecution()
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(HEARTBEATS_MISSED)
                .deleteUnresolvedAfter(NEVER)
                .shutdownMaxWait(SHUTDOWN_TIMEOUT)
                .failureLogging(LogLevel.WARN, true)
                .schedulerName(new SchedulerName.Fixed(new SchedulerName.Hostname().getName() + "/"
                        + ProcessHandle.current().pid()))
                .clock(clock::instant);
    }
}
