package kz.sheshim.log.tree;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A text with its signatures (C2SP signed-note). The text says nothing until {@link #verify} has found the signature of a key that is trusted.
 *
 * @param text ends with a newline; no other control characters
 * @param signatures at least one
 */
public record Note(String text, List<NoteSignature> signatures) {
    /** Longest note in bytes. */
    public static final int MAX_BYTES = 1_000_000;
    /** Most signatures of a note. */
    public static final int MAX_SIGNATURES = 100;

    /** @throws NotValid unless this can be a note */
    public Note {
        checkText(text);
        signatures = List.copyOf(signatures);
        if (signatures.isEmpty() || signatures.size() > MAX_SIGNATURES) {
            throw new NotValid("a note has 1 to " + MAX_SIGNATURES + " signatures, not " + signatures.size());
        }
    }

    static void checkText(String text) {
        if (!text.endsWith("\n")) {
            throw new NotValid("the text of a note must end with a newline");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new NotValid("a note must be UTF-8");
        }
        if (text.chars().anyMatch(each -> each < ' ' && each != '\n')) {
            throw new NotValid("a note must not have control characters other than newlines");
        }
    }

    /** Reads a note of at most {@link #MAX_BYTES}. @throws NotValid unless every line of it is in its form */
    public static Note parse(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw new NotValid("a note has at most " + MAX_BYTES + " bytes, not " + bytes.length);
        }
        return parse(Strict.utf8("a note", bytes));
    }

    /** Reads a note. @throws NotValid unless every line of it is in its form */
    public static Note parse(String note) {
        int blank = note.lastIndexOf("\n\n");
        if (blank < 0 || !note.endsWith("\n")) {
            throw new NotValid("a note is a text, an empty line and signature lines, each of them ended by a newline");
        }
        checkText(note);
        List<NoteSignature> signatures = new ArrayList<>();
        for (int start = blank + 2; start < note.length(); ) {
            int end = note.indexOf('\n', start);
            signatures.add(NoteSignature.parse(note.substring(start, end)));
            start = end + 1;
            if (signatures.size() > MAX_SIGNATURES) {
                throw new NotValid("a note has at most " + MAX_SIGNATURES + " signatures");
            }
        }
        return new Note(note.substring(0, blank + 1), signatures);
    }

    /** The note with one more signature. A signature that it has already is not added again. */
    public Note with(NoteSignature signature) {
        if (signatures.contains(signature)) {
            return this;
        }
        List<NoteSignature> more = new ArrayList<>(signatures);
        more.add(signature);
        return new Note(text, more);
    }

    /**
     * The signatures of the keys that are trusted, the last one of each key. Signatures of other keys are ignored.
     *
     * @throws NotValid if a signature carries the name and the id of a trusted key and was not made with it, or if no trusted key signed
     */
    public Map<VerifierKey, NoteSignature> verify(Collection<VerifierKey> trusted) {
        Map<VerifierKey, NoteSignature> verified = new LinkedHashMap<>();
        for (NoteSignature signature : signatures) {
            for (VerifierKey key : trusted) {
                if (!key.made(signature)) {
                    continue;
                }
                if (!key.verify(text, signature)) {
                    throw new NotValid(
                            "the signature of " + key.name() + " (" + key.hexId() + ") does not belong to this text");
                }
                verified.put(key, signature);
            }
        }
        if (verified.isEmpty()) {
            throw new NotValid("no trusted key has signed this note");
        }
        return verified;
    }

    /** The whole note in UTF-8. */
    public byte[] bytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The whole note: text, empty line, signature lines. */
    @Override
    public String toString() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(each -> note.append(each.line()).append('\n'));
        return note.toString();
    }
}
