package kz.sheshim.log.tree;

import java.util.Iterator;
import java.util.List;

/** Checks proofs of the Merkle tree: RFC 6962, section 2.1, and for subtrees draft-ietf-plants-merkle-tree-certs, section 4. */
public final class MerkleProof {
    /** Longest proof of inclusion or consistency: one hash for each level of a tree of 2^63 leaves. */
    public static final int MAX_HASHES = 63;

    private MerkleProof() {}

    /** Whether the leaf stands at the index in the tree with this size and root. */
    public static boolean includes(long size, Hash root, long index, Hash leaf, List<Hash> proof) {
        return size >= 0 && includes(Subtree.tree(size), root, index, leaf, proof);
    }

    /** Whether the leaf stands at the index (counted in the whole tree) in the subtree with this root. */
    public static boolean includes(Subtree tree, Hash root, long index, Hash leaf, List<Hash> proof) {
        if (index < tree.start() || index >= tree.end()) {
            return false;
        }
        List<Subtree> siblings = tree.inclusion(index);
        if (siblings.size() != proof.size()) {
            return false;
        }
        Hash hash = leaf;
        Iterator<Hash> next = proof.iterator();
        for (Subtree sibling : siblings) {
            hash = sibling.start() > index ? Hash.node(hash, next.next()) : Hash.node(next.next(), hash);
        }
        return hash.equals(root);
    }

    /**
     * Whether the larger tree begins with the leaves of the smaller one. There is no proof from a tree without leaves to a tree with leaves:
     * {@link Checkpoint#isExtendedBy} needs none.
     */
    public static boolean extend(long size, Hash root, long largerSize, Hash largerRoot, List<Hash> proof) {
        if (size < 0 || largerSize < size) {
            return false;
        }
        if (size == 0) {
            return largerSize == 0 && root.equals(Hash.EMPTY_ROOT) && largerRoot.equals(root) && proof.isEmpty();
        }
        return contains(largerSize, largerRoot, Subtree.tree(size), root, proof);
    }

    /** Whether the part with its root is a subtree of the tree with this size and root. The part without leaves is in every tree and needs an empty proof. */
    public static boolean contains(long size, Hash root, Subtree part, Hash partRoot, List<Hash> proof) {
        if (size < part.end()) {
            return false;
        }
        if (part.width() == 0) {
            return proof.isEmpty() && partRoot.equals(Hash.EMPTY_ROOT);
        }
        List<Subtree> steps = Subtree.tree(size).consistency(part);
        if (steps.size() != proof.size()) {
            return false;
        }
        boolean seeded =
                !steps.isEmpty() && part.contains(steps.get(0)) && steps.get(0).end() == part.end();
        Hash inPart = seeded ? proof.get(0) : partRoot;
        Hash inTree = inPart;
        for (int i = seeded ? 1 : 0; i < steps.size(); i++) {
            Subtree step = steps.get(i);
            if (step.start() >= part.end()) {
                inTree = Hash.node(inTree, proof.get(i));
            } else {
                inTree = Hash.node(proof.get(i), inTree);
                inPart = part.contains(step) ? Hash.node(proof.get(i), inPart) : inPart;
            }
        }
        return inPart.equals(partRoot) && inTree.equals(root);
    }
}
