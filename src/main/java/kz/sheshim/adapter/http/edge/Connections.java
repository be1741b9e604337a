package kz.sheshim.adapter.http.edge;

import com.sun.management.UnixOperatingSystemMXBean;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The open connections. Their number stays below the limit of open files, so there is always room for one more: when there are too many, a connection on which
 * nobody has shown a key or a token yet is closed, the oldest first. One address without a key, or one submitter, has at most half of them. So callers who
 * say nothing only close connections of their own kind. A connection that stands still is closed.
 */
@Singleton
public final class Connections {
    private static final int USUAL_MAX = 10_000;
    private static final int PART_OF_OPEN_FILES = 4;
    private static final int PART_OF_HEAP = 32;
    private static final long SWEEP_MILLIS = 1_000;

    private final int max;
    private final long maxUnsent;
    private final long maxStill;
    private final LongSupplier nanos;
    private final Map<String, Group> groups = new HashMap<>();
    private final Set<Connection> unknown = new LinkedHashSet<>();
    private final AtomicLong unsent = new AtomicLong();
    private final AtomicLong unsentToUnknown = new AtomicLong();
    private final Set<Connection> closing = new HashSet<>();
    private final Set<Connection> open = new HashSet<>();
    private @Nullable Runnable sweep;

    /** The connections of one submitter, or from one address without a submitter; guarded by the connections. */
    static final class Group {
        private final String name;
        private final boolean known;
        private final Set<Connection> members = new LinkedHashSet<>();
        private final AtomicLong unsent = new AtomicLong();

        Group(String name, boolean known) {
            this.name = name;
            this.known = known;
        }
    }

    @Inject
    Connections(HttpSettings settings, Vertx vertx) {
        this(
                settings.maxConnections().orElse(usualMax()),
                settings.maxAnswerBytes().orElse(Runtime.getRuntime().maxMemory() / PART_OF_HEAP),
                settings.maxIdle().toNanos(),
                System::nanoTime);
        long timer = vertx.setPeriodic(SWEEP_MILLIS, turn -> closeThoseThatStandStill());
        sweep = () -> vertx.cancelTimer(timer);
    }

    /**
     * @param max maximum number of open connections
     * @param maxUnsent maximum number of bytes of answers that callers have not taken yet
     * @param maxStill nanoseconds after which a connection that stands still is closed
     */
    Connections(int max, long maxUnsent, long maxStill, LongSupplier nanos) {
        this.max = max;
        this.maxUnsent = maxUnsent;
        this.maxStill = maxStill;
        this.nanos = nanos;
    }

    /** A quarter of the files that the process may open: the others are for the database, the libraries and the workbooks. */
    private static int usualMax() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? (int) Math.max(1, Math.min(USUAL_MAX, system.getMaxFileDescriptorCount() / PART_OF_OPEN_FILES))
                : USUAL_MAX;
    }

    long now() {
        return nanos.getAsLong();
    }

    /**
     * Adds a new connection, and closes an older one if there are too many. A connection is closed by its own thread, which may be busy: where many wait for that, the
     * new one is closed here, so that there are hardly more than twice as many as there may be.
     */
    synchronized Group enter(Connection added) {
        open.add(added);
        added.group = group(added.address(), false);
        if (closing.size() > max) {
            added.closeHere();
            return added.group;
        }
        unknown.add(added);
        join(added);
        if (open.size() - closing.size() > max) {
            closeOldest(unknown);
        }
        return added.group;
    }

    /** The caller on this connection has shown a key or a token. */
    synchronized void know(Connection connection, String submitter) {
        Group before = connection.group;
        if (before.known && before.name.equals(submitter) || !before.members.remove(connection)) {
            return;
        }
        forget(before);
        if (unknown.remove(connection)) {
            unsentToUnknown.addAndGet(-connection.unsent());
        }
        before.unsent.addAndGet(-connection.unsent());
        connection.group = group(submitter, true);
        join(connection);
        connection.group.unsent.addAndGet(connection.unsent());
    }

    private Group group(String name, boolean known) {
        return groups.computeIfAbsent((known ? "submitter " : "address ") + name, key -> new Group(name, known));
    }

    /** One group has at most half of the connections. */
    private void join(Connection connection) {
        Set<Connection> members = connection.group.members;
        members.add(connection);
        if (members.size() > (max + 1) / 2) {
            closeOldest(members);
        }
    }

    /** Prefers one on which no request is in progress. It is none of those from which the next one is chosen. */
    private void closeOldest(Set<Connection> connections) {
        connections.stream()
                .filter(Connection::isWaiting)
                .findFirst()
                .or(() -> connections.stream().findFirst())
                .ifPresent(oldest -> {
                    closing.add(oldest);
                    remove(oldest);
                    oldest.close();
                });
    }

    private void remove(Connection connection) {
        unknown.remove(connection);
        connection.group.members.remove(connection);
        forget(connection.group);
    }

    synchronized void leave(Connection connection) {
        if (open.remove(connection)) {
            closing.remove(connection);
            remove(connection);
        }
    }

    private void forget(Group group) {
        if (group.members.isEmpty()) {
            groups.remove((group.known ? "submitter " : "address ") + group.name, group);
        }
    }

    /** Counts bytes that are on their way to a caller, or no longer are. */
    void add(Connection connection, long bytes) {
        Group group = connection.group;
        unsent.addAndGet(bytes);
        group.unsent.addAndGet(bytes);
        if (!group.known) {
            unsentToUnknown.addAndGet(bytes);
        }
    }

    /** Whether another answer may be made for the caller on this connection, who may have at most half of the bytes. */
    boolean hasRoomForAnswer(Connection connection) {
        Group group = connection.group;
        long own = group.known ? group.unsent.get() : unsentToUnknown.get();
        return unsent.get() < maxUnsent && own < maxUnsent / 2;
    }

    private void closeThoseThatStandStill() {
        List<Connection> still;
        synchronized (this) {
            still = new ArrayList<>();
            groups.values().forEach(group -> group.members.stream()
                    .filter(each -> each.standsStill(maxStill))
                    .forEach(still::add));
        }
        still.forEach(Connection::close);
    }

    /** The connection of a request; null if it is not counted. */
    static @Nullable Connection of(RoutingContext context) {
        return of(context.request());
    }

    static @Nullable Connection of(HttpServerRequest request) {
        HttpConnection connection = request.connection();
        return connection == null
                ? null
                : BorrowedVertxWeb.channel(connection).pipeline().get(Connection.class);
    }

    /**
     * Whether no connection has a request in progress, or has sent or received a byte lately.
     *
     * @param nanos how long ago "lately" begins
     */
    synchronized boolean areQuiet(long nanos) {
        return open.stream().allMatch(connection -> connection.isQuiet(nanos));
    }

    /** Number of open connections. */
    synchronized int open() {
        return open.size();
    }

    void sweep() {
        closeThoseThatStandStill();
    }

    @PreDestroy
    void stop() {
        if (sweep != null) {
            sweep.run();
        }
    }
}
