package kz.sheshim.adapter.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Spares tests the unpacking of PostgreSQL (60 MB) into each temporary folder. */
public final class SharedPrograms {
    private SharedPrograms() {}

    /** Lets a server on the folder use the programs that lie in {@code target}. */
    public static void in(Path folder) throws IOException {
        Path programs = ServerPrograms.unpack(
                        ServerFolder.at(Path.of("target", "postgres-programs-" + System.getProperty("test.fork", "1"))))
                .getParent();
        Files.createSymbolicLink(folder.resolve(programs.getFileName()), programs);
    }

    /** Takes the link away again, before the folder is deleted. */
    public static void unlink(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path link : entries.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
    }
}
