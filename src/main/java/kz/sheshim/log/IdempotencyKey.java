package kz.sheshim.log;

/**
 * What a sender calls a request, so that he can send it again without having it decided again (IETF draft-ietf-httpapi-idempotency-key-header-07).
 *
 * @param text 1 to {@value #LONGEST} characters of printable ASCII, as the sender chose them; and behind them the line that is meant, when many
 *     requests came under one key
 */
public record IdempotencyKey(String text) {
    /** The longest key that a sender may choose. */
    public static final int LONGEST = 255;

    private static final char BEFORE_LINE = '\n';

    /** Whether a sender can call a request so. */
    public static boolean isKey(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST
                && text.chars().allMatch(character -> character >= ' ' && character <= '~');
    }

    /** The key of one line of a batch that was sent under this key. No sender can choose it for anything else. */
    public IdempotencyKey ofLine(long line) {
        return new IdempotencyKey(text + BEFORE_LINE + line);
    }
}
