package kz.sheshim.log;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.sheshim.log.TreeStore.SignedTree;
import kz.sheshim.log.tree.Checkpoint;
import kz.sheshim.log.tree.EntryBundle;
import kz.sheshim.log.tree.Hash;
import kz.sheshim.log.tree.LogProof;
import kz.sheshim.log.tree.NotValid;
import kz.sheshim.log.tree.Note;
import kz.sheshim.log.tree.Tile;
import kz.sheshim.log.tree.TiledTree;
import kz.sheshim.log.tree.TrustPolicy;
import kz.sheshim.log.tree.VerifierKey;
import org.jspecify.annotations.Nullable;

/** The log as it is published: checkpoints, tiles and entries, no more than the newest checkpoint covers. */
public final class PublishedLog {
    private final TreeStore store;
    /** Checkpoints among which one is looked for that counts. */
    private static final int COSIGNED = 20;

    private final VerifierKey key;
    private final @Nullable TrustPolicy policy;

    /**
     * @param policy says how many witnesses make a checkpoint count; null: every checkpoint counts
     */
    public PublishedLog(TreeStore store, VerifierKey key, @Nullable TrustPolicy policy) {
        this.store = store;
        this.key = key;
        this.policy = policy;
    }

    public VerifierKey key() {
        return key;
    }

    /** Which checkpoints of this log count: those that enough witnesses have cosigned, or all that the log has signed. */
    public TrustPolicy trust() {
        TrustPolicy rule = policy;
        return rule == null ? TrustPolicy.of(List.of(key)) : rule;
    }

    /** The newest checkpoint; empty if nothing was signed yet. */
    public Optional<Note> checkpoint() {
        return store.newest().map(tree -> Note.parse(tree.note()));
    }

    /** The newest checkpoint that enough witnesses have cosigned and that covers the leaf. */
    private Optional<Note> counting(long leaf) {
        TrustPolicy rule = policy;
        return rule == null
                ? Optional.empty()
                : store.cosigned(COSIGNED).stream()
                        .filter(tree -> tree.size() > leaf)
                        .map(tree -> Note.parse(tree.note()))
                        .filter(note -> counts(note, rule))
                        .findFirst();
    }

    private static boolean counts(Note note, TrustPolicy rule) {
        try {
            rule.verify(note);
            return true;
        } catch (NotValid tooFew) {
            return false;
        }
    }

    private long size() {
        return store.newest().map(SignedTree::size).orElse(0L);
    }

    /**
     * The hashes of a tile, one after the other.
     *
     * @throws NotValid if the signed tree has no such tile
     */
    public byte[] tile(Tile tile) {
        if (!tile.isIn(size())) {
            throw new NotValid("no such tile");
        }
        byte[] bytes = store.read(Set.of(tile)).get(tile);
        if (bytes == null) {
            throw new NotValid("no such tile");
        }
        return bytes;
    }

    /**
     * The statements of a bundle of entries, in its form.
     *
     * @throws NotValid if the signed tree has no such bundle
     */
    public byte[] entries(EntryBundle bundle) {
        if (!bundle.isIn(size())) {
            throw new NotValid("no such bundle");
        }
        return EntryBundle.encode(store.leaves(bundle.start(), bundle.width()).stream()
                .map(leaf -> leaf.statement().bytes())
                .toList());
    }

    /**
     * Proves that an entry stands in the tree, by the newest checkpoint that counts, or else by the newest one; empty if the entry is not in the tree yet.
     *
     * @param extra what the proof says of the entry
     */
    public Optional<LogProof> prove(EntryNumber entry, byte[] extra) {
        Optional<Long> index = store.index(entry);
        return index.flatMap(leaf -> counting(leaf).or(this::checkpoint).map(note -> {
            TiledTree tree = new TiledTree(Checkpoint.parse(note.text()).size(), store);
            return new LogProof(extra, leaf, tree.inclusion(leaf), note);
        }));
    }

    /**
     * Proves that the tree of one size continues that of another.
     *
     * @throws NotValid if the signed tree is smaller, or {@code earlier} is larger than {@code later}
     */
    public List<Hash> consistency(long earlier, long later) {
        if (later > size()) {
            throw new NotValid("the log has not reached this size");
        }
        return new TiledTree(later, store).consistency(earlier);
    }
}
