package kz.sheshim.bulk;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import kz.sheshim.engine.NoVerdict;
import org.jspecify.annotations.Nullable;

/**
 * Long work in the background, one at a time. The last one is remembered until the service stops.
 *
 * @param <R> what it comes to
 */
public final class BackgroundRun<R> {
    /** The failure of work that somebody cancelled. */
    public static final String CANCELLED = "cancelled";

    private final String name;
    private final Consumer<Throwable> failed;
    private volatile @Nullable State<R> last;
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
     * @param result null while it runs
     * @param failure why it could not be finished; null if it runs or has ended
     */
    public record State<R>(UUID id, long done, long end, @Nullable R result, @Nullable String failure) {
        public boolean runs() {
            return result == null && failure == null;
        }
    }

    /** Begins the work; if one runs already, that one. */
    public synchronized State<R> begin(Work<R> work) {
        State<R> running = last;
        if (running != null && running.runs()) {
            return running;
        }
        State<R> begun = new State<>(UUID.randomUUID(), 0, 0, null, null);
        last = begun;
        Thread begins = new Thread(() -> run(begun.id(), work), name);
        begins.setDaemon(true);
        begins.start();
        thread = begins;
        return begun;
    }

    private void run(UUID id, Work<R> work) {
        try {
            R result = work.run((done, end) -> last = new State<>(id, done, end, null, null));
            State<R> before = last;
            long done = before == null ? 0 : before.done();
            last = new State<>(id, done, done, result, null);
        } catch (RuntimeException | Error e) {
            if (id.equals(cancelled)) { // what is cancelled fails at whatever it waited for
                fail(id, CANCELLED);
            } else {
                failed.accept(e);
                fail(id, NoVerdict.reason(e));
            }
        } catch (InterruptedException stopped) {
            fail(id, CANCELLED);
            Thread.currentThread().interrupt();
        }
    }

    private void fail(UUID id, String failure) {
        State<R> before = last;
        last = new State<>(id, before == null ? 0 : before.done(), before == null ? 0 : before.end(), null, failure);
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
    public Optional<State<R>> last() {
        return Optional.ofNullable(last);
    }

    /** The work with this id, if it is the last one. */
    public Optional<State<R>> find(UUID id) {
        State<R> state = last;
        return state != null && state.id().equals(id) ? Optional.of(state) : Optional.empty();
    }
}
