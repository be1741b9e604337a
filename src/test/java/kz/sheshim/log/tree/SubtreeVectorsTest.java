package kz.sheshim.log.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import kz.sheshim.hash.Sha256;
import org.junit.jupiter.api.Test;

/** The hashes over all subtrees up to size 130 that draft-ietf-plants-merkle-tree-certs publishes ("Subtree Test Vectors"). */
class SubtreeVectorsTest {
    private static final int MAX = 130;
    private static final HexFormat HEX = HexFormat.of();

    private final MemoryTiles tiles = new MemoryTiles();
    private final Map<Subtree, Hash> hashes = new HashMap<>();
    private final MessageDigest sum = Sha256.digest();

    private SubtreeVectorsTest() {
        List<Hash> leaves = new ArrayList<>();
        for (int i = 0; i < MAX; i++) {
            leaves.add(Hash.leaf(new byte[] {(byte) i}));
        }
        tiles.grow(TreeEdge.empty(), leaves);
    }

    @Test
    void subtreeHashes() {
        for (Subtree each : subtrees()) {
            line(range(each), List.of(hash(each)));
        }
        assertSum("b82806ad4265bb151c1119c0f4db437bb4d1a1f887b3a7fba1cd4ebf552e3e81");
    }

    @Test
    void subtreeInclusionProofs() {
        for (Subtree each : subtrees()) {
            for (long index = each.start(); index < each.end(); index++) {
                List<Hash> proof =
                        each.inclusion(index).stream().map(this::hash).toList();
                line(index + " " + range(each), proof);
                assertThat(MerkleProof.includes(each, hash(each), index, hash(new Subtree(index, index + 1)), proof))
                        .isTrue();
            }
        }
        assertSum("ac2a8f989e44d99e399db448050ff5f19757df53cfb716aa81015d3955d8163f");
    }

    @Test
    void subtreeConsistencyProofs() {
        for (int size = 0; size <= MAX; size++) {
            Subtree tree = Subtree.tree(size);
            for (Subtree each : subtrees()) {
                if (each.end() <= size) {
                    List<Hash> proof =
                            tree.consistency(each).stream().map(this::hash).toList();
                    line(range(each) + " " + size, proof);
                    assertThat(MerkleProof.contains(size, hash(tree), each, hash(each), proof))
                            .isTrue();
                }
            }
        }
        assertSum("10fa99b37bf9bf9ffa26b412fbd98bd75363256d0b75d61bc4538b9c9c5a0a74");
    }

    /** The hash of a subtree does not depend on the tree that it is in. */
    private Hash hash(Subtree each) {
        return hashes.computeIfAbsent(each, new TiledTree(MAX, tiles)::hash);
    }

    private static List<Subtree> subtrees() {
        List<Subtree> subtrees = new ArrayList<>();
        for (int end = 0; end <= MAX; end++) {
            for (int start = 0; start <= end; start++) {
                try {
                    subtrees.add(new Subtree(start, end));
                } catch (NotValid e) {
                    // these leaves are not one subtree
                }
            }
        }
        return subtrees;
    }

    private static String range(Subtree each) {
        return "[" + each.start() + ", " + each.end() + ")";
    }

    private void line(String prefix, List<Hash> proof) {
        StringBuilder line = new StringBuilder(prefix);
        proof.forEach(hash -> line.append(' ').append(HEX.formatHex(hash.bytes())));
        sum.update(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }

    private void assertSum(String hex) {
        assertThat(HEX.formatHex(sum.digest())).isEqualTo(hex);
    }
}
