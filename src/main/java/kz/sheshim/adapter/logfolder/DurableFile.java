package kz.sheshim.adapter.logfolder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;
import java.util.UUID;

/** Writes files so that what was written is on the disk when a method returns. */
final class DurableFile {
    private DurableFile() {}

    /** Makes the folder, and those above it, unless they exist. */
    static Path folder(Path folder) throws IOException {
        Path whole = folder.toAbsolutePath().normalize();
        if (!Files.isDirectory(whole)) {
            Path above = whole.getParent();
            if (above != null) {
                folder(above);
            }
            Files.createDirectories(whole); // another service may have made it meanwhile
            if (above != null) {
                force(above);
            }
        }
        return folder;
    }

    /** Replaces the file as a whole: whoever reads it, also after a crash, sees the old content or the new one. */
    static void replace(Path file, byte[] content, FileAttribute<?>... attributes) throws IOException {
        Path unfinished = unfinished(file, content, attributes);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        force(file.toAbsolutePath().resolveSibling("."));
    }

    /** Makes the file unless it exists; of several services at once one makes it. */
    static void create(Path file, byte[] content, FileAttribute<?>... attributes) throws IOException {
        Path unfinished = unfinished(file, content, attributes);
        try {
            Files.createLink(file, unfinished);
        } catch (FileAlreadyExistsException made) {
            // by another service
        } finally {
            Files.delete(unfinished);
        }
        force(file.toAbsolutePath().resolveSibling("."));
    }

    static void remove(Path file) throws IOException {
        Files.deleteIfExists(file);
        force(file.toAbsolutePath().resolveSibling("."));
    }

    /** Adds to the end of a file that exists: all or nothing, except that after a crash the file may end with a part of the content. */
    static void append(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            long end = channel.size();
            try {
                channel.position(end);
                write(channel, content);
            } catch (IOException full) {
                channel.truncate(end);
                throw full;
            }
        }
    }

    private static Path unfinished(Path file, byte[] content, FileAttribute<?>... attributes) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".unfinished");
        try (FileChannel channel = FileChannel.open(
                unfinished, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)) {
            write(channel, content);
        } catch (IOException full) {
            Files.deleteIfExists(unfinished);
            throw full;
        }
        return unfinished;
    }

    private static void write(FileChannel channel, byte[] content) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
        channel.force(true);
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
