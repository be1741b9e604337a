package kz.sheshim.adapter.postgres;

import java.util.Optional;
import kz.sheshim.log.SeenCheckpoint;
import kz.sheshim.log.tree.Note;

/** A service that remembers no checkpoint. */
final class UnseenFixture implements SeenCheckpoint {
    @Override
    public Optional<Note> read() {
        return Optional.empty();
    }

    @Override
    public void write(Note checkpoint) {}

    @Override
    public void forget() {}
}
