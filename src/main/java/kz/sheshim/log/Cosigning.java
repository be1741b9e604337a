package kz.sheshim.log;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import kz.sheshim.background.RepeatedWork;
import kz.sheshim.log.TreeStore.SignedTree;
import kz.sheshim.log.tree.Checkpoint;
import kz.sheshim.log.tree.Note;
import kz.sheshim.log.tree.NoteSignature;
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
    private final String log;
    private final List<WitnessClient> witnesses;
    private final Consumer<String> stop;
    private final Watch watch;
    private final Set<String> reported = new HashSet<>();
    private final RepeatedWork asking = new RepeatedWork("log-cosigning");

    /**
     * @param log the name of the log. Checkpoints of another name, which it had before, are no longer shown to witnesses: for them the new name is a new log
     * @param stop stops the log, because a witness holds another history or a larger tree
     */
    public Cosigning(TreeStore store, String log, List<WitnessClient> witnesses, Consumer<String> stop, Watch watch) {
        this.store = store;
        this.log = log;
        this.witnesses = List.copyOf(witnesses);
        this.stop = stop;
        this.watch = watch;
    }

    /**
     * Asks every witness that answers what it holds, before the log signs anything: a database of yesterday whose folder was lost, too, is only known to them.
     */
    public void check() {
        ask(true);
    }

    /** Asks at an interval. */
    public void start(Duration interval) {
        if (!witnesses.isEmpty()) {
            asking.every(interval, () -> ask(false), failed -> report(failed.toString()));
        }
    }

    /** @param all also the witnesses that have cosigned the newest checkpoint */
    private void ask(boolean all) {
        for (WitnessClient witness : witnesses) {
            try {
                store.newest().ifPresent(tree -> ask(witness, tree, all));
            } catch (LogUnavailable away) {
                report("the database is not available: " + away.reason());
            } catch (RuntimeException | Error failed) {
                report(failed.toString());
            }
        }
    }

    private void ask(WitnessClient witness, SignedTree tree, boolean all) {
        Note note = Note.parse(tree.note());
        boolean isCosigned = note.signatures().stream().anyMatch(witness.witness()::made);
        if (isCosigned && !all || !Checkpoint.parse(note.text()).origin().equals(log)) {
            return;
        }
        try {
            NoteSignature cosignature =
                    witness.cosign(note, from -> new TiledTree(tree.size(), store).consistency(from));
            if (!isCosigned) {
                store.cosign(tree.size(), cosignature);
            }
            reported.removeIf(reason -> reason.contains(witness.witness().name()));
        } catch (WitnessRefused refused) {
            refused(refused, tree);
        }
    }

    private void refused(WitnessRefused refused, SignedTree asked) {
        String reason = String.valueOf(refused.getMessage());
        switch (refused.reason()) {
            case FORK -> stop.accept(reason);
            case AHEAD -> {
                if (store.newest().map(SignedTree::size).orElse(0L) > asked.size()) {
                    return; // meanwhile another service has let the tree grow, and had it cosigned
                }
                stop.accept(reason);
            }
            case REFUSED, UNREACHABLE -> {}
        }
        report(reason);
    }

    private void report(String reason) {
        if (reported.add(reason)) {
            watch.refused(reason);
        }
    }

    @Override
    public void close() {
        asking.close();
    }
}
