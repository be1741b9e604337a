package kz.sheshim.log.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Trees of up to 600 leaves, against the definition of RFC 6962. */
class TiledTreeTest {
    private static final int MAX = 600;
    private static final List<byte[]> CONTENTS = new ArrayList<>();
    private static final List<Hash> LEAVES = new ArrayList<>();
    private static final List<Hash> ROOTS = new ArrayList<>();
    private static final MemoryTiles TILES = new MemoryTiles();
    private static final Random RANDOM = new Random(15);

    /** Grows in steps of random length, from the edge that is read anew before each step. */
    @BeforeAll
    static void grow() {
        for (int i = 0; i < MAX; i++) {
            CONTENTS.add(("leaf " + i).getBytes(StandardCharsets.UTF_8));
            LEAVES.add(Hash.leaf(CONTENTS.get(i)));
        }
        for (int size = 0; size <= MAX; size++) {
            ROOTS.add(Hash.of(Definition.mth(CONTENTS.subList(0, size))));
        }
        for (int size = 0; size < MAX; ) {
            int step = Math.min(MAX - size, RANDOM.nextInt(40));
            TILES.grow(TreeEdge.of(size, TILES), LEAVES.subList(size, size + step));
            size += step;
        }
    }

    @Test
    void everySizeHasTheRootOfTheDefinition() {
        TreeEdge edge = TreeEdge.empty();
        for (int size = 0; size <= MAX; size++) {
            assertThat(new TiledTree(size, TILES).root()).isEqualTo(ROOTS.get(size));
            assertThat(TreeEdge.of(size, TILES).root()).isEqualTo(ROOTS.get(size));
            assertThat(edge.root()).isEqualTo(ROOTS.get(size));
            assertThat(edge.size()).isEqualTo(size);
            edge = size < MAX ? edge.append(List.of(LEAVES.get(size))).edge() : edge;
        }
    }

    @Test
    void everyIndexHasTheInclusionProofOfTheDefinition() {
        for (int size : new int[] {1, 2, 3, 7, 8, 9, 255, 256, 257, 300, 511, 512, 513, 600}) {
            TiledTree tree = new TiledTree(size, TILES);
            for (int index = 0; index < size; index++) {
                List<Hash> proof = tree.inclusion(index);
                if (size < 10 || index % 13 == 0 || index > size - 3) {
                    assertThat(proof).isEqualTo(hashes(Definition.path(index, CONTENTS.subList(0, size))));
                }
                assertThat(MerkleProof.includes(size, ROOTS.get(size), index, LEAVES.get(index), proof))
                        .isTrue();
                assertThat(MerkleProof.includes(size, ROOTS.get(size), index + 1, LEAVES.get(index), proof))
                        .isFalse();
            }
        }
    }

    @Test
    void pairsOfSizesHaveTheConsistencyProofOfTheDefinition() {
        for (int i = 0; i < 1500; i++) {
            int larger = i < 200 ? 1 + i / 14 : 1 + RANDOM.nextInt(MAX);
            int smaller = i < 200 ? 1 + i % 14 : 1 + RANDOM.nextInt(larger);
            if (smaller > larger) {
                continue;
            }
            List<Hash> proof = new TiledTree(larger, TILES).consistency(smaller);
            if (i % 10 == 0) {
                assertThat(proof).isEqualTo(hashes(Definition.proof(smaller, CONTENTS.subList(0, larger))));
            }
            assertThat(MerkleProof.extend(smaller, ROOTS.get(smaller), larger, ROOTS.get(larger), proof))
                    .isTrue();
            assertThat(MerkleProof.extend(smaller, ROOTS.get(smaller - 1), larger, ROOTS.get(larger), proof))
                    .isFalse();
            assertThat(MerkleProof.extend(smaller, ROOTS.get(smaller), larger, ROOTS.get(larger - 1), proof))
                    .isFalse();
        }
    }

    @Test
    void everyTreeExtendsTheEmptyOneWithoutProof() {
        assertThat(new TiledTree(7, TILES).consistency(0)).isEmpty();
        Checkpoint seven = new Checkpoint("log", 7, ROOTS.get(7));
        assertThat(new Checkpoint("log", 0, Hash.EMPTY_ROOT).isExtendedBy(seven, List.of()))
                .isTrue();
        assertThat(new Checkpoint("log", 0, Hash.EMPTY_ROOT).isExtendedBy(seven, List.of(ROOTS.get(7))))
                .isFalse();
        assertThat(new Checkpoint("log", 0, ROOTS.get(1)).isExtendedBy(seven, List.of()))
                .isFalse();
        assertThat(MerkleProof.extend(0, ROOTS.get(1), 0, ROOTS.get(1), List.of()))
                .isFalse();
        assertThat(MerkleProof.extend(0, Hash.EMPTY_ROOT, 0, Hash.EMPTY_ROOT, List.of()))
                .isTrue();
    }

    @Test
    void whatTheTreeDoesNotHaveIsRefused() {
        TiledTree tree = new TiledTree(10, TILES);
        assertThatThrownBy(() -> tree.inclusion(10))
                .isInstanceOf(NotValid.class)
                .hasMessage("a tree of size 10 has no leaf 10");
        assertThatThrownBy(() -> tree.inclusion(-1)).isInstanceOf(NotValid.class);
        assertThatThrownBy(() -> tree.consistency(11)).isInstanceOf(NotValid.class);
        assertThatThrownBy(() -> tree.consistency(-1)).isInstanceOf(NotValid.class);
        assertThatThrownBy(() -> new TiledTree(-1, TILES)).isInstanceOf(NotValid.class);
    }

    @Test
    void hugeTreesAreArithmeticToo() {
        long size = Long.MAX_VALUE;
        assertThat(Subtree.tree(size).inclusion(0)).hasSize(63);
        assertThat(Subtree.tree(size).consistency(Subtree.tree(size - 1)).size())
                .isLessThanOrEqualTo(63);
        assertThat(MerkleProof.includes(size, ROOTS.get(1), size - 1, LEAVES.get(0), List.of()))
                .isFalse();
        assertThat(MerkleProof.extend(1L << 62, ROOTS.get(1), size, ROOTS.get(2), List.of(ROOTS.get(3))))
                .isFalse();
        assertThat(Tile.edge(size)).hasSize(8).allMatch(tile -> tile.isIn(size));
    }

    @Test
    void aTileOfTheWrongLengthIsNamed() {
        TileReader cut = tiles -> {
            var read = TILES.read(tiles);
            read.replaceAll((tile, bytes) -> tile.level() == 0 ? new byte[31] : bytes);
            return read;
        };
        assertThatThrownBy(() -> new TiledTree(600, cut).root())
                .isInstanceOf(NotValid.class)
                .hasMessage("tile/0/002.p/88 has 31 bytes");
    }

    private static List<Hash> hashes(List<byte[]> bytes) {
        return bytes.stream().map(Hash::of).toList();
    }
}
