package kz.sheshim.table;

import org.jspecify.annotations.Nullable;

/**
 * A provision behind a ground: the id of an act in the vocabulary, the code of the place in it (left out while it is not known),
 * and whether somebody verified it. A policy without a sheet Places writes its places as they are shown.
 */
public record Citation(String act, @Nullable String place, Status status) {

    /** For people: {@code R4 A4-9(1), verified}. */
    public String text() {
        return act + (place == null ? "" : " " + place) + ", " + status;
    }

    /** Whether the citation was compared with the text of the act. */
    public enum Status {
        VERIFIED("verified"),
        TO_VERIFY("to verify");

        private final String text;

        Status(String text) {
            this.text = text;
        }

        /** The status with this text. */
        public static Status of(String text) {
            for (Status status : values()) {
                if (status.text.equals(text)) {
                    return status;
                }
            }
            throw new IllegalArgumentException("no citation status: " + text);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
