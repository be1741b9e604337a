package kz.sheshim;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;

/** Who may use the service. */
@ConfigMapping(prefix = "sheshim.access")
public interface AccessSettings {

    /** The SHA-256 of a key that may make the first keys, in hexadecimal digits; {@code api-keys bootstrap} makes both. */
    Optional<String> bootstrapHash();

    /** After so long at most a key that another replica revoked opens nothing here, and one that it made opens. */
    @WithDefault("5s")
    @DurationMin(millis = 100)
    Duration keysKnownFor();
}
