package kz.sheshim.bulk;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import kz.sheshim.engine.NoVerdict;
import org.jspecify.annotations.Nullable;

/**
 * Long work in the background, one at a time. The last one is remembered until the service stops.
 *
 * @param <Q> what is asked for: equal ones are the same work
 * @param <R> what it comes to
 */
public final class BackgroundRun<Q, R> {
    /** The failure of work that somebody cancelled. */
    public static final String CANCELLED = "cancelled";

    private final String name;
    private final Consumer<Throwable> failed;
    private volatile @Nullable State<Q, R> last;
    private @Nullable Thread thread;
    private volatile @Nullable UUID cancelled;

    /**
     * @param name of its thread
     * @param failed told why work could not be finished
     */
    public BackgroundRun(String name, Consumer<Throwable> failed) {
        this.name = name;
        this.failed = failed;
    }

    /** Work that tells how far it is. */
    public interface Work<R> {
        R run(Progress progress) throws InterruptedException;
    }

    /** Is told how far the work is. */
    public interface Progress {
        /**
         * @param done number of entries
         * @param end the number of the last entry
         */
        void at(long done, long end);
    }

    /**
     * How far the work is.
     *
     * @param asked what was asked for
     * @param result null while it runs
     * @param failure why it could not be finished; null if it runs or has ended
     */
    public record State<Q, R>(UUID id, Q asked, long done, long end, @Nullable R result, @Nullable String failure) {
        public boolean runs() {
            return result == null && failure == null;
        }
    }

    /**
     * Begins the work; if the same runs already, that one.
     *
     * @throws AnotherRuns if other work runs, or the same is being cancelled
     */
    public synchronized State<Q, R> begin(Q asked, Work<R> work) {
        State<Q, R> running = last;
        if (running != null && running.runs()) {
            if (running.id().equals(cancelled) || !running.asked().equals(asked)) {
                throw new AnotherRuns(running.id());
            }
            return running;
        }
        State<Q, R> begun = new State<>(UUID.randomUUID(), asked, 0, 0, null, null);
        last = begun;
        Thread begins = new Thread(() -> run(begun, work), name);
        begins.setDaemon(true);
        begins.start();
        thread = begins;
        return begun;
    }

    private void run(State<Q, R> begun, Work<R> work) {
        UUID id = begun.id();
        try {
            R result = work.run((done, end) -> last = new State<>(id, begun.asked(), done, end, null, null));
            State<Q, R> before = last;
            long done = before == null ? 0 : before.done();
            last = new State<>(id, begun.asked(), done, done, result, null);
        } catch (RuntimeException | Error e) {
            if (id.equals(cancelled)) { // what is cancelled fails at whatever it waited for
                fail(begun, CANCELLED);
            } else {
                failed.accept(e);
                fail(begun, NoVerdict.reason(e));
            }
        } catch (InterruptedException stopped) {
            fail(begun, CANCELLED);
            Thread.currentThread().interrupt();
        }
    }

    private void fail(State<Q, R> begun, String failure) {
        State<Q, R> before = last == null ? begun : last;
        last = new State<>(begun.id(), begun.asked(), before.done(), before.end(), null, failure);
    }

    /** Cancels the work with this id, which ends soon; does nothing if it does not run. */
    public synchronized void cancel(UUID id) {
        Thread running = thread;
        if (running != null && find(id).filter(State::runs).isPresent()) {
            cancelled = id;
            running.interrupt();
        }
    }

    /** The last work; empty if there was none yet. */
    public Optional<State<Q, R>> last() {
        return Optional.ofNullable(last);
    }

    /** The work with this id, if it is the last one. */
    public Optional<State<Q, R>> find(UUID id) {
        State<Q, R> state = last;
        return state != null && state.id().equals(id) ? Optional.of(state) : Optional.empty();
    }
}
