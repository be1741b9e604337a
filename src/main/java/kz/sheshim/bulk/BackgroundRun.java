package kz.sheshim.bulk;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import kz.sheshim.access.Submitter;
import kz.sheshim.background.RepeatedWork;
import kz.sheshim.facts.JsonParser;
import kz.sheshim.log.LogUnavailable;
import org.jspecify.annotations.Nullable;

/**
 * Long work of one kind in the background, one at a time over all services on a database. Each of them answers for every run. When the service that works on a run
 * dies, or loses the database, another takes the run over, or the same after its restart.
 *
 * @param <Q> what is asked for: equal ones are the same work
 * @param <R> what it comes to
 */
public final class BackgroundRun<Q, R> implements AutoCloseable {
    /** The failure of work that somebody cancelled. */
    public static final String CANCELLED = "cancelled";

    private static final Duration PULSE = Duration.ofSeconds(1);
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final RunKind<Q, R> kind;
    private final RunStore store;
    private final Json json;
    private final Consumer<Throwable> failed;
    private final UUID service = UUID.randomUUID();
    private final AtomicReference<@Nullable RunHere<Q, R>> here = new AtomicReference<>();
    private final RepeatedWork pulse;

    /** Writes and reads JSON. @param write maps, lists, texts and numbers in one line, always in the same way */
    public record Json(Function<Object, String> write, JsonParser parser) {
        Map<?, ?> read(String text) {
            if (parser.parse(text.getBytes(StandardCharsets.UTF_8)).value() instanceof Map<?, ?> members) {
                return members;
            }
            throw new IllegalStateException("what was kept of a run is not a JSON object");
        }
    }

    /**
     * How far the work is.
     *
     * @param asked what was asked for
     * @param by who asked
     * @param result null while it runs
     * @param failure why it could not be finished; null if it runs or has ended
     */
    public record State<Q, R>(
            UUID id,
            Q asked,
            Submitter by,
            Instant begun,
            long done,
            long end,
            @Nullable R result,
            @Nullable String failure) {
        /** Whether it has not ended. */
        public boolean runs() {
            return result == null && failure == null;
        }

        /** {@code running}, {@code ended}, {@code cancelled} or {@code failed}. */
        public String code() {
            if (runs()) {
                return "running";
            }
            return failure == null ? "ended" : failure.equals(CANCELLED) ? CANCELLED : "failed";
        }
    }

    /** @param failed told why work could not be finished */
    public BackgroundRun(RunKind<Q, R> kind, RunStore store, Json json, Consumer<Throwable> failed) {
        this.kind = kind;
        this.store = store;
        this.json = json;
        this.failed = failed;
        this.pulse = new RepeatedWork(kind.name() + "-pulse");
    }

    /** Takes part: tells the others what is done here, and takes over what nobody does any more. */
    public void start() {
        pulse.every(PULSE, this::pulse, LogUnavailable.apart(failed));
    }

    private void execute(Run run) {
        RunHere<Q, R> begins =
                new RunHere<>(run, kind, store, json, service, failed, ended -> here.compareAndSet(ended, null));
        RunHere<Q, R> before = here.getAndSet(begins);
        if (before != null) { // another service has taken it over, and ended it
            before.stop();
        }
        begins.begin();
    }

    /**
     * Begins the work; if the same runs already, that one.
     *
     * @throws AnotherRuns if other work of the kind runs, or the same is being cancelled
     */
    public State<Q, R> begin(Q asked, Submitter by) {
        UUID id = UUID.randomUUID();
        String text = json.write.apply(kind.askedJson(asked));
        Run run = store.begin(id, kind.name(), text, by, service);
        if (run.id().equals(id)) {
            execute(run);
        } else if (run.isCancelled() || !run.asked().equals(text)) {
            throw new AnotherRuns(run.id());
        }
        return state(run);
    }

    /** Cancels the work with this id, which ends soon; does nothing if it does not run. */
    public void cancel(UUID id) {
        store.cancel(id);
        RunHere<Q, R> current = here.get();
        if (current != null && current.isOf(id)) {
            current.tell();
        }
    }

    /** The last work; empty if there was none yet. */
    public Optional<State<Q, R>> last() {
        return store.list(kind.name(), null, 1).stream().findFirst().map(this::state);
    }

    /**
     * The work that is kept, newest first.
     *
     * @param after only what is older than this one; null: from the newest on
     */
    public List<State<Q, R>> list(@Nullable UUID after, int max) {
        return store.list(kind.name(), after, max).stream().map(this::state).toList();
    }

    /** The work with this id, if it is kept. */
    public Optional<State<Q, R>> find(UUID id) {
        return store.find(kind.name(), id).map(this::state);
    }

    private State<Q, R> state(Run run) {
        String result = run.result();
        return new State<>(
                run.id(),
                kind.asked(json.read(run.asked())),
                run.by(),
                run.begun(),
                run.done(),
                run.end(),
                result == null ? null : kind.result(json.read(result)),
                run.failure());
    }

    /** Tells how far the work is that is done here; without any, looks for some that nobody does any more. */
    void pulse() {
        RunHere<Q, R> current = here.get();
        if (current == null) {
            store.take(kind.name(), service, SILENCE).ifPresent(this::execute);
        } else {
            current.tell();
        }
    }

    /** Lets another service, or this one after its restart, go on with the work. */
    @Override
    public void close() {
        pulse.close();
        RunHere<Q, R> current = here.get();
        if (current != null) {
            current.letGo();
        }
    }
}
