package kz.sheshim.log.tree;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps the tiles of a log as a database would: one row for each level and index, the widest. Counts what is read. */
final class MemoryTiles implements TileReader {
    final Map<List<Long>, byte[]> rows = new HashMap<>();
    int calls;
    int reads;

    static List<Long> key(Tile tile) {
        return List.of((long) tile.level(), tile.index());
    }

    TreeEdge grow(TreeEdge edge, List<Hash> leaves) {
        TreeEdge.Growth growth = edge.append(leaves);
        growth.tiles().forEach((tile, bytes) -> {
            byte[] before = rows.put(key(tile), bytes);
            if (before != null && !Arrays.equals(before, Arrays.copyOf(bytes, before.length))) {
                throw new AssertionError(tile + " does not begin with what it was");
            }
        });
        return growth.edge();
    }

    @Override
    public Map<Tile, byte[]> read(Set<Tile> tiles) {
        calls++;
        Map<Tile, byte[]> read = new LinkedHashMap<>();
        for (Tile tile : tiles) {
            reads++;
            byte[] bytes = rows.get(key(tile));
            if (bytes == null || bytes.length < tile.bytes()) {
                throw new NotValid(tile.path() + " is missing");
            }
            read.put(tile, Arrays.copyOf(bytes, tile.bytes()));
        }
        return read;
    }
}
