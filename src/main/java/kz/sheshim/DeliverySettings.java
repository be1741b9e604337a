package kz.sheshim;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.sheshim.adapter.webhook.Endpoint;
import kz.sheshim.adapter.webhook.SigningSecret;
import kz.sheshim.delivery.DeliveryTask;
import kz.sheshim.delivery.Retries;
import kz.sheshim.delivery.Routes;
import org.hibernate.validator.constraints.time.DurationMin;

/** Settings of the hand-over of actions to systems outside. Without a destination nothing is handed over. */
@ConfigMapping(prefix = "sheshim.hand-over")
public interface DeliverySettings {

    /** The destinations, by names of your choice: lower-case letters, digits and hyphens. */
    Map<String, DestinationSettings> destinations();

    /** Identifies this service in every event: the {@code source} of CloudEvents. */
    @WithDefault("urn:sheshim")
    URI source();

    /** Maximum delay after the first failure; it doubles with each further failure. */
    @WithDefault("5s")
    @DurationMin(millis = 1)
    Duration firstDelay();

    /** Maximum delay after any failure. */
    @WithDefault("1h")
    @DurationMin(millis = 1)
    Duration mostDelay();

    /** Time since the first failure after which a failed attempt makes the hand-over a dead letter. */
    @WithDefault("3d")
    Duration giveUpAfter();

    /** How long a delivered or abandoned hand-over is still listed. */
    @WithDefault("30d")
    Duration keepFor();

    /** Settings of one destination. */
    interface DestinationSettings {

        /** The URL that events are posted to. */
        URI url();

        /** Codes of the actions that the destination takes; without a code it takes every action. */
        Optional<Set<String>> actions();

        /** Secrets that events are signed with: {@code whsec_} and 24 to 64 bytes in Base64 each. Two while one replaces the other. */
        List<String> secrets();

        /** Timeout of a whole attempt. */
        @WithDefault("15s")
        @DurationMin(millis = 1)
        Duration mostTime();

        /** Maximum number of attempts in progress, for each service. */
        @WithDefault("8")
        @Min(1)
        @Max(100)
        int mostAtOnce();
    }

    default Routes routes() {
        return new Routes(destinations().entrySet().stream()
                .map(each -> new Routes.Destination(
                        each.getKey(), each.getValue().actions().orElse(Set.of())))
                .toList());
    }

    default Retries retries() {
        return new Retries(firstDelay(), mostDelay(), giveUpAfter());
    }

    /**
     * The endpoints of the destinations, by name.
     *
     * @throws IllegalArgumentException if a destination cannot be used; the message says which one and why
     */
    default Map<String, Endpoint> endpoints() {
        return destinations().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> endpoint(each.getKey(), each.getValue())));
    }

    private static Endpoint endpoint(String name, DestinationSettings settings) {
        try {
            DeliveryTask.requireDestination(name);
            return new Endpoint(
                    settings.url(),
                    settings.secrets().stream().map(SigningSecret::new).toList(),
                    settings.mostTime());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("sheshim.hand-over.destinations." + name + ": " + e.getMessage(), e);
        }
    }
}
