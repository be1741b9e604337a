package kz.sheshim.log.tree;

import java.util.Map;
import java.util.Set;

/** Reads tiles of one log, wherever they are kept. */
public interface TileReader {
    /**
     * The bytes of these tiles. MUST return every tile asked for, with {@link Tile#bytes} bytes: where only a wider tile with the same level and index is
     * kept, its beginning. One call asks for all tiles that a proof needs, so that they can be read together.
     *
     * @throws NotValid if a tile is not there
     */
    Map<Tile, byte[]> read(Set<Tile> tiles);
}
