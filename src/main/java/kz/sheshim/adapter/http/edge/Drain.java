package kz.sheshim.adapter.http.edge;

import io.netty.channel.Channel;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets a service that is stopped answer what has come in. Quarkus waits once until no request is in progress, and then closes all connections, also those
 * that came meanwhile. So after the delay, in which load balancers learn that the service is not ready, no connection is accepted any more, and the end waits
 * until those that are open are quiet.
 */
@Singleton
public final class Drain {
    /** A connection is quiet when it has sent and received no byte for this time. */
    private static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private static final long LOOK_MILLIS = 20;

    private final Connections connections;
    private final Vertx vertx;
    private final Duration delay;
    private final Duration timeout;
    private final Set<Channel> doors = ConcurrentHashMap.newKeySet();

    Drain(
            Connections connections,
            Vertx vertx,
            @ConfigProperty(name = "quarkus.shutdown.delay") Duration delay,
            @ConfigProperty(name = "quarkus.shutdown.timeout") Duration timeout) {
        this.connections = connections;
        this.vertx = vertx;
        this.delay = delay;
        this.timeout = timeout;
    }

    /** A server listens here. */
    void opened(Channel door) {
        doors.add(door);
    }

    void begin(@Observes ShutdownDelayInitiatedEvent event) {
        vertx.setTimer(Math.max(1, delay.toMillis()), over -> closeDoors());
    }

    /** Before anything else is stopped. */
    void end(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
        if (LaunchMode.current() != LaunchMode.NORMAL) {
            return; // the next start in development, or in tests, listens at the same doors
        }
        closeDoors();
        long end = System.nanoTime() + timeout.toNanos();
        while (!connections.areQuiet(QUIET_NANOS) && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    private void closeDoors() {
        doors.forEach(Channel::close);
    }
}
