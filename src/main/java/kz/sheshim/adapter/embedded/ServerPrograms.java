package kz.sheshim.adapter.embedded;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import kz.sheshim.hash.Sha256;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks the programs of PostgreSQL for this machine from the class path into the folder of the server, once per release. */
final class ServerPrograms {
    private static final int DIGEST_LENGTH = 16;

    private ServerPrograms() {}

    /** Returns the folder that holds {@code initdb}, {@code pg_ctl} and {@code postgres}. */
    static Path unpack(ServerFolder folder) throws IOException {
        byte[] archive = archive();
        Path programs = folder.root().resolve("programs-" + digest(archive));
        if (!Files.isDirectory(programs)) {
            Path unfinished = folder.root().resolve("programs.unfinished");
            ServerFolder.delete(unfinished);
            unpack(archive, unfinished);
            folder.rename(unfinished, programs);
        }
        return programs.resolve("bin");
    }

    private static byte[] archive() throws IOException {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String processor = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        String name = "postgres-" + system + "-" + processor + ".txz";
        try (InputStream archive = ServerPrograms.class.getResourceAsStream("/" + name)) {
            if (archive == null) {
                throw new EmbeddedServerFailed("There is no embedded PostgreSQL for this machine (" + name
                        + "). Set quarkus.datasource.jdbc.url to a database.");
            }
            return archive.readAllBytes();
        }
    }

    private static void unpack(byte[] archive, Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("the archive has a file outside its folder: " + entry.getName());
                }
                Files.createDirectories(entry.isDirectory() ? path : path.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else if (entry.isFile()) {
                    Files.copy(tar, path);
                    if (entry.getName().matches("(\\./)?bin/.*")
                            && !path.toFile().setExecutable(true, false)) {
                        throw new IOException("cannot be made executable: " + path);
                    }
                }
            }
        }
    }

    private static String digest(byte[] archive) {
        return Sha256.hex(archive).substring(0, DIGEST_LENGTH);
    }
}
