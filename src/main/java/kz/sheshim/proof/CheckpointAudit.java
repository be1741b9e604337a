package kz.sheshim.proof;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import kz.sheshim.log.RecordReader;
import kz.sheshim.log.RecordReader.RecordedCheckpoint;
import kz.sheshim.log.tree.Checkpoint;
import kz.sheshim.log.tree.NotValid;
import kz.sheshim.log.tree.Note;
import kz.sheshim.log.tree.TreeEdge;
import kz.sheshim.log.tree.TrustPolicy;
import kz.sheshim.log.tree.TrustPolicy.Member;
import kz.sheshim.log.tree.VerifierKey;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/** Compares the checkpoints with the tree as it grows, and checks who has signed them. Used by one thread. */
final class CheckpointAudit {
    private static final int ROWS_AT_ONCE = 10_000;
    /** Checkpoints whose signatures are being checked, or that wait for the next key. */
    private static final int MAX_UNCHECKED = 10_000;

    private final RecordReader record;
    private final long newest;
    private final KeyChain keys;
    private final Set<VerifierKey> witnesses = new HashSet<>();
    private final @Nullable Kept kept;
    private final Flaws flaws;
    private final Executor pool;
    private final Deque<RecordedCheckpoint> read = new ArrayDeque<>();
    private final Deque<CompletableFuture<List<Phrase>>> checks = new ArrayDeque<>();
    private final List<Signed> early = new ArrayList<>();
    private @Nullable VerifierKey keyBefore;
    private long lastRead = Long.MIN_VALUE;
    private boolean isRead;
    private long last;
    private long count;
    private long otherRoots;

    /** A note that says that it is a checkpoint. */
    private record Signed(Phrase name, Note note) {}

    private record Kept(Checkpoint checkpoint, Signed signed) {}

    /**
     * @param newest the size of the newest checkpoint
     * @param kept a checkpoint that was kept elsewhere
     * @param pool checks signatures
     */
    CheckpointAudit(
            RecordReader record,
            long newest,
            KeyChain keys,
            TrustPolicy trust,
            @Nullable Note kept,
            Flaws flaws,
            Executor pool) {
        this.record = record;
        this.newest = newest;
        this.keys = keys;
        this.flaws = flaws;
        this.pool = pool;
        trust.witnesses().stream().map(Member::key).forEach(witnesses::add);
        this.kept = kept == null ? null : kept(trust, kept);
    }

    private @Nullable Kept kept(TrustPolicy trust, Note note) {
        Phrase name = Phrase.of("the checkpoint that was kept elsewhere");
        try {
            return new Kept(trust.signed(note), new Signed(name, note));
        } catch (NotValid wrong) {
            flaws.add(null, Phrase.of("{0} does not count: {1}", name, wrong.getMessage()));
            return null;
        }
    }

    private @Nullable RecordedCheckpoint peek() {
        if (read.isEmpty() && !isRead) {
            read.addAll(record.checkpoints(lastRead, newest, ROWS_AT_ONCE));
            isRead = read.isEmpty();
            lastRead = isRead ? lastRead : read.getLast().size();
        }
        return read.peek();
    }

    /** The next size at which the tree is to be compared, if it has this size now. */
    long next(long size) {
        RecordedCheckpoint next = peek();
        long stored = next == null ? Long.MAX_VALUE : next.size();
        return kept != null && kept.checkpoint.size() > size ? Math.min(stored, kept.checkpoint.size()) : stored;
    }

    /** Compares what there is of this size. */
    void compare(TreeEdge edge) {
        for (RecordedCheckpoint next = peek(); next != null && next.size() <= edge.size(); next = peek()) {
            read.remove();
            compare(next, edge);
        }
        if (kept != null && kept.checkpoint.size() == edge.size()) {
            if (!kept.checkpoint.root().equals(edge.root())) {
                flaws.add(null, Phrase.of("the first {0} entries are not those of {1}", edge.size(), kept.signed.name));
            }
            verify(kept.signed);
        }
    }

    private void compare(RecordedCheckpoint stored, TreeEdge edge) {
        Phrase name = Phrase.of("the checkpoint of size {0}", stored.size());
        byte[] root = stored.root();
        String text = stored.note();
        if (root == null || text == null) {
            flaws.add(null, Phrase.of("{0} is missing, and there are cosignatures of it", name));
            return;
        }
        count++;
        if (stored.size() < edge.size()) {
            flaws.add(null, Phrase.of("{0} stands between two entries that the tree took in at once", name));
            return;
        }
        compareRoots(root, edge, name);
        last = stored.size();
        try {
            Note note = Note.parse(text);
            Checkpoint signed = Checkpoint.parse(note.text());
            if (signed.size() != stored.size() || !Arrays.equals(signed.root().bytes(), root)) {
                flaws.add(null, Phrase.of("{0} is signed for another tree", name));
            }
            verify(new Signed(name, stored.cosignatures().isEmpty() ? note : cosigned(text, stored.cosignatures())));
        } catch (NotValid wrong) {
            flaws.add(null, Phrase.of("{0}: {1}", name, wrong.getMessage()));
        }
    }

    /** As the service shows it. */
    private static Note cosigned(String note, List<String> cosignatures) {
        return Note.parse(note + String.join("\n", cosignatures) + "\n");
    }

    /** One changed entry changes all roots after it. That is one flaw. */
    private void compareRoots(byte[] root, TreeEdge edge, Phrase name) {
        if (Arrays.equals(root, edge.root().bytes())) {
            otherRoots = 0;
        } else if (otherRoots++ == 0) {
            flaws.add(
                    null,
                    Phrase.of(
                            "{0} has not the root that its entries give; the one before, of size {1}, is the last that can be right",
                            name, last));
        }
    }

    /** What the key in force has not signed may be signed by the next one: a change is stated before the tree has its entry. */
    private void verify(Signed signed) {
        VerifierKey key = keyInForce();
        if (key != null && signed.note.signatures().stream().anyMatch(key::made)) {
            verify(signed, key);
        } else if (early.size() < MAX_UNCHECKED) {
            early.add(signed);
        } else {
            flaws.add(null, notInForce(signed));
        }
    }

    private @Nullable VerifierKey keyInForce() {
        VerifierKey key = keys.inForce();
        if (key != null && !Objects.equals(key, keyBefore)) {
            verifyEarly(key);
        }
        keyBefore = key;
        return key;
    }

    private void verifyEarly(VerifierKey key) {
        early.forEach(signed -> verify(signed, key));
        early.clear();
    }

    private void verify(Signed signed, VerifierKey key) {
        Set<VerifierKey> known = keys.known();
        checks.add(CompletableFuture.supplyAsync(() -> wrong(signed, key, known), pool));
        drain(MAX_UNCHECKED);
    }

    private static Phrase notInForce(Signed signed) {
        return Phrase.of("{0} is not signed by the key in force", signed.name);
    }

    /** Every signature of a known key must be right, and the key must be among them. */
    private List<Phrase> wrong(Signed signed, VerifierKey key, Set<VerifierKey> known) {
        List<Phrase> wrong = new ArrayList<>();
        Set<VerifierKey> all = new HashSet<>(known);
        all.addAll(witnesses);
        try {
            if (!signed.note.verify(all).containsKey(key)) {
                wrong.add(notInForce(signed));
            }
        } catch (NotValid notValid) {
            wrong.add(Phrase.of("{0}: {1}", signed.name, notValid.getMessage()));
        }
        return wrong;
    }

    private void drain(int unchecked) {
        while (checks.size() > unchecked) {
            checks.remove().join().forEach(text -> flaws.add(null, text));
        }
    }

    /** The tree has this size, and no more entries. */
    void end(long size) {
        VerifierKey key = keyInForce();
        if (key != null) {
            verifyEarly(key);
        }
        drain(0);
        if (otherRoots > 1) {
            flaws.add(null, Phrase.of("nor have the {0} checkpoints after it", otherRoots - 1));
        }
        if (key == null && size > 0) {
            flaws.add(null, Phrase.of("the log has no key"));
        } else if (!keys.isTrusted()) {
            flaws.add(null, Phrase.of("no key of the log is one of the trust policy"));
        }
        RecordedCheckpoint larger = peek();
        if (larger != null) {
            flaws.add(
                    null,
                    Phrase.of(
                            "there is a checkpoint of size {0}, but only {1} entries in the tree",
                            larger.size(), size));
        }
        if (last < size) {
            flaws.add(null, Phrase.of("no checkpoint covers the last entries of the tree, from index {0}", last));
        }
        if (kept != null && kept.checkpoint.size() > size) {
            flaws.add(
                    null,
                    Phrase.of(
                            "the log has {0} entries in the tree, and the checkpoint that was kept elsewhere {1}: entries were removed, or this is an older copy",
                            size, kept.checkpoint.size()));
        }
    }

    long count() {
        return count;
    }
}
