package kz.sheshim.adapter.logfolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import kz.sheshim.log.SeenCheckpoint;
import kz.sheshim.log.tree.Note;
import org.jspecify.annotations.Nullable;

/** The newest checkpoint that the service has seen, in the file {@code checkpoint} of a folder. Used by one thread. */
public final class LogFolder implements SeenCheckpoint {
    private final Path file;
    private @Nullable Note last;

    /**
     * @throws LogFolderFailed if the folder cannot be used
     */
    public LogFolder(Path folder) {
        try {
            this.file = DurableFile.folder(folder).resolve("checkpoint");
            this.last = Files.exists(file) ? Note.parse(Files.readAllBytes(file)) : null;
        } catch (IOException failed) {
            throw new LogFolderFailed("The folder of the log " + folder + " cannot be used: " + failed);
        }
    }

    @Override
    public Optional<Note> read() {
        return Optional.ofNullable(last);
    }

    @Override
    public void write(Note checkpoint) {
        try {
            DurableFile.replace(file, checkpoint.bytes());
            last = checkpoint;
        } catch (IOException failed) {
            throw new LogFolderFailed("The checkpoint cannot be written to " + file + ": " + failed);
        }
    }

    @Override
    public void forget() {
        try {
            DurableFile.remove(file);
            last = null;
        } catch (IOException failed) {
            throw new LogFolderFailed("The checkpoint in " + file + " cannot be removed: " + failed);
        }
    }
}
