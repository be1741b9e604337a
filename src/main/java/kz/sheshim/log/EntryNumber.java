package kz.sheshim.log;

/** The number of an entry of the decision log: 1 or more, growing. */
public record EntryNumber(long value) {
    public EntryNumber {
        if (value < 1) {
            throw new IllegalArgumentException("entry numbers start at 1: " + value);
        }
    }
}
