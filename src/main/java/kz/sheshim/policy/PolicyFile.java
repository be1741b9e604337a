package kz.sheshim.policy;

import java.util.Arrays;
import java.util.Objects;
import kz.sheshim.finding.Defect;
import org.jspecify.annotations.Nullable;

/**
 * A workbook or a rule file as it lies in its folder: the path below the policy's root, with slashes, and the bytes.
 *
 * @param unread why its bytes were not taken, which are then none; null when they were
 */
public record PolicyFile(String path, byte[] bytes, @Nullable Defect unread) {
    public PolicyFile {
        bytes = bytes.clone();
    }

    public PolicyFile(String path, byte[] bytes) {
        this(path, bytes, null);
    }

    /** A file whose bytes were not taken. */
    public static PolicyFile unread(String path, Defect why) {
        return new PolicyFile(path, new byte[0], why);
    }

    /** Its name without the folder, which people know a workbook by: {@code documents.xlsx}. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PolicyFile that
                && path.equals(that.path)
                && Arrays.equals(bytes, that.bytes)
                && Objects.equals(unread, that.unread);
    }

    @Override
    public int hashCode() {
        return 31 * path.hashCode() + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return path + " (" + bytes.length + " bytes)";
    }
}
