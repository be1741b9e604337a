package kz.sheshim.receipt;

import kz.sheshim.log.Entry;
import kz.sheshim.log.tree.Hash;

/**
 * What ties a receipt to the log: printed as a QR code. Whoever has a proof of the decision can compare the two, even if the paper is a copy.
 *
 * @param log name of the log
 * @param decision id of the decision
 * @param leaf the hash of its leaf
 */
public record EntryMark(String log, String decision, Hash leaf) {

    public static EntryMark of(String log, Entry entry) {
        return new EntryMark(
                log,
                entry.decision().id().toString(),
                Hash.leaf(entry.seal().statement().bytes()));
    }

    /** Three lines that a phone shows as they are. */
    public String text() {
        return "log " + log + "\ndecision " + decision + "\nleaf " + leaf.base64();
    }
}
