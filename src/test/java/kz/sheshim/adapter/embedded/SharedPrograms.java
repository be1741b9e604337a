package kz.sheshim.adapter.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Unpacks PostgreSQL (60 MB) once for all tests, instead of into each temporary folder. */
public final class SharedPrograms {
    private SharedPrograms() {}

    /** Links the programs in {@code target} into the folder of a server. */
    public static void in(Path folder) throws IOException {
        Path programs = ServerPrograms.unpack(
                        ServerFolder.at(Path.of("target", "postgres-programs-" + System.getProperty("test.fork", "1"))))
                .getParent();
        Files.createSymbolicLink(folder.resolve(programs.getFileName()), programs);
    }

    /** Removes the link before the folder is deleted. */
    public static void unlink(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path link : entries.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
    }
}
