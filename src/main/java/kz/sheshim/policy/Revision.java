package kz.sheshim.policy;

import java.util.regex.Pattern;

/** The identity of a ruleset: {@code sha256:} and 64 hexadecimal digits over its meaning. */
public record Revision(String value) {
    private static final Pattern FORM = Pattern.compile("sha256:[0-9a-f]{64}");

    public Revision {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a revision: " + value);
        }
    }

    public static boolean isRevision(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
