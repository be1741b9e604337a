package kz.sheshim.adapter.http;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import kz.sheshim.delivery.Delivery;
import kz.sheshim.delivery.DeliveryLog;
import kz.sheshim.delivery.Routes;
import org.jspecify.annotations.Nullable;

/** Refuses a search by a destination that nobody knows: an empty list would read as if all were delivered. */
@Singleton
public final class KnownDestinations {
    private final Routes routes;
    private final DeliveryLog handOvers;

    KnownDestinations(Routes routes, DeliveryLog handOvers) {
        this.routes = routes;
        this.handOvers = handOvers;
    }

    /**
     * The destination is one of the settings, or something waits for it.
     *
     * @param found the hand-overs that the search found; a former destination has some
     */
    public void require(@Nullable String destination, List<Delivery> found) {
        if (destination == null || destination.isEmpty() || !found.isEmpty()) {
            return;
        }
        Parameters.oneOf(
                "destination",
                destination,
                Stream.concat(
                                routes.destinations().stream().map(Routes.Destination::name),
                                handOvers.unsettled().stream().map(DeliveryLog.Unsettled::destination))
                        .distinct()
                        .toList());
    }
}
