package kz.sheshim.adapter.pkcs11;

import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKA_EC_POINT;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKK_EC_EDWARDS;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKM_EDDSA;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKR_CRYPTOKI_ALREADY_INITIALIZED;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKR_USER_ALREADY_LOGGED_IN;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKU_USER;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import kz.sheshim.log.tree.Ed25519;
import kz.sheshim.log.tree.Signer;
import kz.sheshim.log.tree.SigningFailed;
import org.jspecify.annotations.Nullable;
import org.xipki.pkcs11.wrapper.AttributeVector;
import org.xipki.pkcs11.wrapper.Mechanism;
import org.xipki.pkcs11.wrapper.PKCS11Exception;
import org.xipki.pkcs11.wrapper.PKCS11Module;
import org.xipki.pkcs11.wrapper.Session;
import org.xipki.pkcs11.wrapper.Slot;
import org.xipki.pkcs11.wrapper.Token;
import org.xipki.pkcs11.wrapper.TokenException;

/**
 * Signs with an Ed25519 key that never leaves its device (CKK_EC_EDWARDS, CKM_EDDSA of PKCS#11 3.0). The JDK's own PKCS#11 provider has no Ed25519.
 * When the device was away, the next signature logs in to it again.
 */
public final class Pkcs11Signer implements Signer {
    /** What every PKCS#11 library exports. Loading another library would end the process. */
    private static final String ENTRY_POINT = "C_GetFunctionList";
    /** What stands before the 32 bytes of the point in the DER form of some devices: OCTET STRING, 32 bytes. */
    private static final byte[] DER_PREFIX = {0x04, Ed25519.KEY_LENGTH};

    private final Pkcs11Uri uri;
    private final PKCS11Module module;
    private final byte[] publicKey;
    private @Nullable Session session;

    /** Logs in to the device. @throws SigningFailed if there is no such device or key, or the PIN is wrong */
    public Pkcs11Signer(Pkcs11Uri uri) {
        this.uri = uri;
        try {
            this.module = load(uri);
            this.publicKey = publicKey(open());
        } catch (TokenException | IOException failed) {
            throw failed(failed);
        }
    }

    private static PKCS11Module load(Pkcs11Uri uri) throws IOException, TokenException {
        String library = Files.readString(uri.module(), StandardCharsets.ISO_8859_1);
        if (!library.contains(ENTRY_POINT)) {
            throw new SigningFailed(uri.module() + " is not a PKCS#11 library", null);
        }
        WrapperLog.install();
        PKCS11Module module = PKCS11Module.getInstance(uri.module().toString());
        try {
            module.initialize();
        } catch (PKCS11Exception e) {
            if (e.getErrorCode() != CKR_CRYPTOKI_ALREADY_INITIALIZED) { // as by the previous key of the log
                throw e;
            }
        }
        return module;
    }

    private Session open() throws TokenException, IOException {
        Session opened = token().openSession(false);
        this.session = opened;
        try {
            opened.login(CKU_USER, Files.readString(uri.pin()).strip().toCharArray());
        } catch (PKCS11Exception e) {
            if (e.getErrorCode() != CKR_USER_ALREADY_LOGGED_IN) {
                throw e;
            }
        }
        return opened;
    }

    private Token token() throws TokenException {
        for (Slot slot : module.getSlotList(true)) {
            if (slot.getToken().getTokenInfo().getLabel().strip().equals(uri.token())) {
                return slot.getToken();
            }
        }
        throw new SigningFailed("there is no device \"" + uri.token() + "\" at " + uri.module(), null);
    }

    private byte[] publicKey(Session opened) throws TokenException {
        long key = one(opened, AttributeVector.newPublicKey(CKK_EC_EDWARDS), "public");
        byte[] point = opened.getAttrValues(key, CKA_EC_POINT).ecPoint();
        if (point.length == DER_PREFIX.length + Ed25519.KEY_LENGTH
                && Arrays.equals(point, 0, DER_PREFIX.length, DER_PREFIX, 0, DER_PREFIX.length)) {
            point = Arrays.copyOfRange(point, DER_PREFIX.length, point.length);
        }
        if (point.length != Ed25519.KEY_LENGTH) {
            throw new SigningFailed("the key " + uri + " is not an Ed25519 key", null);
        }
        return point;
    }

    private long one(Session opened, AttributeVector kind, String part) throws TokenException {
        long[] keys = opened.findAllObjectsSingle(kind.label(uri.object()));
        if (keys.length != 1) {
            throw new SigningFailed(
                    "the device \"" + uri.token() + "\" has " + (keys.length == 0 ? "no" : "several") + " " + part
                            + " Ed25519 key" + (keys.length == 0 ? "" : "s") + " with the label \"" + uri.object()
                            + "\"",
                    null);
        }
        return keys[0];
    }

    @Override
    public byte[] publicKey() {
        return publicKey.clone();
    }

    @Override
    public synchronized byte[] sign(byte[] message) {
        try {
            Session open = session == null ? open() : session;
            long key = one(open, AttributeVector.newPrivateKey(CKK_EC_EDWARDS), "private");
            return open.signSingle(new Mechanism(CKM_EDDSA), key, message);
        } catch (TokenException | IOException failed) {
            close();
            throw failed(failed);
        }
    }

    private void close() {
        Session open = session;
        session = null;
        if (open != null) {
            try {
                open.closeSession();
            } catch (PKCS11Exception gone) {
                // with its device
            }
        }
    }

    private SigningFailed failed(Exception cause) {
        return new SigningFailed("the key " + uri + " cannot be used: " + cause, cause);
    }
}
