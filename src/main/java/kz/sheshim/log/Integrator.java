package kz.sheshim.log;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import kz.sheshim.log.TreeStore.Leaf;
import kz.sheshim.log.TreeStore.SignedTree;
import kz.sheshim.log.TreeStore.Turn;
import kz.sheshim.log.tree.Checkpoint;
import kz.sheshim.log.tree.Hash;
import kz.sheshim.log.tree.Note;
import kz.sheshim.log.tree.NoteSigner;
import kz.sheshim.log.tree.Subtree;
import kz.sheshim.log.tree.TiledTree;
import kz.sheshim.log.tree.TreeEdge;
import org.jspecify.annotations.Nullable;

/**
 * Takes recorded entries into the tree and signs a checkpoint of it. Before it signs, it checks that the new tree continues the newest checkpoint of the
 * database and the newest one that this service has seen, so no two histories are ever signed.
 */
public final class Integrator {
    private static final int MAX_LEAVES = 10_000;

    private final TreeStore store;
    private final SeenCheckpoint seen;
    private final NoteSigner signer;
    private final @Nullable NoteSigner previous;
    private final Clock clock;
    private TreeEdge edge = TreeEdge.empty();

    /**
     * @param previous the key that the log had before, while it changes; otherwise null
     */
    public Integrator(
            TreeStore store, SeenCheckpoint seen, NoteSigner signer, @Nullable NoteSigner previous, Clock clock) {
        this.store = store;
        this.seen = seen;
        this.signer = signer;
        this.previous = previous;
        this.clock = clock;
    }

    /**
     * What the tree holds after a step.
     *
     * @param lastEntry the number of the last entry in the tree
     * @param complete whether no entry waited any more
     */
    public record Step(SignedTree newest, long lastEntry, boolean complete) {}

    /**
     * Takes the entries that wait into the tree; at most {@value #MAX_LEAVES} of them. Empty if another service does so at this moment.
     *
     * @throws HistoryConflict if the log cannot go on
     * @throws LogUnavailable if the database cannot be read or written; nothing was signed that is known to anybody
     */
    public synchronized Optional<Step> step() {
        return store.inTurn(this::step);
    }

    /**
     * Lets the log go on although the database does not continue the checkpoint that this service has seen. The incident becomes an entry. Whether there was
     * such a conflict; empty if another service is at work at this moment.
     */
    public synchronized Optional<Boolean> resume() {
        return store.inTurn(turn -> {
            Optional<SignedTree> newest = turn.newest();
            Optional<Checkpoint> last = seen.read().map(note -> Checkpoint.parse(note.text()));
            if (last.isEmpty() || continues(turn, newest, last.get())) {
                return false;
            }
            Checkpoint found = newest.map(
                            tree -> Checkpoint.parse(Note.parse(tree.note()).text()))
                    .orElseGet(() -> new Checkpoint(signer.key().name(), 0, Hash.EMPTY_ROOT));
            turn.append("incident", clock.instant(), Incident.statement(last.get(), found, clock.instant()));
            newest.ifPresentOrElse(tree -> seen.write(Note.parse(tree.note())), seen::forget);
            return true;
        });
    }

    private static boolean continues(Turn turn, Optional<SignedTree> newest, Checkpoint before) {
        long size = newest.map(SignedTree::size).orElse(0L);
        return before.size() <= size
                && new TiledTree(size, turn).hash(Subtree.tree(before.size())).equals(before.root());
    }

    private Step step(Turn turn) {
        requireKey(turn);
        Optional<SignedTree> newest = turn.newest();
        long size = newest.map(SignedTree::size).orElse(0L);
        if (edge.size() != size) {
            edge = TreeEdge.of(size, turn);
        }
        if (!edge.root().equals(newest.map(SignedTree::root).orElse(Hash.EMPTY_ROOT))) {
            throw new HistoryConflict(
                    "the tiles in the database do not give the root of its newest checkpoint, of size " + size);
        }
        List<Leaf> leaves = turn.waiting(MAX_LEAVES);
        boolean complete = leaves.size() < MAX_LEAVES;
        if (leaves.isEmpty() && newest.isPresent()) {
            requireContinuation(turn, newest.get());
            return new Step(newest.get(), turn.lastEntry(), complete);
        }
        TreeEdge.Growth growth = edge.append(
                leaves.stream().map(leaf -> Hash.leaf(leaf.statement().bytes())).toList());
        turn.store(size, leaves, growth.tiles());
        SignedTree grown = sign(growth.edge());
        requireContinuation(turn, grown);
        turn.store(grown);
        edge = growth.edge();
        return new Step(grown, turn.lastEntry(), complete);
    }

    private SignedTree sign(TreeEdge grown) {
        Checkpoint checkpoint = new Checkpoint(signer.key().name(), grown.size(), grown.root());
        Note note = checkpoint.sign(signer);
        if (previous != null) {
            note = note.with(previous.sign(checkpoint.text()));
        }
        return new SignedTree(checkpoint.size(), checkpoint.root(), note.toString());
    }

    /** Checks that the tree continues the checkpoint that was seen last, and remembers this one. */
    private void requireContinuation(Turn turn, SignedTree tree) {
        Optional<Checkpoint> last = seen.read().map(note -> Checkpoint.parse(note.text()));
        if (last.isPresent()) {
            Checkpoint before = last.get();
            if (before.size() == tree.size() && before.root().equals(tree.root())) {
                return;
            }
            if (before.size() > tree.size()) {
                throw new HistoryConflict("the database holds " + tree.size()
                        + " entries of the log, and this service has signed or seen " + before.size()
                        + ": is it an older copy? For a new log, also remove the folder of the old one");
            }
            Hash then = new TiledTree(tree.size(), turn).hash(Subtree.tree(before.size()));
            if (!then.equals(before.root())) {
                throw new HistoryConflict("the first " + before.size()
                        + " leaves in the database are not those that this service has signed or seen");
            }
        }
        seen.write(Note.parse(tree.note()));
    }

    /** The key of the log must be this one; it is stated in the log before it signs for the first time. */
    private void requireKey(Turn turn) {
        Optional<Statement> stated = turn.newestKey();
        if (stated.isEmpty()) {
            turn.append("key", clock.instant(), KeyChange.statement(signer, null, clock.instant()));
            return;
        }
        String key = KeyChange.key(stated.get()).map(Object::toString).orElse("");
        if (key.equals(signer.key().toString())) {
            return;
        }
        if (previous == null || !key.equals(previous.key().toString())) {
            throw new HistoryConflict("the key of the log is " + key + ", and this service has " + signer.key());
        }
        turn.append("key", clock.instant(), KeyChange.statement(signer, previous, clock.instant()));
    }
}
