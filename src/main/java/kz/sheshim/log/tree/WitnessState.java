package kz.sheshim.log.tree;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a witness remembers: of each log the last checkpoint that it agreed to cosign. Losing it means cosigning two histories. */
public interface WitnessState {

    /** The last checkpoint of the log with this origin; null: none yet. */
    @Nullable
    Witnessed latest(String origin);

    /**
     * Stores the next checkpoint of a log in place of the last one. MUST compare and store as one step, however many requests there are at once, and MUST NOT
     * return true before the next one is durable.
     *
     * @param expected null: none yet
     * @return false, and nothing stored, if the last checkpoint is not the expected one
     */
    boolean replace(String origin, @Nullable Witnessed expected, Witnessed next);

    /**
     * A checkpoint that a witness agreed to cosign.
     *
     * @param note the checkpoint with the signatures of its log, without the cosignature
     * @param time of the cosignature, in whole seconds
     */
    record Witnessed(Note note, Instant time) {
        Checkpoint checkpoint() {
            return Checkpoint.parse(note.text());
        }
    }
}
