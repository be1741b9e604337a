package kz.sheshim.adapter.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The random password of one role of the embedded server, in a file that only the owner of the folder can read. */
record ServerPassword(String value) {
    private static final String FORM = "[A-Za-z0-9_-]+";

    ServerPassword {
        if (!value.matches(FORM)) {
            throw new EmbeddedServerFailed("The file with a password of the embedded PostgreSQL is damaged");
        }
    }

    static ServerPassword in(Path file) throws IOException {
        return new ServerPassword(Files.readString(file).strip());
    }

    /** Makes a new password in the place of the one before. */
    static ServerPassword makeIn(Path file) throws IOException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, Base64.getUrlEncoder().encodeToString(random), StandardOpenOption.SYNC);
        return in(file);
    }

    /** The password in the file; a new one if there is no file, or it was being written when the service was killed. */
    static ServerPassword inOrMade(Path file) throws IOException {
        return Files.exists(file) && Files.readString(file).strip().matches(FORM) ? in(file) : makeIn(file);
    }

    @Override
    public String toString() {
        return "***";
    }
}
