package kz.sheshim.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Where keys are kept. Nothing but their hashes is, so a copy of it opens nothing. */
public interface ApiKeyStore {

    /** Keeps a new key; returns when that is durable. */
    void add(ApiKey key, KeyHash hash);

    /** All keys, newest first; those that are expired or revoked too. */
    List<ApiKey> list();

    /**
     * Revokes the key, for ever; one that is revoked stays as it is. Returns when that is durable.
     *
     * @return whether there is such a key
     */
    boolean revoke(KeyId id, Instant at);

    /** The keys that open something at this moment. */
    Map<KeyHash, ApiKey> usable(Instant now);
}
