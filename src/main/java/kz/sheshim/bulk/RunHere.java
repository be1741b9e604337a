package kz.sheshim.bulk;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kz.sheshim.bulk.RunStore.Reached;
import kz.sheshim.engine.NoVerdict;
import kz.sheshim.log.LogUnavailable;
import org.jspecify.annotations.Nullable;

/** A run that this service works on. */
final class RunHere<Q, R> {
    /** Work that ends every service which begins it must not go on for ever. */
    static final int MAX_TAKEN = 10;

    /** How long work may take to notice that its service stops. */
    private static final Duration END = Duration.ofSeconds(5);

    private final Run run;
    private final RunKind<Q, R> kind;
    private final RunStore store;
    private final BackgroundRun.Json json;
    private final UUID service;
    private final Consumer<Throwable> failed;
    private final Consumer<RunHere<Q, R>> ended;
    private final Thread thread;
    private volatile Progressed progressed;
    private volatile boolean isCancelled;
    /** The run is not of this service any more, or not for long. */
    private volatile boolean isGone;

    private record Progressed(long done, long end, Supplier<@Nullable String> mark) {}

    /**
     * @param failed told why the work could not be finished
     * @param ended told when nothing is done any more
     */
    RunHere(
            Run run,
            RunKind<Q, R> kind,
            RunStore store,
            BackgroundRun.Json json,
            UUID service,
            Consumer<Throwable> failed,
            Consumer<RunHere<Q, R>> ended) {
        this.run = run;
        this.kind = kind;
        this.store = store;
        this.json = json;
        this.service = service;
        this.failed = failed;
        this.ended = ended;
        this.progressed = new Progressed(run.done(), run.end(), run::mark);
        this.thread = new Thread(this::execute, kind.name());
        thread.setDaemon(true);
    }

    /** Begins the work. Where no thread is to be had, the run is let go for another service, or for this one later. */
    void begin() {
        try {
            thread.start();
        } catch (RuntimeException | Error cannot) {
            letGo();
            ended.accept(this);
            throw cannot;
        }
    }

    boolean isOf(UUID id) {
        return run.id().equals(id);
    }

    /** Tells how far it is, and ends it if nobody needs it any more. */
    void tell() {
        switch (store.tell(run.id(), service, reached())) {
            case GO_ON -> {}
            case CANCELLED -> {
                isCancelled = true;
                thread.interrupt();
            }
            case GONE -> stop();
        }
    }

    /** Ends the work here, and says nothing about it. */
    void stop() {
        isGone = true;
        thread.interrupt();
    }

    /** Ends the work here, and lets another service go on with it. */
    void letGo() {
        stop();
        try {
            thread.join(END.toMillis());
            store.letGo(run.id(), service, reached());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (LogUnavailable away) {
            // then it is taken over later
        }
    }

    private Reached reached() {
        Progressed now = progressed;
        return new Reached(now.done(), now.end(), now.mark().get());
    }

    private void execute() {
        try {
            if (run.isCancelled()) {
                end(null, BackgroundRun.CANCELLED);
            } else if (run.taken() > MAX_TAKEN) {
                end(null, "no service could finish it: " + MAX_TAKEN + " in a row fell silent at it");
            } else {
                work();
            }
        } catch (RuntimeException | Error away) {
            failed.accept(away); // another service goes on, or this one when the database is back
        } finally {
            ended.accept(this);
        }
    }

    private void work() {
        String mark = run.mark();
        String result;
        try {
            result = json.write()
                    .apply(kind.resultJson(kind.run(
                            kind.asked(json.read(run.asked())), mark == null ? null : json.read(mark), this::at)));
        } catch (InterruptedException | RuntimeException | Error e) {
            fail(e);
            return;
        }
        end(result, null);
    }

    private void at(long done, long end, Supplier<@Nullable Map<String, Object>> mark) {
        if (isCancelled || isGone) {
            throw new CancellationException();
        }
        progressed = new Progressed(done, end, () -> {
            Map<String, Object> reached = mark.get();
            return reached == null ? null : json.write().apply(reached);
        });
    }

    private void fail(Throwable e) {
        if (isCancelled) { // what is cancelled fails at whatever it waited for
            end(null, BackgroundRun.CANCELLED);
        } else if (e instanceof LogUnavailable away) {
            throw away;
        } else if (!isGone) {
            failed.accept(e);
            end(null, NoVerdict.reason(e));
        }
    }

    private void end(@Nullable String result, @Nullable String failure) {
        Progressed now = progressed;
        store.end(run.id(), service, new Reached(now.done(), now.end(), null), result, failure);
    }
}
