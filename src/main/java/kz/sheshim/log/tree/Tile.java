package kz.sheshim.log.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place of a tile of C2SP tlog-tiles: {@code width} consecutive hashes of the tree's level {@code 8 * level}. Its bytes are these hashes one after the
 * other. A tile with the same level and index and a smaller width is the beginning of it.
 *
 * @param level 0 (leaf hashes) to 63
 * @param index number of the tile in its level, from 0
 * @param width 1 to 256 hashes; 256 is a full tile, fewer a partial one
 */
public record Tile(int level, long index, int width) {
    /** Hashes of a full tile, and entries of a full bundle. */
    public static final int FULL = 256;

    static final int HEIGHT = 8;
    private static final Pattern PATH = Pattern.compile("tile/([0-9]{1,2})/(.+)");
    private static final Pattern NUMBER = Pattern.compile("((?:x[0-9]{3}/){0,6})([0-9]{3})(?:\\.p/([0-9]{1,3}))?");

    /** @throws NotValid if there is no such tile in any tree */
    public Tile {
        if (level < 0 || level > 63 || index < 0 || width < 1 || width > FULL) {
            throw new NotValid("there is no tile with level " + level + ", index " + index + " and width " + width);
        }
    }

    /** Reads a path such as {@code tile/0/x001/x234/067.p/17}. @throws NotValid unless it is the path of a tile, in the one form that tlog-tiles gives it */
    public static Tile parse(String path) {
        Matcher matcher = PATH.matcher(path);
        if (matcher.matches()) {
            Place place = place(matcher.group(2), path);
            Tile tile = new Tile(Integer.parseInt(matcher.group(1)), place.index, place.width);
            if (tile.path().equals(path)) {
                return tile;
            }
        }
        throw new NotValid(Strict.quote(path) + " is not the path of a tile");
    }

    /** The path below the log's address, such as {@code tile/0/x001/x234/067.p/17}. */
    public String path() {
        return "tile/" + level + "/" + place(index, width);
    }

    /** The partial tiles of a tree, at most one a level, lowest first: with the full tiles before them they are the whole tree. */
    public static List<Tile> edge(long size) {
        List<Tile> edge = new ArrayList<>();
        for (int level = 0; level < HEIGHT; level++) {
            long hashes = size >>> HEIGHT * level;
            if (hashes % FULL > 0) {
                edge.add(new Tile(level, hashes / FULL, (int) (hashes % FULL)));
            }
        }
        return edge;
    }

    /** Whether a tree of the size has this tile: all leaves under it are below the size. */
    public boolean isIn(long size) {
        long hashes = level < HEIGHT ? size >>> HEIGHT * level : 0;
        return hashes >= width && index <= (hashes - width) / FULL;
    }

    /** Length of its content in bytes: 32 a hash. */
    public int bytes() {
        return width * Hash.LENGTH;
    }

    record Place(long index, int width) {}

    static String place(long index, int width) {
        StringBuilder path = new StringBuilder(three(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            path.insert(0, "x" + three(rest % 1000) + "/");
        }
        return width == FULL ? path.toString() : path + ".p/" + width;
    }

    private static String three(long number) {
        String digits = Long.toString(number);
        return "0".repeat(3 - digits.length()) + digits;
    }

    static Place place(String text, String path) {
        Matcher matcher = NUMBER.matcher(text);
        if (!matcher.matches()) {
            throw new NotValid(
                    Strict.quote(path) + " must end with a number in groups of three digits, such as x001/x234/067");
        }
        String digits = (matcher.group(1) + matcher.group(2))
                .replace("x", "")
                .replace("/", "")
                .replaceFirst("^0+(?=.)", "");
        String width = matcher.group(3);
        return new Place(Strict.decimal("the index in a path", digits), width == null ? FULL : Integer.parseInt(width));
    }
}
