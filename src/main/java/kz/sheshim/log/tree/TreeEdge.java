package kz.sheshim.log.tree;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * The right edge of a tree: its size and its partial tiles. This is all that is needed to let the tree grow, at most 8 KiB a level. Immutable, so that a step
 * that could not be stored can be made again.
 */
public final class TreeEdge {
    private static final byte[] NOTHING = {};

    private final long size;
    private final List<byte[]> levels;

    private TreeEdge(long size, List<byte[]> levels) {
        this.size = size;
        this.levels = levels;
    }

    /** The edge of the tree without leaves. */
    public static TreeEdge empty() {
        return new TreeEdge(0, List.of());
    }

    /** The edge of a tree that is kept: reads its partial tiles, at most one a level. */
    public static TreeEdge of(long size, TileReader tiles) {
        List<Tile> edge = Tile.edge(Subtree.tree(size).end());
        Map<Tile, byte[]> read = edge.isEmpty() ? Map.of() : TiledTree.checked(tiles, new LinkedHashSet<>(edge));
        List<byte[]> levels = new ArrayList<>();
        for (Tile tile : edge) {
            while (levels.size() < tile.level()) {
                levels.add(NOTHING);
            }
            levels.add(read.getOrDefault(tile, NOTHING).clone());
        }
        return new TreeEdge(size, levels);
    }

    public long size() {
        return size;
    }

    /** The bytes of the partial tiles, at most one a level, lowest first. */
    public Map<Tile, byte[]> tiles() {
        Map<Tile, byte[]> tiles = new LinkedHashMap<>();
        Tile.edge(size).forEach(tile -> tiles.put(tile, levels.get(tile.level()).clone()));
        return tiles;
    }

    public Hash root() {
        Hasher hasher = new Hasher();
        byte[] below = NOTHING;
        for (byte[] level : levels) {
            byte[] all = joined(level, below);
            below = all.length == 0 ? NOTHING : hasher.root(all, 0, all.length / Hash.LENGTH);
        }
        return below.length == 0 ? Hash.EMPTY_ROOT : Hash.at(below, 0);
    }

    /** One step of growth: what the tree is with these leaves at its end. Computes only; the caller stores the tiles. */
    public Growth append(List<Hash> leaves) {
        byte[] added = new byte[Math.multiplyExact(leaves.size(), Hash.LENGTH)];
        for (int i = 0; i < leaves.size(); i++) {
            leaves.get(i).copyTo(added, i);
        }
        Map<Tile, byte[]> tiles = new LinkedHashMap<>();
        List<byte[]> grown = new ArrayList<>(levels);
        Hasher hasher = new Hasher();
        for (int level = 0; added.length > 0; level++) {
            if (level == grown.size()) {
                grown.add(NOTHING);
            }
            byte[] all = joined(grown.get(level), added);
            long index = (size >>> Tile.HEIGHT * level) / Tile.FULL;
            ByteArrayOutputStream above = new ByteArrayOutputStream();
            int full = Tile.FULL * Hash.LENGTH;
            int at = 0;
            for (; all.length - at >= full; at += full, index++) {
                tiles.put(new Tile(level, index, Tile.FULL), Arrays.copyOfRange(all, at, at + full));
                above.writeBytes(hasher.root(all, at / Hash.LENGTH, Tile.FULL));
            }
            byte[] rest = Arrays.copyOfRange(all, at, all.length);
            if (rest.length > 0) {
                tiles.put(new Tile(level, index, rest.length / Hash.LENGTH), rest);
            }
            grown.set(level, rest);
            added = above.toByteArray();
        }
        return new Growth(new TreeEdge(Math.addExact(size, leaves.size()), grown), tiles);
    }

    private static byte[] joined(byte[] left, byte[] right) {
        byte[] both = Arrays.copyOf(left, left.length + right.length);
        System.arraycopy(right, 0, both, left.length, right.length);
        return both;
    }

    /**
     * A step of growth.
     *
     * @param edge the edge after the step
     * @param tiles the bytes of every tile that the step made or made wider, lower levels first. The partial tiles among them are the widest of their level
     *     and index: a store that keeps one row for each level and index overwrites with them what it had, which is their beginning
     */
    public record Growth(TreeEdge edge, Map<Tile, byte[]> tiles) {}
}
