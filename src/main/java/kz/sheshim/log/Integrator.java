package kz.sheshim.log;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.sheshim.log.TreeStore.Leaf;
import kz.sheshim.log.TreeStore.SignedTree;
import kz.sheshim.log.TreeStore.Turn;
import kz.sheshim.log.tree.Checkpoint;
import kz.sheshim.log.tree.Hash;
import kz.sheshim.log.tree.Note;
import kz.sheshim.log.tree.NoteSigner;
import kz.sheshim.log.tree.Subtree;
import kz.sheshim.log.tree.TileReader;
import kz.sheshim.log.tree.TiledTree;
import kz.sheshim.log.tree.TreeEdge;
import kz.sheshim.log.tree.VerifierKey;
import kz.sheshim.vocabulary.Phrase;
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
     * Takes the entries that wait into the tree; at most {@value #MAX_LEAVES} of them. Empty if another service does so at this moment, or only services with a
     * newer key of the log may; what the database holds was checked then, too.
     *
     * @throws HistoryConflict if the log cannot go on
     * @throws LogUnavailable if the database cannot be read or written; nothing was signed that is known to anybody
     */
    public synchronized Optional<Step> step() {
        Optional<Optional<Step>> done = store.inTurn(this::stepWithStatedKey);
        if (done.isPresent() && done.get().isEmpty()) {
            // What a seen checkpoint covers must come again the same after a roll-back; a statement made again has
            // another moment
            store.inTurn(this::stateKey);
            done = store.inTurn(this::stepWithStatedKey);
        }
        if (done.isEmpty() || done.get().isEmpty()) {
            store.newestKey().ifPresent(this::role);
            store.newest().ifPresent(tree -> requireContinuation(store, tree));
            return Optional.empty();
        }
        return done.get();
    }

    /** When the oldest entry that is not in the tree was recorded; empty if all are in the tree. */
    Optional<Instant> waitingSince() {
        return store.waitingSince();
    }

    /**
     * Lets the log go on although the database does not continue the checkpoint that this service has seen. The incident becomes an entry. Whether there was
     * such a conflict; empty if another service is at work at this moment.
     */
    public synchronized Optional<Boolean> resume() {
        Optional<Optional<Runnable>> recorded = store.inTurn(turn -> {
            Optional<SignedTree> newest = turn.newest();
            Optional<Checkpoint> last = lastSeen();
            if (last.isEmpty() || continues(turn, newest, last.get())) {
                return Optional.empty();
            }
            Checkpoint found = newest.map(
                            tree -> Checkpoint.parse(Note.parse(tree.note()).text()))
                    .orElseGet(() -> new Checkpoint(signer.key().name(), 0, Hash.EMPTY_ROOT));
            turn.append("incident", clock.instant(), Incident.statement(last.get(), found, clock.instant()));
            return Optional.of(newest.<Runnable>map(tree -> () -> seen.write(Note.parse(tree.note())))
                    .orElse(seen::forget));
        });
        recorded.ifPresent(conflict -> conflict.ifPresent(Runnable::run)); // once the incident is an entry for good
        return recorded.map(Optional::isPresent);
    }

    private Optional<Checkpoint> lastSeen() {
        return seen.read().map(note -> Checkpoint.parse(note.text()));
    }

    private static boolean continues(Turn turn, Optional<SignedTree> newest, Checkpoint before) {
        long size = newest.map(SignedTree::size).orElse(0L);
        return before.size() <= size
                && new TiledTree(size, turn).hash(Subtree.tree(before.size())).equals(before.root());
    }

    /** Empty if the key of this service is not stated as the key of the log. */
    private Optional<Step> stepWithStatedKey(Turn turn) {
        Optional<Statement> stated = turn.newestKey();
        return stated.isPresent() && role(stated.get()) == Role.SIGNS ? Optional.of(step(turn)) : Optional.empty();
    }

    private Step step(Turn turn) {
        Optional<SignedTree> newest = turn.newest();
        long size = newest.map(SignedTree::size).orElse(0L);
        if (edge.size() != size) {
            edge = TreeEdge.of(size, turn);
        }
        if (!edge.root().equals(newest.map(SignedTree::root).orElse(Hash.EMPTY_ROOT))) {
            throw new HistoryConflict(Phrase.of(
                    "the tiles in the database do not give the root of its newest checkpoint, of size {0}", size));
        }
        List<Leaf> leaves = turn.waiting(MAX_LEAVES);
        boolean complete = leaves.size() < MAX_LEAVES;
        if (leaves.isEmpty() && newest.isPresent()) {
            remember(turn, newest.get());
            return new Step(newest.get(), turn.lastEntry(), complete);
        }
        TreeEdge.Growth growth = edge.append(
                leaves.stream().map(leaf -> Hash.leaf(leaf.statement().bytes())).toList());
        turn.store(size, leaves, growth.tiles());
        SignedTree grown = sign(growth.edge());
        remember(turn, grown);
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
    private void remember(Turn turn, SignedTree tree) {
        requireContinuation(turn, tree);
        if (lastSeen().map(Checkpoint::size).orElse(-1L) != tree.size()) {
            seen.write(Note.parse(tree.note()));
        }
    }

    private void requireContinuation(TileReader tiles, SignedTree tree) {
        lastSeen().ifPresent(before -> {
            if (before.size() > tree.size()) {
                throw new HistoryConflict(Phrase.of(
                        "the database holds {0} entries of the log, and this service has signed or seen {1}: is it an older copy?"
                                + " For a new log, also remove the folder of the old one",
                        tree.size(), before.size()));
            }
            Hash then = before.size() == tree.size()
                    ? tree.root()
                    : new TiledTree(tree.size(), tiles).hash(Subtree.tree(before.size()));
            if (!then.equals(before.root())) {
                throw new HistoryConflict(Phrase.of(
                        "the first {0} leaves in the database are not those that this service has signed or seen",
                        before.size()));
            }
        });
    }

    /** What this service may do with the key that the log has. */
    private enum Role {
        SIGNS,
        /** The log had another key or another name until now, and this service may change it. */
        CHANGES,
        /** Another service has changed the key, and this one has the key before: it signs nothing more. */
        LEAVES_IT_TO_OTHERS
    }

    /** @throws HistoryConflict if the log has another key */
    private Role role(Statement stated) {
        VerifierKey key = KeyChange.key(stated)
                .orElseThrow(() -> new HistoryConflict(Phrase.of("the newest statement of the log's key has no key")));
        if (key.equals(signer.key())) {
            return Role.SIGNS;
        }
        if (before(key).isPresent()) {
            return Role.CHANGES;
        }
        if (KeyChange.previousKey(stated).filter(signer.key()::equals).isPresent()) {
            return Role.LEAVES_IT_TO_OTHERS;
        }
        throw new HistoryConflict(Phrase.of("the key of the log is {0}, and this service has {1}", key, signer.key()));
    }

    /** The signer that had this key: the previous one, or the same under the name that the log had. */
    private Optional<NoteSigner> before(VerifierKey key) {
        return Stream.of(signer, previous)
                .flatMap(Stream::ofNullable)
                .map(each -> each.as(key.name()))
                .filter(each -> each.key().equals(key))
                .findFirst();
    }

    /** States the key of this service in the log before it signs for the first time. Whether it had not been stated. */
    private boolean stateKey(Turn turn) {
        Optional<Statement> stated = turn.newestKey();
        if (stated.isPresent() && role(stated.get()) != Role.CHANGES) {
            return false;
        }
        NoteSigner before = stated.flatMap(KeyChange::key).flatMap(this::before).orElse(null);
        turn.append("key", clock.instant(), KeyChange.statement(signer, before, clock.instant()));
        return true;
    }
}
