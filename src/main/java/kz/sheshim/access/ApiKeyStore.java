package kz.sheshim.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Stores API keys. It holds hashes only, so a copy of the store gives no access. */
public interface ApiKeyStore {

    /** Stores a new key. MUST NOT return before it is durable. */
    void add(ApiKey key, KeyHash hash);

    /** All keys, newest first, including expired and revoked keys. */
    List<ApiKey> list();

    /**
     * Revokes the key for ever; a key that is already revoked stays unchanged. MUST NOT return before the change is durable.
     *
     * @return whether the key exists
     */
    boolean revoke(KeyId id, Instant at);

    /** The keys that are neither expired nor revoked. */
    Map<KeyHash, ApiKey> valid(Instant now);

    /** Keeps when keys were used last, unless it knows of a later use. */
    void used(Map<KeyId, Instant> last);

    /** When each key was used last; without those that were never used. */
    Map<KeyId, Instant> lastUses();
}
