package kz.sheshim.adapter.http;

import io.smallrye.config.SmallRyeConfigBuilder;

/** The settings of the REST interface without a service around them. */
final class HttpSettingsFixture {
    private HttpSettingsFixture() {}

    /** The defaults, except for one. */
    static HttpSettings with(String name, int value) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(HttpSettings.class)
                .withDefaultValue("sheshim.http." + name, Integer.toString(value))
                .build()
                .getConfigMapping(HttpSettings.class);
    }
}
