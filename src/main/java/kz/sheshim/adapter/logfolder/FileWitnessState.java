package kz.sheshim.adapter.logfolder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import kz.sheshim.log.tree.Checkpoint;
import kz.sheshim.log.tree.NotValid;
import kz.sheshim.log.tree.Note;
import kz.sheshim.log.tree.Witness;
import kz.sheshim.log.tree.WitnessState;
import org.jspecify.annotations.Nullable;

/**
 * The state of a witness in a folder that no other process uses: of each log one file, named by the hash of its origin, with a line {@code time SECONDS} and
 * the checkpoint. A file is replaced as a whole, and is on the disk before it counts.
 */
public final class FileWitnessState implements WitnessState, AutoCloseable {
    private static final String SUFFIX = ".checkpoint";
    private static final String TIME = "time ";

    private final Path folder;
    private final FileChannel lock;
    private final Map<String, Witnessed> latest = new HashMap<>();

    /** @throws IOException if the folder cannot be used, another process uses it, or a file in it is damaged */
    public FileWitnessState(Path folder) throws IOException {
        this.folder = DurableFile.folder(folder);
        this.lock = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (lock.tryLock() == null) {
                throw new IOException("another witness uses the folder " + folder);
            }
            readAll();
        } catch (OverlappingFileLockException e) {
            lock.close();
            throw new IOException("another witness uses the folder " + folder, e);
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    private void readAll() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(SUFFIX)).toList()) {
                Witnessed witnessed = read(file);
                String origin = Checkpoint.parse(witnessed.note().text()).origin();
                if (!file.equals(file(origin))) {
                    throw new IOException(file + " is not the checkpoint of the log that it is named for");
                }
                latest.put(origin, witnessed);
            }
        }
    }

    private static Witnessed read(Path file) throws IOException {
        String text = Files.readString(file);
        int end = text.indexOf('\n');
        try {
            if (text.startsWith(TIME) && end > 0) {
                Note note = Note.parse(text.substring(end + 1));
                Checkpoint.parse(note.text());
                return new Witnessed(note, Instant.ofEpochSecond(Long.parseLong(text.substring(TIME.length(), end))));
            }
        } catch (NotValid | NumberFormatException e) {
            throw new IOException(file + " is damaged: " + e.getMessage(), e);
        }
        throw new IOException(file + " is damaged: it must begin with a line \"time SECONDS\"");
    }

    @Override
    public synchronized @Nullable Witnessed latest(String origin) {
        return latest.get(origin);
    }

    /** @throws UncheckedIOException if the file cannot be written; nothing counts then */
    @Override
    public synchronized boolean replace(String origin, @Nullable Witnessed expected, Witnessed next) {
        if (!Objects.equals(latest.get(origin), expected)) {
            return false;
        }
        try {
            DurableFile.replace(
                    file(origin),
                    (TIME + next.time().getEpochSecond() + "\n" + next.note()).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        latest.put(origin, next);
        return true;
    }

    private Path file(String origin) {
        return folder.resolve(Witness.originHash(origin) + SUFFIX);
    }

    /** Lets another process use the folder. */
    @Override
    public void close() throws IOException {
        lock.close();
    }
}
