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

    /** After so long without a request a session of the desk ends. */
    @WithDefault("1h")
    @DurationMin(minutes = 1)
    Duration sessionIdle();

    /** After so long a session of the desk ends in any case. */
    @WithDefault("12h")
    @DurationMin(minutes = 1)
    Duration sessionLongest();
}
