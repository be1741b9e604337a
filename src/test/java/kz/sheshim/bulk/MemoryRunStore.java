package kz.sheshim.bulk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import kz.sheshim.access.Submitter;
import kz.sheshim.log.LogUnavailable;
import org.jspecify.annotations.Nullable;

/** Runs in memory, for services in one test. */
final class MemoryRunStore implements RunStore {
    private final List<Run> runs = new ArrayList<>();
    private final Map<UUID, UUID> services = new HashMap<>();
    private final List<UUID> silent = new ArrayList<>();
    private boolean isAway;

    /** The service of this run is not heard of any more. */
    synchronized void silence(UUID id) {
        silent.add(id);
    }

    /** Whether the database is away. */
    synchronized void away(boolean away) {
        this.isAway = away;
    }

    @Override
    public synchronized Run begin(UUID id, String kind, String asked, Submitter by, UUID service) {
        Optional<Run> running = runs.stream()
                .filter(run -> run.kind().equals(kind) && run.runs())
                .findFirst();
        if (running.isPresent()) {
            return running.get();
        }
        Run run = new Run(id, kind, asked, by, Instant.EPOCH, 0, 0, 0, null, false, null, null);
        runs.add(run);
        services.put(id, service);
        return run;
    }

    @Override
    public synchronized List<Run> list(String kind, @Nullable UUID after, int max) {
        return IntStream.rangeClosed(1, runs.size())
                .mapToObj(i -> runs.get(runs.size() - i))
                .dropWhile(run -> after != null && !run.id().equals(after))
                .skip(after == null ? 0 : 1)
                .filter(run -> run.kind().equals(kind))
                .limit(max)
                .toList();
    }

    @Override
    public synchronized Optional<Run> find(String kind, UUID id) {
        return runs.stream()
                .filter(run -> run.kind().equals(kind) && run.id().equals(id))
                .findFirst();
    }

    @Override
    public synchronized void cancel(UUID id) {
        change(id, run -> copy(run, run.taken(), new Reached(run.done(), run.end(), run.mark()), true, null, null));
    }

    @Override
    public synchronized Optional<Run> take(String kind, UUID service, Duration silence) {
        for (Run run : List.copyOf(runs)) {
            if (run.kind().equals(kind) && run.runs() && (!services.containsKey(run.id()) || silent.remove(run.id()))) {
                int more = services.put(run.id(), service) == null ? 0 : 1;
                Reached reached = new Reached(run.done(), run.end(), run.mark());
                change(run.id(), each -> copy(each, each.taken() + more, reached, each.isCancelled(), null, null));
                return find(kind, run.id());
            }
        }
        return Optional.empty();
    }

    @Override
    public synchronized Told tell(UUID id, UUID service, Reached reached) {
        if (!isOf(id, service)) {
            return Told.GONE;
        }
        change(id, run -> {
            boolean isFurther = reached.done() > run.done();
            Reached furthest = isFurther ? reached : new Reached(run.done(), reached.end(), reached.mark());
            return copy(run, isFurther ? 0 : run.taken(), furthest, run.isCancelled(), null, null);
        });
        return runs.stream().anyMatch(run -> run.id().equals(id) && run.isCancelled()) ? Told.CANCELLED : Told.GO_ON;
    }

    @Override
    public synchronized void letGo(UUID id, UUID service, Reached reached) {
        if (isOf(id, service)) {
            tell(id, service, reached);
            services.remove(id);
        }
    }

    @Override
    public synchronized void end(
            UUID id, UUID service, Reached reached, @Nullable String result, @Nullable String failure) {
        if (isAway) {
            throw new LogUnavailable("away", null);
        }
        if (isOf(id, service)) {
            change(id, run -> copy(run, run.taken(), reached, run.isCancelled(), result, failure));
        }
    }

    private boolean isOf(UUID id, UUID service) {
        return service.equals(services.get(id))
                && runs.stream().anyMatch(run -> run.id().equals(id) && run.runs());
    }

    private void change(UUID id, UnaryOperator<Run> change) {
        runs.replaceAll(run -> run.id().equals(id) && run.runs() ? change.apply(run) : run);
    }

    private static Run copy(
            Run run,
            int taken,
            Reached reached,
            boolean isCancelled,
            @Nullable String result,
            @Nullable String failure) {
        return new Run(
                run.id(),
                run.kind(),
                run.asked(),
                run.by(),
                run.begun(),
                taken,
                reached.done(),
                reached.end(),
                reached.mark(),
                isCancelled,
                result,
                failure);
    }
}
