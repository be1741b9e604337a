package kz.sheshim.adapter.logfolder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import kz.sheshim.log.tree.Ed25519;

/** An Ed25519 private key in a file: PKCS#8 as PEM, as {@code openssl genpkey -algorithm ed25519} writes it. Only its owner may read the file. */
public final class KeyFile {
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";
    private static final Set<PosixFilePermission> OTHERS =
            EnumSet.complementOf(EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));

    static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private KeyFile() {}

    /**
     * Reads the key.
     *
     * @throws LogFolderFailed if there is no such file, others may read it, or it has no Ed25519 key
     */
    public static KeyPair read(Path file) {
        try {
            requireOwnerOnly(file);
            String pem = Files.readString(file).strip();
            if (!pem.startsWith(BEGIN) || !pem.endsWith(END)) {
                throw notAKey(file);
            }
            byte[] pkcs8 = Base64.getMimeDecoder().decode(pem.substring(BEGIN.length(), pem.length() - END.length()));
            PrivateKey key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            byte[] seed = ((EdECPrivateKey) key).getBytes().orElseThrow(() -> notAKey(file));
            return Ed25519.keyPair(seed);
        } catch (IOException failed) {
            throw new LogFolderFailed("The private key cannot be read from " + file + ": " + failed);
        } catch (GeneralSecurityException | IllegalArgumentException failed) {
            throw notAKey(file);
        }
    }

    static void requireOwnerOnly(Path file) throws IOException {
        if (Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
            throw new LogFolderFailed(
                    "The file " + file + " has a secret key that others may read or run. Run: chmod 600 " + file);
        }
    }

    private static LogFolderFailed notAKey(Path file) {
        return new LogFolderFailed("The file " + file
                + " has no Ed25519 private key in PEM (openssl genpkey -algorithm ed25519 makes one)");
    }

    /** Reads the key; makes a new one if there is no such file. */
    public static KeyPair readOrCreate(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            return read(file);
        } catch (IOException failed) {
            throw new LogFolderFailed("The private key cannot be written to " + file + ": " + failed);
        }
    }

    private static void create(Path file) throws IOException {
        byte[] seed = new byte[Ed25519.KEY_LENGTH];
        new SecureRandom().nextBytes(seed);
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(Ed25519.keyPair(seed).getPrivate().getEncoded());
        DurableFile.folder(file.toAbsolutePath().resolveSibling("."));
        DurableFile.create(
                file, (BEGIN + "\n" + base64 + "\n" + END + "\n").getBytes(StandardCharsets.US_ASCII), OWNER_ONLY);
    }
}
