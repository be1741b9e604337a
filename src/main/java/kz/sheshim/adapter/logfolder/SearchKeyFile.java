package kz.sheshim.adapter.logfolder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import kz.sheshim.log.SearchKey;
import kz.sheshim.log.Secret;

/** The key of the search for case files in a file: 32 bytes in Base64. Only its owner may read the file. */
public final class SearchKeyFile {
    private SearchKeyFile() {}

    /**
     * Reads the key.
     *
     * @throws LogFolderFailed if there is no such file, others may read it, or it has no key
     */
    public static SearchKey read(Path file) {
        try {
            KeyFile.requireOwnerOnly(file);
            return new SearchKey(
                    new Secret(Base64.getDecoder().decode(Files.readString(file).strip())));
        } catch (IOException failed) {
            throw new LogFolderFailed("The key of the search cannot be read from " + file + ": " + failed);
        } catch (IllegalArgumentException notAKey) {
            throw new LogFolderFailed("The file " + file
                    + " has no key of the search: 32 random bytes in Base64 (openssl rand -base64 32 makes one)");
        }
    }

    /** Reads the key; makes a new one if there is no such file. */
    public static SearchKey readOrCreate(Path file) {
        try {
            if (!Files.exists(file)) {
                DurableFile.folder(file.toAbsolutePath().resolveSibling("."));
                String base64 = Base64.getEncoder()
                        .encodeToString(Secret.random(new SecureRandom()).bytes());
                DurableFile.create(file, (base64 + "\n").getBytes(StandardCharsets.US_ASCII), KeyFile.OWNER_ONLY);
            }
            return read(file);
        } catch (IOException failed) {
            throw new LogFolderFailed("The key of the search cannot be written to " + file + ": " + failed);
        }
    }
}
