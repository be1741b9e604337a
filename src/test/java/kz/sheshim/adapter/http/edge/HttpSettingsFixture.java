package kz.sheshim.adapter.http.edge;

import io.smallrye.config.SmallRyeConfigBuilder;

/** The settings of the REST interface without a service around them. */
public final class HttpSettingsFixture {
    private HttpSettingsFixture() {}

    /** The defaults, except for one. */
    public static HttpSettings with(String name, int value) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(HttpSettings.class)
                .withDefaultValue("sheshim.http." + name, Integer.toString(value))
                .build()
                .getConfigMapping(HttpSettings.class);
    }
}
