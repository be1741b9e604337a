package kz.sheshim.log.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A log that another program has written: transparency-dev/tessera. */
class TesseraLogTest {
    private static final Path LOG = Path.of("src/test/resources/vectors/tessera-log");
    private static final VerifierKey KEY =
            VerifierKey.parse("example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx");

    /** The files as they lie there, one for each width. */
    private static final TileReader TILES = tiles -> {
        Map<Tile, byte[]> read = new LinkedHashMap<>();
        tiles.forEach(tile -> read.put(tile, bytes(tile.path())));
        return read;
    };

    @Test
    void checkpointsTilesAndEntriesBelongTogether() {
        for (int size = 0; size <= 15; size++) {
            byte[] file = bytes("checkpoint." + size);
            Note note = Note.parse(file);
            assertThat(note.bytes()).isEqualTo(file);
            assertThat(note.verify(List.of(KEY))).containsOnlyKeys(KEY);
            assertThat(SecondNote.verifies(file, KEY.toString())).isTrue();
            Checkpoint checkpoint = TrustPolicy.of(List.of(KEY)).verify(note);
            assertThat(checkpoint.text()).isEqualTo(note.text());
            assertThat(checkpoint.size()).isEqualTo(size);
            TiledTree tree = new TiledTree(size, TILES);
            assertThat(tree.root()).isEqualTo(checkpoint.root());
            for (int smaller = 0; smaller <= size; smaller++) {
                Checkpoint earlier = Checkpoint.parse(
                        Note.parse(bytes("checkpoint." + smaller)).text());
                assertThat(earlier.isExtendedBy(checkpoint, tree.consistency(smaller)))
                        .isTrue();
            }
        }
        assertThat(bytes("checkpoint")).isEqualTo(bytes("checkpoint.15"));
    }

    @Test
    void entriesBecomeTheSameTilesHere() {
        for (int size = 1; size <= 15; size++) {
            EntryBundle bundle = new EntryBundle(0, size);
            byte[] file = bytes(bundle.path());
            List<byte[]> entries = bundle.decode(file);
            assertThat(EntryBundle.encode(entries)).isEqualTo(file);
            Map<Tile, byte[]> tiles = TreeEdge.empty()
                    .append(entries.stream().map(Hash::leaf).toList())
                    .tiles();
            Tile tile = new Tile(0, 0, size);
            assertThat(tiles).containsOnlyKeys(tile);
            assertThat(tiles.get(tile)).isEqualTo(bytes(tile.path()));
        }
        assertThat(new String(new EntryBundle(0, 15)
                        .decode(bytes("tile/entries/000.p/15"))
                        .get(14)))
                .isEqualTo("fivten");
    }

    private static byte[] bytes(String path) {
        try {
            return Files.readAllBytes(LOG.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
