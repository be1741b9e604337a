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

/** Where actions of verdicts are handed over; nowhere without a destination. */
@ConfigMapping(prefix = "sheshim.hand-over")
public interface DeliverySettings {

    /** Where actions go, by names of your choice: small letters, digits and hyphens. */
    Map<String, DestinationSettings> destinations();

    /** Says in every event which service it is from: the {@code source} of CloudEvents. */
    @WithDefault("urn:sheshim")
    URI source();

    /** The most to wait after the first failure; it doubles with each further one. */
    @WithDefault("5s")
    @DurationMin(millis = 1)
    Duration firstDelay();

    /** The most to wait after any failure. */
    @WithDefault("1h")
    @DurationMin(millis = 1)
    Duration mostDelay();

    /** So long after the first failure it is a dead letter. */
    @WithDefault("3d")
    Duration giveUpAfter();

    /** So long what was delivered or given up can still be seen. */
    @WithDefault("30d")
    Duration keepFor();

    /** A destination. */
    interface DestinationSettings {

        /** Where it receives events. */
        URI url();

        /** Codes of the actions that it takes; every action if there is none. */
        Optional<Set<String>> actions();

        /** {@code whsec_…}, each with 24 to 64 bytes in Base64: what events are signed with; several while one replaces another. */
        List<String> secrets();

        /** How long an attempt may take in all. */
        @WithDefault("15s")
        @DurationMin(millis = 1)
        Duration mostTime();

        /** So many attempts may be under way at once, from each service. */
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
     * Where the destinations receive events.
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
