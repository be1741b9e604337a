package kz.sheshim.log;

/**
 * The key under which a submitter can repeat a request without a second decision (IETF draft-ietf-httpapi-idempotency-key-header-07).
 *
 * @param text 1 to {@value #MAX_LENGTH} characters of printable ASCII, chosen by the submitter; for a line of a batch, the number of the line follows
 */
public record IdempotencyKey(String text) {
    /** Maximum length of a key that a submitter chooses. */
    public static final int MAX_LENGTH = 255;

    private static final char BEFORE_LINE = '\n';

    /** Whether a submitter can choose this key. */
    public static boolean isKey(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_LENGTH
                && text.chars().allMatch(character -> character >= ' ' && character <= '~');
    }

    /** The key of one line of a batch that has this key. No submitter can choose the same key for anything else. */
    public IdempotencyKey ofLine(long line) {
        return new IdempotencyKey(text + BEFORE_LINE + line);
    }
}
