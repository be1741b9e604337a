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
import java.util.Optional;
import kz.sheshim.access.ApiKey;
import kz.sheshim.access.ApiKeys;
import kz.sheshim.access.KeyRing;
import kz.sheshim.access.Role;
import kz.sheshim.access.Submitter;

/** The first API key of a service with an embedded server: it has all roles and lies in a file that only the owner of the folder can read. */
public record FirstApiKey(Path file) {
    private static final Submitter SUBMITTER = new Submitter("local");
    private static final Duration VALID = Duration.ofDays(365);

    /** The key in the file, if it is there and still valid. */
    public Optional<ApiKey> known(KeyRing ring) {
        try {
            return Files.exists(file) ? ring.find(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the API key cannot be read from " + file, e);
        }
    }

    /** Creates the key and prints it, unless the key in the file is still valid. */
    public void ensure(KeyRing ring, ApiKeys keys, Clock clock, PrintStream out) {
        if (known(ring).isPresent()) {
            out.println("The API key is in the file " + file);
            return;
        }
        try {
            ApiKeys.NewKey created = keys.create(
                    SUBMITTER, EnumSet.allOf(Role.class), clock.instant().plus(VALID));
            write(created.text().reveal());
            print(created.key(), created.text().reveal(), out);
        } catch (IOException e) {
            throw new UncheckedIOException("the API key cannot be written to " + file, e);
        }
    }

    private void write(String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text + "\n", StandardOpenOption.SYNC);
    }

    private void print(ApiKey key, String text, PrintStream out) {
        out.println("API key: " + text);
        out.println(
                "It has all roles until " + key.expires() + ". It is stored in " + file + ", which only you can read.");
    }
}
