package kz.sheshim;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;

/** Settings of the API keys. */
@ConfigMapping(prefix = "sheshim.access")
public interface AccessSettings {

    /** SHA-256 of a key that can create the first keys, in hexadecimal digits. {@code sheshim api-keys bootstrap} prints a key and its hash. */
    Optional<String> bootstrapHash();

    /** Interval at which the keys are read again. A key that another replica creates or revokes takes effect here after at most this time. */
    @WithDefault("5s")
    @DurationMin(millis = 100)
    Duration keysKnownFor();
}
