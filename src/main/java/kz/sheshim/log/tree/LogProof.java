package kz.sheshim.log.tree;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** A file that proves, without asking anybody, that a leaf is in a log (C2SP tlog-proof): inclusion proof, checkpoint and its signatures. */
public final class LogProof {
    /** Longest proof file in bytes. */
    public static final int MAX_BYTES = 16_000_000;

    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";

    private final byte[] extra;
    private final long index;
    private final List<Hash> inclusion;
    private final Note checkpoint;

    /**
     * @param extra data of the application that nothing in this file vouches for; empty: none
     * @param index of the leaf, from 0
     * @param inclusion the inclusion proof, the leaf's sibling first
     * @throws NotValid if this cannot be a proof
     */
    public LogProof(byte[] extra, long index, List<Hash> inclusion, Note checkpoint) {
        if (index < 0 || inclusion.size() > MerkleProof.MAX_HASHES) {
            throw new NotValid("a proof has an index from 0 and at most " + MerkleProof.MAX_HASHES + " hashes");
        }
        Checkpoint.parse(checkpoint.text());
        this.extra = extra.clone();
        this.index = index;
        this.inclusion = List.copyOf(inclusion);
        this.checkpoint = checkpoint;
    }

    /** Reads a proof file. @throws NotValid unless every line is in its form. Nothing is verified yet */
    public static LogProof parse(byte[] file) {
        if (file.length > MAX_BYTES) {
            throw new NotValid("a proof has at most " + MAX_BYTES + " bytes, not " + file.length);
        }
        String text = Strict.utf8("a proof", file);
        int blank = text.indexOf("\n\n");
        if (blank < 0) {
            throw new NotValid("a proof must have an empty line before its checkpoint");
        }
        List<String> lines = Arrays.asList(text.substring(0, blank).split("\n", -1));
        if (!lines.get(0).equals(HEADER)) {
            throw new NotValid("the first line of a proof must be " + HEADER);
        }
        byte[] extra = {};
        int at = 1;
        if (at < lines.size() && lines.get(at).startsWith(EXTRA)) {
            extra = Strict.base64("the extra data", lines.get(at++).substring(EXTRA.length()));
            if (extra.length == 0) {
                throw new NotValid("a proof without extra data must have no extra line");
            }
        }
        if (at == lines.size() || !lines.get(at).startsWith(INDEX)) {
            throw new NotValid("a proof must have a line \"index NUMBER\" after its first line or its extra line");
        }
        long index = Strict.decimal("the index of a proof", lines.get(at++).substring(INDEX.length()));
        return new LogProof(
                extra, index, hashes(lines.subList(at, lines.size())), Note.parse(text.substring(blank + 2)));
    }

    static List<Hash> hashes(List<String> lines) {
        if (lines.size() > MerkleProof.MAX_HASHES) {
            throw new NotValid("a proof has at most " + MerkleProof.MAX_HASHES + " hashes, not " + lines.size());
        }
        return lines.stream().map(Hash::parse).toList();
    }

    /** Data of the application. Not authenticated: the reader must compute the leaf from it and then {@link #verify} that leaf. */
    public byte[] extra() {
        return extra.clone();
    }

    public long index() {
        return index;
    }

    public List<Hash> inclusion() {
        return inclusion;
    }

    public Note checkpoint() {
        return checkpoint;
    }

    /**
     * The checkpoint that proves the leaf.
     *
     * @throws NotValid if the checkpoint does not count by the policy, or the leaf does not stand at the index in its tree
     */
    public Checkpoint verify(Hash leaf, TrustPolicy policy) {
        Checkpoint verified = policy.verify(checkpoint);
        if (!MerkleProof.includes(verified.size(), verified.root(), index, leaf, inclusion)) {
            throw new NotValid("the leaf does not stand at index " + index + " in the tree of the checkpoint");
        }
        return verified;
    }

    /** The file. */
    public byte[] bytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        if (extra.length > 0) {
            lines.add(EXTRA + Base64.getEncoder().encodeToString(extra));
        }
        lines.add(INDEX + index);
        inclusion.forEach(hash -> lines.add(hash.base64()));
        return String.join("\n", lines) + "\n\n" + checkpoint;
    }
}
