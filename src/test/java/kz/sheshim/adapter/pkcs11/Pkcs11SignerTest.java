package kz.sheshim.adapter.pkcs11;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKK_EC_EDWARDS;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKM_EC_EDWARDS_KEY_PAIR_GEN;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKU_USER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import kz.sheshim.log.tree.Checkpoint;
import kz.sheshim.log.tree.Ed25519;
import kz.sheshim.log.tree.Hash;
import kz.sheshim.log.tree.NoteSigner;
import kz.sheshim.log.tree.SigningFailed;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xipki.pkcs11.wrapper.KeyPairTemplate;
import org.xipki.pkcs11.wrapper.Mechanism;
import org.xipki.pkcs11.wrapper.PKCS11Module;
import org.xipki.pkcs11.wrapper.Session;
import org.xipki.pkcs11.wrapper.Slot;
import org.xipki.pkcs11.wrapper.TokenException;

/** With SoftHSM, where Debian's package {@code softhsm2} is installed. Its settings are in the file of SOFTHSM2_CONF (pom.xml). */
class Pkcs11SignerTest {
    private static final Path LIBRARY = Path.of("/usr/lib/softhsm/libsofthsm2.so");
    private static final byte[] ED25519 = HexFormat.of().parseHex("06032b6570");
    private static final String PIN = "5678";

    @TempDir
    private static Path folder;

    private static PKCS11Module module;

    @BeforeAll
    static void device() throws IOException, InterruptedException, TokenException {
        Assumptions.assumeTrue(Files.exists(LIBRARY), "Debian's package softhsm2 is not installed");
        Path tokens = Files.createDirectory(folder.resolve("tokens"));
        Files.writeString(Path.of(System.getenv("SOFTHSM2_CONF")), "directories.tokendir = " + tokens + "\n");
        init("court");
        Files.writeString(folder.resolve("pin"), PIN + "\n");
        module = PKCS11Module.getInstance(LIBRARY.toString());
        module.initialize();
        make("log");
        make("twice");
        make("twice");
    }

    private static void init(String token) throws IOException, InterruptedException {
        Process init = new ProcessBuilder(
                        "softhsm2-util", "--init-token", "--free", "--label", token, "--so-pin", "1234", "--pin", PIN)
                .redirectErrorStream(true)
                .start();
        assertThat(new String(init.getInputStream().readAllBytes(), UTF_8)).contains("initialized");
        assertThat(init.waitFor()).isZero();
    }

    private static void make(String label) throws TokenException {
        for (Slot slot : module.getSlotList(true)) {
            if (slot.getToken().getTokenInfo().getLabel().strip().equals("court")) {
                Session session = slot.getToken().openSession(true);
                session.login(CKU_USER, PIN.toCharArray());
                KeyPairTemplate pair =
                        new KeyPairTemplate(CKK_EC_EDWARDS).token(true).signVerify(true);
                pair.privateKey().label(label).sensitive(true).extractable(false);
                pair.publicKey().label(label).ecParams(ED25519);
                session.generateKeyPair(new Mechanism(CKM_EC_EDWARDS_KEY_PAIR_GEN), pair);
                session.closeSession();
            }
        }
    }

    private static Pkcs11Signer signer(String token, String object) {
        return new Pkcs11Signer(new Pkcs11Uri(token, object, LIBRARY, folder.resolve("pin")));
    }

    @Test
    void signsCheckpointsThatEverybodyCanVerify() {
        Pkcs11Signer key = signer("court", "log");
        byte[] message = "text".getBytes(UTF_8);
        assertThat(Ed25519.verify(key.publicKey(), message, key.sign(message))).isTrue();
        Checkpoint checkpoint = new Checkpoint("court.example.org/log", 0, Hash.EMPTY_ROOT);
        NoteSigner signer = new NoteSigner("court.example.org/log", key);
        assertThat(checkpoint.sign(signer).signatures()).hasSize(1);
        assertThat(signer("court", "log").publicKey()).as("after a restart").isEqualTo(key.publicKey());
    }

    @Test
    void logsInAgainAfterTheDeviceWasAway() throws Exception {
        Pkcs11Signer key = signer("court", "log");
        byte[] message = "text".getBytes(UTF_8);
        key.sign(message);
        logOut();
        assertThatExceptionOfType(SigningFailed.class)
                .isThrownBy(() -> key.sign(message))
                .withMessageContaining("\"log\" of the device \"court\" cannot be used");
        assertThat(Ed25519.verify(key.publicKey(), message, key.sign(message))).isTrue();
    }

    @Test
    void whatIsNotThereIsNamed() throws IOException {
        assertRefused(
                "there is no device \"registry\"", new Pkcs11Uri("registry", "log", LIBRARY, folder.resolve("pin")));
        assertRefused(
                "has no public Ed25519 key with the label \"other\"",
                new Pkcs11Uri("court", "other", LIBRARY, folder.resolve("pin")));
        assertRefused(
                "has several public Ed25519 keys with the label \"twice\"",
                new Pkcs11Uri("court", "twice", LIBRARY, folder.resolve("pin")));
        assertRefused("no-such-file", new Pkcs11Uri("court", "log", LIBRARY, folder.resolve("no-such-file")));
        assertRefused("missing.so", new Pkcs11Uri("court", "log", folder.resolve("missing.so"), folder.resolve("pin")));
        Path text = Files.writeString(folder.resolve("text.so"), "text");
        assertRefused("text.so is not a PKCS#11 library", new Pkcs11Uri("court", "log", text, folder.resolve("pin")));
    }

    @Test
    void wrongPinIsRefused() throws Exception {
        logOut(); // who is logged in stays so for the whole process
        assertRefused(
                "CKR_PIN_INCORRECT",
                new Pkcs11Uri("court", "log", LIBRARY, Files.writeString(folder.resolve("wrong"), "0000")));
    }

    private static void logOut() throws TokenException, iaik.pkcs.pkcs11.wrapper.PKCS11Exception {
        for (Slot slot : module.getSlotList(true)) {
            module.getPKCS11Module().C_CloseAllSessions(slot.getSlotID());
        }
    }

    private static void assertRefused(String reason, Pkcs11Uri uri) {
        assertThatExceptionOfType(SigningFailed.class)
                .isThrownBy(() -> new Pkcs11Signer(uri))
                .withMessageContaining(reason);
    }
}
