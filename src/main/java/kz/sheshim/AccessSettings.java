package kz.sheshim;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;

/** Who may use the service. */
@ConfigMapping(prefix = "sheshim.access")
public interface AccessSettings {

    /** SHA-256 of a key that may make the first keys, in hexadecimal digits. {@code api-keys bootstrap} makes both. */
    Optional<String> bootstrapHash();

    /** Maximum time until a key that another replica made or revoked is known here. */
    @WithDefault("5s")
    @DurationMin(millis = 100)
    Duration keysKnownFor();

    /** A person at the desk who opens no page for this time must sign in again. */
    @WithDefault("1h")
    @DurationMin(minutes = 1)
    Duration sessionIdle();

    /** A person at the desk must sign in again this long after signing in. */
    @WithDefault("12h")
    @DurationMin(minutes = 1)
    Duration maxSession();
}
