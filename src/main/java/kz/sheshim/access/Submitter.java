package kz.sheshim.access;

/**
 * Who posted an application: the name under which a caller is known here.
 *
 * @param name without control characters and at most {@value #LONGEST} characters long; empty where it is not known
 */
public record Submitter(String name) {
    /** The longest name. */
    public static final int LONGEST = 255;

    /** For decisions from before senders were recorded. */
    public static final Submitter UNKNOWN = new Submitter("");

    public Submitter {
        if (!isName(name)) {
            throw new IllegalArgumentException("no name of a sender: " + name.length() + " characters");
        }
    }

    /** Whether a sender can be called so. */
    public static boolean isName(String text) {
        return text.length() <= LONGEST
                && text.codePoints().noneMatch(each -> Character.isISOControl(each) || isHalfPair(each));
    }

    private static boolean isHalfPair(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    @Override
    public String toString() {
        return name;
    }
}
