package kz.sheshim;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.sql.DataSource;
import kz.sheshim.access.ApiKeyStore;
import kz.sheshim.access.ApiKeys;
import kz.sheshim.access.KeyHash;
import kz.sheshim.access.KeyId;
import kz.sheshim.access.KeyRing;
import kz.sheshim.access.Sessions;
import kz.sheshim.adapter.embedded.FirstApiKey;
import kz.sheshim.adapter.postgres.PostgresApiKeyStore;
import kz.sheshim.adapter.postgres.PostgresSessionStore;
import org.jboss.logging.Logger;

/** Builds what identifies submitters and checks their keys. */
@ApplicationScoped
public class AccessWiring {
    private static final Logger LOG = Logger.getLogger(AccessWiring.class);

    /** Reads the keys and keeps them up to date from now on. The tables of the database must exist. */
    static void open(
            KeyRing ring,
            ApiKeys keys,
            Clock clock,
            AccessSettings settings,
            SheshimSettings.EmbeddedSettings embedded) {
        ring.reload();
        ring.reloadEvery(
                settings.keysKnownFor(),
                failed -> LOG.warnf(
                        "The API keys cannot be read again. The keys that were read last stay valid: %s",
                        failed.getMessage()));
        ring.writeUsesEvery(
                settings.keysKnownFor(),
                failed -> LOG.warnf(
                        "It cannot be written which API keys are used. It is tried again: %s", failed.getMessage()));
        embedded.apiKeyFile().ifPresent(file -> new FirstApiKey(file).ensure(ring, keys, clock, System.out));
    }

    @Produces
    @Singleton
    ApiKeyStore apiKeyStore(DataSource database) {
        return new PostgresApiKeyStore(database);
    }

    @Produces
    @Singleton
    KeyRing keyRing(ApiKeyStore store, Clock clock, AccessSettings settings) {
        return new KeyRing(
                store, clock, settings.bootstrapHash().map(AccessWiring::hash).orElse(null));
    }

    void close(@Disposes KeyRing ring) {
        ring.close();
    }

    @Produces
    @Singleton
    Sessions sessions(DataSource database, KeyRing ring, Clock clock, AccessSettings settings) {
        return new Sessions(
                new PostgresSessionStore(database), ring, clock, settings.sessionIdle(), settings.maxSession());
    }

    @Produces
    @Singleton
    ApiKeys apiKeys(ApiKeyStore store, KeyRing ring, Clock clock) {
        return new ApiKeys(store, ring, () -> new KeyId(UuidCreator.getTimeOrderedEpoch(clock.instant())), clock);
    }

    private static KeyHash hash(String hex) {
        return KeyHash.of(hex)
                .orElseThrow(() -> new ConfigurationException(
                        "sheshim.access.bootstrap-hash must be a SHA-256: 64 hexadecimal digits in lower case"));
    }
}
