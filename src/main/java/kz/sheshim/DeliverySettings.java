package kz.sheshim;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.sheshim.adapter.webhook.Endpoint;
import kz.sheshim.adapter.webhook.SigningSecret;
import kz.sheshim.delivery.LawEvent;
import kz.sheshim.delivery.Retries;
import kz.sheshim.delivery.Routes;
import org.hibernate.validator.constraints.time.DurationMin;

/** The destinations: systems that receive the actions of verdicts and the events of the law. Without a destination nothing is handed over. */
@ConfigMapping(prefix = "sheshim.hand-over")
public interface DeliverySettings {

    /** The destinations by name. A name has small letters, digits and hyphens. */
    Map<String, DestinationSettings> destinations();

    /** The {@code source} of every CloudEvent: it names this service. */
    @WithDefault("urn:sheshim")
    URI source();

    /** Maximum delay after the first failure. It doubles with each further failure. */
    @WithDefault("5s")
    @DurationMin(millis = 1)
    Duration firstDelay();

    /** Maximum delay after any failure. */
    @WithDefault("1h")
    @DurationMin(millis = 1)
    Duration maxDelay();

    /** Time after the first failure until the hand-over becomes a dead letter. */
    @WithDefault("3d")
    Duration giveUpAfter();

    /** How long a delivered or abandoned hand-over can still be seen. */
    @WithDefault("30d")
    Duration keepFor();

    /** A destination. */
    interface DestinationSettings {

        /** The address that receives the events. */
        URI url();

        /** Codes of the actions that it receives; if empty, all actions, or none if it receives events of the law. */
        Optional<Set<String>> actions();

        /** The events of the law that it receives; none if empty. */
        Optional<Set<LawEvent.Kind>> law();

        /** The secrets that sign the events: {@code whsec_…} with 24 to 64 bytes in Base64. Several while one replaces another. */
        List<String> secrets();

        /** Maximum time of an attempt as a whole. */
        @WithDefault("15s")
        @DurationMin(millis = 1)
        Duration maxTime();

        /** Maximum number of attempts in progress, from all services together. */
        @WithDefault("8")
        @Min(1)
        @Max(100)
        int maxAtOnce();
    }

    default Routes routes() {
        return new Routes(destinations().entrySet().stream()
                .map(each -> new Routes.Destination(
                        each.getKey(),
                        each.getValue().actions().orElse(Set.of()),
                        each.getValue().law().orElse(Set.of()),
                        shown(each.getValue().url())))
                .toList());
    }

    /** Without what may be a secret: a password, or what stands behind the path. */
    private static String shown(URI url) {
        return url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort())
                + Objects.requireNonNullElse(url.getRawPath(), "");
    }

    default Retries retries() {
        return new Retries(firstDelay(), maxDelay(), giveUpAfter());
    }

    /**
     * The addresses that receive the events, by the name of the destination.
     *
     * @throws IllegalArgumentException if a destination cannot be used; the message says which one and why
     */
    default Map<String, Endpoint> endpoints() {
        return destinations().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> endpoint(each.getKey(), each.getValue())));
    }

    private static Endpoint endpoint(String name, DestinationSettings settings) {
        try {
            Routes.requireName(name);
            return new Endpoint(
                    settings.url(),
                    settings.secrets().stream().map(SigningSecret::new).toList(),
                    settings.maxTime());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("sheshim.hand-over.destinations." + name + ": " + e.getMessage(), e);
        }
    }
}
