package kz.sheshim.adapter.embedded;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import kz.sheshim.access.ApiKey;
import kz.sheshim.access.ApiKeys;
import kz.sheshim.access.KeyRing;
import kz.sheshim.access.Role;
import kz.sheshim.access.Submitter;

/** Opens a service with an embedded server to the owner of its folder: a key with all roles, in a file that only he may read. */
public record FirstApiKey(Path file) {
    private static final Submitter OWNER = new Submitter("local");
    private static final Duration VALID = Duration.ofDays(365);

    /** Makes the key and prints it, unless the one in the file still opens the service. */
    public void ensure(KeyRing ring, ApiKeys keys, Clock clock, PrintStream out) {
        try {
            if (Files.exists(file) && ring.find(Files.readString(file).strip()).isPresent()) {
                out.println("The API key of the first start is kept in " + file);
                return;
            }
            ApiKeys.Made made =
                    keys.make(OWNER, EnumSet.allOf(Role.class), clock.instant().plus(VALID));
            write(made.text().reveal());
            tell(made.key(), made.text().reveal(), out);
        } catch (IOException e) {
            throw new UncheckedIOException("the API key cannot be kept in " + file, e);
        }
    }

    private void write(String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text + "\n", StandardOpenOption.SYNC);
    }

    private void tell(ApiKey key, String text, PrintStream out) {
        out.println("API key: " + text);
        out.println("It has all roles until " + key.expires() + " and is kept in " + file
                + ", which only you may read, for the next start");
    }
}
