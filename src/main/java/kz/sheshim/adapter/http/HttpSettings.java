package kz.sheshim.adapter.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the REST interface. */
@ConfigMapping(prefix = "sheshim.http")
public interface HttpSettings {

    /** The largest body that is read, in bytes. */
    @WithDefault("1000000")
    int maxBytes();
}
