package kz.sheshim.log.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a log says of its tree at one size (C2SP tlog-checkpoint). Signed it is a {@link Note}.
 *
 * @param origin name of the log
 * @param size number of leaves
 * @param root of the tree of this size
 * @param extensions lines that follow; a log of ours has none
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {

    /** @throws NotValid unless this can be a checkpoint */
    public Checkpoint {
        extensions = List.copyOf(extensions);
        List<String> lines = new ArrayList<>(extensions);
        lines.add(origin);
        if (lines.stream().anyMatch(line -> line.isEmpty() || line.indexOf('\n') >= 0)) {
            throw new NotValid("the origin and the extension lines of a checkpoint must be lines that are not empty");
        }
        Note.checkText(String.join("\n", lines) + "\n");
        if (size < 0) {
            throw new NotValid("a tree cannot have " + size + " leaves");
        }
    }

    /** A checkpoint without extension lines. */
    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    /** Reads the text of a note. It says nothing before the note was verified. @throws NotValid unless it is the text of a checkpoint */
    public static Checkpoint parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length < 4 || !lines[lines.length - 1].isEmpty()) {
            throw new NotValid("a checkpoint has the lines origin, size and root, each ended by a newline");
        }
        return new Checkpoint(
                lines[0],
                Strict.decimal("the size in a checkpoint", lines[1]),
                Hash.parse(lines[2]),
                Arrays.asList(lines).subList(3, lines.length - 1));
    }

    /** The lines that are signed. */
    public String text() {
        StringBuilder text = new StringBuilder(origin + "\n" + size + "\n" + root.base64() + "\n");
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /**
     * Whether the proof shows that the tree of the other checkpoint begins with all leaves of this one. Every tree extends the tree without leaves; that takes
     * an empty proof, and so does the same size.
     */
    public boolean isExtendedBy(Checkpoint later, List<Hash> proof) {
        if (size == 0 && later.size > 0) {
            return root.equals(Hash.EMPTY_ROOT) && proof.isEmpty();
        }
        return MerkleProof.extend(size, root, later.size, later.root, proof);
    }

    /** The checkpoint signed by its log. @throws SigningFailed if the key does not sign */
    public Note sign(NoteSigner log) {
        return new Note(text(), List.of(log.sign(text())));
    }
}
