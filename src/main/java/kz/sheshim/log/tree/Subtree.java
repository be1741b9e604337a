package kz.sheshim.log.tree;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A run of leaves that hang together under one node: {@code start} is a multiple of the smallest power of two that is at least {@code end - start}
 * (draft-ietf-plants-merkle-tree-certs, section 4.1). A tree of a size is the subtree from 0 to that size.
 *
 * @param start index of the first leaf
 * @param end index after the last leaf
 */
public record Subtree(long start, long end) {

    /** @throws NotValid if these leaves do not hang together under one node */
    public Subtree {
        if (start < 0 || end < start) {
            throw new NotValid("a subtree cannot start at " + start + " and end at " + end);
        }
        long width = end - start;
        if (start != 0 && width > 1 && (start & (2 * Long.highestOneBit(width - 1) - 1)) != 0) {
            throw new NotValid("leaves " + start + " to " + end + " are not one subtree");
        }
    }

    /** The tree of a size. */
    public static Subtree tree(long size) {
        return new Subtree(0, size);
    }

    long width() {
        return end - start;
    }

    boolean contains(Subtree other) {
        return start <= other.start && other.end <= end;
    }

    /** The largest power of two below the width: where RFC 6962 splits. Only for a width above one. */
    private long middle() {
        return start + Long.highestOneBit(width() - 1);
    }

    private Subtree left() {
        return new Subtree(start, middle());
    }

    private Subtree right() {
        return new Subtree(middle(), end);
    }

    /** The subtrees whose hashes prove that the leaf is in this tree, from the leaf's sibling to the root's child (RFC 6962, section 2.1.1). */
    List<Subtree> inclusion(long index) {
        List<Subtree> proof = new ArrayList<>();
        Subtree at = this;
        while (at.width() > 1) {
            boolean left = index < at.middle();
            proof.add(left ? at.right() : at.left());
            at = left ? at.left() : at.right();
        }
        Collections.reverse(proof);
        return proof;
    }

    /**
     * The subtrees whose hashes prove that the part is a subtree of this tree (section 4.4 of the draft; for a part that starts at 0 RFC 6962, section 2.1.2).
     * The first lies in the part if its root cannot be the seed of the proof.
     */
    List<Subtree> consistency(Subtree part) {
        List<Subtree> proof = new ArrayList<>();
        Subtree at = this;
        boolean whole = true;
        long start = part.start;
        while (part.width() > 0 && !(at.start == start && at.end == part.end)) {
            if (part.end <= at.middle()) {
                proof.add(at.right());
                at = at.left();
            } else {
                proof.add(at.left());
                at = at.right();
                if (start < at.start) {
                    whole = false;
                    start = at.start;
                }
            }
        }
        if (!whole) {
            proof.add(at);
        }
        Collections.reverse(proof);
        return proof;
    }
}
