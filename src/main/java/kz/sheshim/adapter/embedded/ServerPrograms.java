package kz.sheshim.adapter.embedded;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL for this machine, unpacked from the class path into the folder of the server, once per release. */
final class ServerPrograms {
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
                        + "): give the service a database in quarkus.datasource.jdbc.url");
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
                    throw new IOException("not below the target: " + entry.getName());
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
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(sha256, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
