package kz.sheshim.adapter.logfolder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;

/** Writes files so that what was written is on the disk when a method returns. */
final class DurableFile {
    private DurableFile() {}

    /** Replaces the file as a whole: whoever reads it, also after a crash, sees the old content or the new one. */
    static void replace(Path file, byte[] content, FileAttribute<?>... attributes) throws IOException {
        Path unfinished = file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid() + ".unfinished");
        Files.deleteIfExists(unfinished);
        write(unfinished, content, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel folder =
                FileChannel.open(file.toAbsolutePath().resolveSibling("."), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    /** Adds to the end of a file that exists. After a crash the file may end with a part of the content. */
    static void append(Path file, byte[] content) throws IOException {
        write(file, content, Set.of(StandardOpenOption.APPEND));
    }

    private static void write(
            Path file, byte[] content, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        try (FileChannel channel = FileChannel.open(file, options, attributes)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }
}
