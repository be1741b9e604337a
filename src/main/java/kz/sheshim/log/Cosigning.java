package kz.sheshim.log;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import kz.sheshim.log.TreeStore.SignedTree;
import kz.sheshim.log.tree.Note;
import kz.sheshim.log.tree.TiledTree;
import kz.sheshim.log.tree.WitnessClient;
import kz.sheshim.log.tree.WitnessRefused;

/** Asks the witnesses, at an interval, to cosign the newest checkpoint. */
public final class Cosigning implements AutoCloseable {
    /** Tells operators. MUST return at once and MUST NOT fail. */
    public interface Watch {
        /** A witness did not cosign, for another reason than before. */
        void refused(String reason);
    }

    private final TreeStore store;
    private final List<WitnessClient> witnesses;
    private final Consumer<String> stop;
    private final Watch watch;
    private final Set<String> reported = new HashSet<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread worker = new Thread(work, "log-cosigning");
        worker.setDaemon(true);
        return worker;
    });

    /**
     * @param stop stops the log, because a witness holds another history or a larger tree
     */
    public Cosigning(TreeStore store, List<WitnessClient> witnesses, Consumer<String> stop, Watch watch) {
        this.store = store;
        this.witnesses = List.copyOf(witnesses);
        this.stop = stop;
        this.watch = watch;
    }

    public void start(Duration interval) {
        if (!witnesses.isEmpty()) {
            long millis = interval.toMillis();
            var unused = thread.scheduleWithFixedDelay(this::ask, millis, millis, TimeUnit.MILLISECONDS);
        }
    }

    private void ask() {
        try {
            store.newest().ifPresent(this::ask);
        } catch (LogUnavailable away) {
            report("the database is not available: " + away.reason());
        } catch (RuntimeException failed) {
            report(failed.toString());
        }
    }

    private void ask(SignedTree tree) {
        Note note = Note.parse(tree.note());
        for (WitnessClient witness : witnesses) {
            if (note.signatures().stream().noneMatch(witness.witness()::made)) {
                ask(witness, tree, note);
            }
        }
    }

    private void ask(WitnessClient witness, SignedTree tree, Note note) {
        try {
            store.cosign(
                    tree.size(), witness.cosign(note, from -> new TiledTree(tree.size(), store).consistency(from)));
            reported.removeIf(reason -> reason.contains(witness.witness().name()));
        } catch (WitnessRefused refused) {
            String reason = String.valueOf(refused.getMessage());
            if (refused.reason() == WitnessRefused.Reason.FORK || refused.reason() == WitnessRefused.Reason.AHEAD) {
                stop.accept(reason);
            }
            report(reason);
        }
    }

    private void report(String reason) {
        if (reported.add(reason)) {
            watch.refused(reason);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
