package kz.sheshim.adapter.logfolder;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import kz.sheshim.erasure.SeenErasures;
import kz.sheshim.log.DecisionId;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.log.Moments;
import org.jspecify.annotations.Nullable;

/**
 * The erasures that the service has seen, in the file {@code erasures} of a folder: a line each, with the number of its entry, the id of the decision, moment and
 * basis. The file only grows. Used by one thread at a time.
 */
public final class ErasureFile implements SeenErasures {
    private static final int PARTS = 4;

    private final Path file;
    private @Nullable Seen last;

    /**
     * @throws LogFolderFailed if the file cannot be used, or is damaged
     */
    public ErasureFile(Path folder) {
        this.file = folder.resolve("erasures");
        try {
            DurableFile.folder(folder);
            if (!Files.exists(file)) {
                DurableFile.create(file, new byte[0]);
            }
            removeUnfinishedLine();
        } catch (IOException failed) {
            throw failed(failed);
        }
        read(1_000, group -> last = group.get(group.size() - 1));
    }

    /** What a crash left behind the last line feed is not a line: it was not added. */
    private void removeUnfinishedLine() throws IOException {
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
            long end = content.length();
            while (end > 0) {
                content.seek(end - 1);
                if (content.read() == '\n') {
                    break;
                }
                end--;
            }
            content.setLength(end);
        }
    }

    @Override
    public Optional<Seen> last() {
        return Optional.ofNullable(last);
    }

    @Override
    public void add(List<Seen> erasures) {
        if (erasures.isEmpty()) {
            return;
        }
        try {
            String lines = erasures.stream().map(ErasureFile::line).collect(Collectors.joining());
            DurableFile.append(file, lines.getBytes(StandardCharsets.UTF_8));
            last = erasures.get(erasures.size() - 1);
        } catch (IOException failed) {
            throw failed(failed);
        }
    }

    @Override
    public void read(int atOnce, Consumer<List<Seen>> reader) {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            List<Seen> group = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                group.add(seen(line));
                if (group.size() == atOnce) {
                    reader.accept(List.copyOf(group));
                    group.clear();
                }
            }
            if (!group.isEmpty()) {
                reader.accept(group);
            }
        } catch (IOException failed) {
            throw failed(failed);
        }
    }

    private static String line(Seen seen) {
        return seen.entry().value() + " " + seen.decision() + " " + Moments.text(seen.at()) + " " + seen.basis() + "\n";
    }

    private Seen seen(String line) {
        String[] parts = line.split(" ", -1);
        try {
            if (parts.length == PARTS) {
                return new Seen(
                        new EntryNumber(Long.parseLong(parts[0])),
                        new DecisionId(UUID.fromString(parts[1])),
                        Instant.parse(parts[2]),
                        parts[3]);
            }
        } catch (IllegalArgumentException | DateTimeParseException damaged) {
            // as below
        }
        throw new LogFolderFailed("The file " + file + " is damaged in the line \"" + line
                + "\". Each line has an entry, the id of a decision, a moment and the code of a legal basis. Copy the file of"
                + " another replica, or from a backup");
    }

    private LogFolderFailed failed(IOException failed) {
        return new LogFolderFailed("The erasures cannot be kept in " + file + ": " + failed);
    }
}
