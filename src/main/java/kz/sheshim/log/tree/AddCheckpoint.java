package kz.sheshim.log.tree;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * What a log asks of a witness (C2SP tlog-witness, {@code add-checkpoint}).
 *
 * @param oldSize size of the tree that the witness has cosigned last; 0: none
 * @param consistency proof from that tree to the one of the checkpoint
 * @param checkpoint signed by the log
 */
public record AddCheckpoint(long oldSize, List<Hash> consistency, Note checkpoint) {
    private static final String OLD = "old ";

    public AddCheckpoint {
        consistency = List.copyOf(consistency);
    }

    /** Reads the body of a request. @throws NotValid unless every line is in its form */
    public static AddCheckpoint parse(byte[] body) {
        if (body.length > Note.MAX_BYTES) {
            throw new NotValid("a request has at most " + Note.MAX_BYTES + " bytes, not " + body.length);
        }
        String text = Strict.utf8("a request", body);
        int blank = text.indexOf("\n\n");
        if (!text.startsWith(OLD) || blank < 0) {
            throw new NotValid(
                    "a request is a line \"old SIZE\", the lines of a consistency proof, an empty line and a checkpoint");
        }
        List<String> lines = Arrays.asList(text.substring(0, blank).split("\n", -1));
        return new AddCheckpoint(
                Strict.decimal("the old size", lines.get(0).substring(OLD.length())),
                LogProof.hashes(lines.subList(1, lines.size())),
                Note.parse(text.substring(blank + 2)));
    }

    /** The body of the request. */
    public byte[] bytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        StringBuilder body = new StringBuilder(OLD).append(oldSize).append('\n');
        consistency.forEach(hash -> body.append(hash.base64()).append('\n'));
        return body.append('\n').append(checkpoint).toString();
    }
}
