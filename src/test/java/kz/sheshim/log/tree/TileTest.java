package kz.sheshim.log.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TileTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 256, tile/0/000",
        "0, 999, 1, tile/0/999.p/1",
        "1, 1234067, 256, tile/1/x001/x234/067",
        "63, 1000, 255, tile/63/x001/000.p/255",
        "0, 9223372036854775807, 256, tile/0/x009/x223/x372/x036/x854/x775/807"
    })
    void aTileHasOnePath(int level, long index, int width, String path) {
        assertThat(new Tile(level, index, width).path()).isEqualTo(path);
        assertThat(Tile.parse(path)).isEqualTo(new Tile(level, index, width));
        String bundle = path.replaceFirst("tile/[0-9]+/", "tile/entries/");
        assertThat(new EntryBundle(index, width).path()).isEqualTo(bundle);
        assertThat(EntryBundle.parse(bundle)).isEqualTo(new EntryBundle(index, width));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tile/0",
                "tile/0/",
                "tile/64/000",
                "tile/00/000",
                "tile/-1/000",
                "tile/0/0",
                "tile/0/1000",
                "tile/0/x000/001",
                "tile/0/001/002",
                "tile/0/x001/x002",
                "tile/0/x009/x223/x372/x036/x854/x775/808",
                "tile/0/x001/x009/x223/x372/x036/x854/x775/808",
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/0/000.p/257",
                "tile/0/000.p/01",
                "tile/0/000.p/",
                "tile/0/000.p/9999999999",
                "tile/0/000.p/1/",
                "tile/0/000/../../etc",
                "/tile/0/000",
                "tile/0/000\n",
                "tile/0/٠٠١"
            })
    void everyOtherPathIsRefused(String path) {
        assertThatThrownBy(() -> Tile.parse(path)).isInstanceOf(NotValid.class);
        if (path.startsWith("tile/0/")) {
            assertThatThrownBy(() -> EntryBundle.parse(path.replace("tile/0/", "tile/entries/")))
                    .isInstanceOf(NotValid.class);
        }
    }

    /** The example of tlog-tiles. */
    @Test
    void aTreeOf70000LeavesHasTheTilesOfTheSpecification() {
        assertThat(Tile.edge(70_000)).containsExactly(new Tile(0, 273, 112), new Tile(1, 1, 17), new Tile(2, 0, 1));
        assertThat(Tile.edge(256)).containsExactly(new Tile(1, 0, 1));
        assertThat(Tile.edge(0)).isEmpty();
        assertThat(new Tile(0, 272, 256).isIn(70_000)).isTrue();
        assertThat(new Tile(0, 273, 112).isIn(70_000)).isTrue();
        assertThat(new Tile(0, 273, 113).isIn(70_000)).isFalse();
        assertThat(new Tile(1, 0, 256).isIn(70_000)).isTrue();
        assertThat(new Tile(1, 1, 18).isIn(70_000)).isFalse();
        assertThat(new Tile(0, Long.MAX_VALUE, 256).isIn(Long.MAX_VALUE)).isFalse();
        assertThat(new Tile(63, 0, 1).isIn(Long.MAX_VALUE)).isFalse();
        assertThat(new EntryBundle(273, 112).isIn(70_000)).isTrue();
        assertThat(new EntryBundle(274, 1).isIn(70_000)).isFalse();
    }

    /** Two levels of full tiles, against the definition: MTH of the leaves under each hash. */
    @Test
    void growthMakesTheTilesOfTheSpecification() {
        List<byte[]> contents = new ArrayList<>();
        for (int i = 0; i < 66_000; i++) {
            contents.add(Integer.toString(i).getBytes(StandardCharsets.UTF_8));
        }
        MemoryTiles tiles = new MemoryTiles();
        TreeEdge edge = TreeEdge.empty();
        for (int from = 0; from < contents.size(); from += 10_000) {
            List<byte[]> step = contents.subList(from, Math.min(from + 10_000, contents.size()));
            edge = tiles.grow(edge, step.stream().map(Hash::leaf).toList());
        }
        assertThat(tiles.rows).hasSize(258 + 2 + 1);
        assertHash(tiles, new Tile(0, 257, 208), 207, contents.subList(65_999, 66_000));
        assertHash(tiles, new Tile(1, 0, 256), 255, contents.subList(65_280, 65_536));
        assertHash(tiles, new Tile(1, 1, 1), 0, contents.subList(65_536, 65_792));
        assertHash(tiles, new Tile(2, 0, 1), 0, contents.subList(0, 65_536));
        assertThat(edge.root().bytes()).isEqualTo(Definition.mth(contents));
        tiles.calls = 0;
        tiles.reads = 0;
        assertThat(MerkleProof.includes(
                        66_000,
                        edge.root(),
                        777,
                        Hash.leaf(contents.get(777)),
                        new TiledTree(66_000, tiles).inclusion(777)))
                .isTrue();
        assertThat(tiles.calls).isEqualTo(1);
        assertThat(tiles.reads).isLessThanOrEqualTo(5);
    }

    private static void assertHash(MemoryTiles tiles, Tile tile, int position, List<byte[]> contents) {
        byte[] bytes = tiles.rows.get(MemoryTiles.key(tile));
        assertThat(bytes).hasSize(tile.bytes());
        assertThat(Arrays.copyOfRange(bytes, position * 32, position * 32 + 32)).isEqualTo(Definition.mth(contents));
    }

    @Test
    void aProofIn100MillionLeavesReadsAtMostEightTilesInOneCall() {
        int[] reads = {0, 0};
        TileReader zeros = tiles -> {
            reads[0]++;
            reads[1] = Math.max(reads[1], tiles.size());
            Map<Tile, byte[]> read = new java.util.LinkedHashMap<>();
            tiles.forEach(tile -> read.put(tile, new byte[tile.bytes()]));
            return read;
        };
        TiledTree tree = new TiledTree(100_000_000, zeros);
        for (long index = 0; index < 100_000_000; index += 9_999_991) {
            tree.inclusion(index);
            tree.consistency(index + 1);
        }
        assertThat(reads[0]).isEqualTo(22);
        assertThat(reads[1]).isLessThanOrEqualTo(8);
    }

    @Test
    void bundlesAreReadStrictly() {
        byte[] two = EntryBundle.encode(List.of(new byte[0], new byte[] {1, 2, 3}));
        assertThat(two).containsExactly(0, 0, 0, 3, 1, 2, 3);
        assertThat(new EntryBundle(0, 2).decode(two)).containsExactly(new byte[0], new byte[] {1, 2, 3});
        assertThat(new EntryBundle(0, 1)
                        .decode(EntryBundle.encode(List.of(new byte[EntryBundle.MAX_ENTRY])))
                        .get(0))
                .hasSize(65_535);
        assertThatThrownBy(() -> new EntryBundle(0, 1).decode(two)).isInstanceOf(NotValid.class);
        assertThatThrownBy(() -> new EntryBundle(0, 2).decode(Arrays.copyOf(two, 6)))
                .isInstanceOf(NotValid.class);
        assertThatThrownBy(() -> new EntryBundle(0, 3).decode(Arrays.copyOf(two, 8)))
                .isInstanceOf(NotValid.class);
        assertThatThrownBy(() -> EntryBundle.encode(List.of(new byte[65_536]))).isInstanceOf(NotValid.class);
    }
}
