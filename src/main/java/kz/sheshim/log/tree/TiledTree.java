package kz.sheshim.log.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tree of one size, seen through its tiles. Each method reads all tiles that it needs in one call; a proof in 10^8 leaves needs at most eight. */
public final class TiledTree {
    private final long size;
    private final TileReader tiles;

    public TiledTree(long size, TileReader tiles) {
        this.size = Subtree.tree(size).end();
        this.tiles = tiles;
    }

    public long size() {
        return size;
    }

    public Hash root() {
        return hash(Subtree.tree(size));
    }

    /** The root of a subtree of this tree. @throws NotValid if it ends after the tree */
    public Hash hash(Subtree part) {
        return part.width() == 0 ? Hash.EMPTY_ROOT : hashes(List.of(part)).get(0);
    }

    /** Proves that the leaf at the index is in this tree. @throws NotValid if there is no such leaf */
    public List<Hash> inclusion(long index) {
        return inclusion(Subtree.tree(size), index);
    }

    /** Proves that the leaf at the index (counted in the whole tree) is in the subtree. @throws NotValid if there is no such leaf */
    public List<Hash> inclusion(Subtree part, long index) {
        if (index < part.start() || index >= part.end()) {
            throw new NotValid("a tree of size " + part.width() + " has no leaf " + index);
        }
        return hashes(part.inclusion(index));
    }

    /** Proves that this tree begins with the leaves of the tree of a smaller size, or of the same. @throws NotValid if this tree is smaller */
    public List<Hash> consistency(long smaller) {
        return consistency(Subtree.tree(smaller));
    }

    /** Proves that a subtree is part of this tree. @throws NotValid if it ends after the tree */
    public List<Hash> consistency(Subtree part) {
        within(part);
        return hashes(Subtree.tree(size).consistency(part));
    }

    private void within(Subtree part) {
        if (part.end() > size) {
            throw new NotValid("a tree of size " + size + " has no leaf " + (part.end() - 1));
        }
    }

    private List<Hash> hashes(List<Subtree> parts) {
        Map<Tile, byte[]> read = read(parts);
        Hasher hasher = new Hasher();
        List<Hash> hashes = new ArrayList<>(parts.size());
        for (Subtree part : parts) {
            List<Node> nodes = nodes(part);
            Hash hash = nodes.get(nodes.size() - 1).hash(read, hasher);
            for (int i = nodes.size() - 2; i >= 0; i--) {
                hash = Hash.node(nodes.get(i).hash(read, hasher), hash);
            }
            hashes.add(hash);
        }
        return hashes;
    }

    private Map<Tile, byte[]> read(List<Subtree> parts) {
        Map<Tile, byte[]> needed = new LinkedHashMap<>();
        parts.forEach(part -> nodes(part).forEach(node -> needed.put(node.tile, new byte[0])));
        return needed.isEmpty() ? needed : checked(tiles, needed.keySet());
    }

    static Map<Tile, byte[]> checked(TileReader tiles, Set<Tile> needed) {
        Map<Tile, byte[]> read = tiles.read(needed);
        for (Tile tile : needed) {
            byte[] bytes = read.get(tile);
            if (bytes == null || bytes.length != tile.bytes()) {
                throw new NotValid(tile.path() + (bytes == null ? " is missing" : " has " + bytes.length + " bytes"));
            }
        }
        return read;
    }

    /** A perfect subtree, as hashes of the tile that it lies in. */
    private record Node(Tile tile, int position, int count) {
        Hash hash(Map<Tile, byte[]> read, Hasher hasher) {
            return Hash.at(hasher.root(read.getOrDefault(tile, new byte[0]), position, count), 0);
        }
    }

    /** The perfect subtrees that a subtree consists of, largest first. */
    private List<Node> nodes(Subtree part) {
        within(part);
        List<Node> nodes = new ArrayList<>();
        for (long start = part.start(); start < part.end(); ) {
            int height = 63 - Long.numberOfLeadingZeros(part.end() - start);
            int level = height / Tile.HEIGHT;
            long first = start >>> Tile.HEIGHT * level;
            long index = first / Tile.FULL;
            long width = Math.min(Tile.FULL, (size >>> Tile.HEIGHT * level) - index * Tile.FULL);
            nodes.add(new Node(
                    new Tile(level, index, (int) width), (int) (first % Tile.FULL), 1 << height % Tile.HEIGHT));
            start += 1L << height;
        }
        return nodes;
    }
}
