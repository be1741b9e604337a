package kz.sheshim.log.tree;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The place of an entry bundle of C2SP tlog-tiles: the contents of the leaves under the tile of level 0 with the same index and width.
 *
 * @param index number of the bundle, from 0
 * @param width 1 to 256 entries
 */
public record EntryBundle(long index, int width) {
    /** Longest entry in bytes. */
    public static final int MAX_ENTRY = 0xffff;

    private static final String FOLDER = "tile/entries/";

    /** @throws NotValid if there is no such bundle in any tree */
    public EntryBundle {
        if (index < 0 || width < 1 || width > Tile.FULL) {
            throw new NotValid("there is no entry bundle with index " + index + " and width " + width);
        }
    }

    /** Reads a path such as {@code tile/entries/x001/x234/067.p/17}. @throws NotValid unless it is the path of a bundle */
    public static EntryBundle parse(String path) {
        if (path.startsWith(FOLDER)) {
            Tile.Place place = Tile.place(path.substring(FOLDER.length()), path);
            EntryBundle bundle = new EntryBundle(place.index(), place.width());
            if (bundle.path().equals(path)) {
                return bundle;
            }
        }
        throw new NotValid(Strict.quote(path) + " is not the path of an entry bundle");
    }

    public String path() {
        return FOLDER + Tile.place(index, width);
    }

    /** Whether a tree of the size has all entries of this bundle. */
    public boolean isIn(long size) {
        return new Tile(0, index, width).isIn(size);
    }

    /** Index of its first entry in the log. */
    public long start() {
        return index * Tile.FULL;
    }

    /** The bytes of a bundle: each entry after its length in two bytes. @throws NotValid if an entry has more than 65,535 bytes */
    public static byte[] encode(List<byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            if (entry.length > MAX_ENTRY) {
                throw new NotValid("an entry has at most 65535 bytes, not " + entry.length);
            }
            bytes.write(entry.length >>> 8);
            bytes.write(entry.length);
            bytes.writeBytes(entry);
        }
        return bytes.toByteArray();
    }

    /** The entries of a bundle. @throws NotValid unless there are as many entries as the bundle is wide and nothing after them */
    public List<byte[]> decode(byte[] bytes) {
        List<byte[]> entries = new ArrayList<>();
        int at = 0;
        while (at < bytes.length) {
            int start = at + 2;
            int end = start > bytes.length ? start : start + ((bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff);
            if (end > bytes.length) {
                throw new NotValid(path() + " ends within entry " + entries.size());
            }
            entries.add(Arrays.copyOfRange(bytes, start, end));
            at = end;
        }
        if (entries.size() != width) {
            throw new NotValid(path() + " has " + entries.size() + " entries");
        }
        return entries;
    }
}
