package kz.sheshim.adapter.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Optional;

/** A file that somebody names on the command line. Java says of a file that is not there only its name. */
final class NamedFile {
    private NamedFile() {}

    /** All its bytes. */
    static byte[] bytes(Path file) throws IOException {
        requireFile(file);
        return Files.readAllBytes(file);
    }

    static void requireFile(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "it is a folder");
        }
    }

    /** What is wrong with a file, if that is why something failed. */
    static Optional<String> wrong(Throwable failed) {
        Throwable cause = failed.getCause();
        if (cause != null && saysWhat(failed, cause)) {
            return wrong(cause);
        }
        return failed instanceof FileSystemException file && file.getFile() != null
                ? Optional.of(said(file))
                : Optional.empty();
    }

    /** Whether something says no more than its cause. */
    private static boolean saysWhat(Throwable failed, Throwable cause) {
        String text = failed.getMessage();
        return text == null || text.equals(cause.getMessage()) || text.equals(cause.toString());
    }

    private static String said(FileSystemException failed) {
        String name = failed.getFile();
        if (failed instanceof NoSuchFileException) {
            Path folder = Path.of(name).getParent();
            return folder == null || Files.isDirectory(folder)
                    ? "The file " + name + " does not exist."
                    : "The folder " + folder + " does not exist.";
        }
        if (failed instanceof NotDirectoryException) {
            return name + " is not a folder.";
        }
        if (failed instanceof FileAlreadyExistsException) {
            return name + " exists already.";
        }
        if (failed instanceof AccessDeniedException) {
            return "You may not use the file " + name + ".";
        }
        return "The file " + name + " cannot be used"
                + (failed.getReason() == null ? "." : ": " + failed.getReason() + ".");
    }
}
