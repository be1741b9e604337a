package kz.sheshim.log;

import java.util.Optional;
import kz.sheshim.log.tree.Note;
import org.jspecify.annotations.Nullable;

/** The checkpoint that a service saw last, in memory in place of a file. */
public final class SeenCheckpointFixture implements SeenCheckpoint {
    private volatile @Nullable Note note;

    @Override
    public Optional<Note> read() {
        return Optional.ofNullable(note);
    }

    @Override
    public void write(Note checkpoint) {
        note = checkpoint;
    }

    @Override
    public void forget() {
        note = null;
    }
}
