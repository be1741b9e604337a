package kz.sheshim.publication;

/**
 * What is being done for whoever waits.
 *
 * @param count of scenarios, tables or applications; 0 where nothing is counted
 */
public record Activity(Kind kind, long count) {
    public static final Activity WAITING = of(Kind.WAITING);

    /** What is being done. */
    public enum Kind {
        WAITING,
        READING,
        COMPILING,
        /** The count is that of all scenarios. */
        DECIDING_SCENARIOS,
        /** The count is that of all tables. */
        ANALYSING,
        TRYING_MISTAKES,
        COMPARING,
        /** The count is that of the applications that are decided by now. */
        DECIDING_AGAIN
    }

    static Activity of(Kind kind) {
        return new Activity(kind, 0);
    }

    /** In English. */
    public String text() {
        return switch (kind) {
            case WAITING -> "Waiting for other dossiers";
            case READING -> "Reading the workbooks";
            case COMPILING -> "Compiling the rules";
            case DECIDING_SCENARIOS -> "Deciding " + count + " scenarios";
            case ANALYSING -> "Looking for gaps and conflicts in " + count + " tables";
            case TRYING_MISTAKES -> "Trying small mistakes in the tables";
            case COMPARING -> "Comparing with the base";
            case DECIDING_AGAIN -> "Deciding recorded applications again: " + count;
        };
    }
}
