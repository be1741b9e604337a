package kz.sheshim.ruleset;

import java.util.Arrays;

/** A workbook or a rule file as it lies in its folder: the path below the policy's root, with slashes, and the bytes. */
public record PolicyFile(String path, byte[] bytes) {
    public PolicyFile {
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PolicyFile that && path.equals(that.path) && Arrays.equals(bytes, that.bytes);
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
