package kz.sheshim.policy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The files of a policy as one zip archive. Unpacked, it is the folder of a policy. */
public final class PolicyArchive {
    /** A fixed time, so that the same files always give the same archive. */
    private static final LocalDateTime NEVER = LocalDateTime.of(1980, 1, 1, 0, 0);

    private PolicyArchive() {}

    public static byte[] of(List<PolicyFile> files) {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            for (PolicyFile file : files) {
                ZipEntry entry = new ZipEntry(file.path());
                entry.setTimeLocal(NEVER);
                zip.putNextEntry(entry);
                zip.write(file.bytes());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return archive.toByteArray();
    }
}
