package kz.sheshim;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import kz.sheshim.adapter.json.JacksonWriter;
import kz.sheshim.adapter.postgres.PostgresDeliveryLog;
import kz.sheshim.adapter.postgres.PostgresOutbox;
import kz.sheshim.adapter.scheduler.DeliveryScheduler;
import kz.sheshim.adapter.webhook.CloudEvents;
import kz.sheshim.adapter.webhook.WebhookTransport;
import kz.sheshim.delivery.DeliverActions;
import kz.sheshim.delivery.DeliveryLog;
import kz.sheshim.delivery.ManageDeliveries;
import kz.sheshim.delivery.Outbox;
import kz.sheshim.delivery.Routes;
import kz.sheshim.log.LogUnavailable;
import kz.sheshim.publication.Rulesets;
import org.jboss.logging.Logger;

/** Where the hand-over is built from its adapters. */
@ApplicationScoped
public class DeliveryWiring {
    private static final Logger LOG = Logger.getLogger(DeliveryWiring.class);

    /** When the database and the policy are there. */
    private static final int LATE = Interceptor.Priority.APPLICATION + 600;

    /** A destination that cannot be used, or takes an action that the policy does not have, stops the start. */
    void start(
            @Observes @Priority(LATE) StartupEvent event,
            DeliverySettings settings,
            Rulesets rulesets,
            DeliveryLog handOvers,
            Instance<DeliveryScheduler> errands) {
        try {
            settings.endpoints();
        } catch (IllegalArgumentException e) {
            throw Wiring.refuse("A setting cannot be used, so the service does not start: " + e.getMessage());
        }
        Routes routes = settings.routes();
        Set<String> unknown =
                routes.unknown(rulesets.inForce().catalogue().actions().keySet());
        if (!unknown.isEmpty()) {
            throw Wiring.refuse(
                    "The policy has no action " + String.join(", ", unknown)
                            + ", so what a destination of sheshim.hand-over means by it would never be handed over, and the service does not start.");
        }
        warnOfWhatGoesNowhere(handOvers, routes);
        errands.get().start();
    }

    private static void warnOfWhatGoesNowhere(DeliveryLog handOvers, Routes routes) {
        try {
            handOvers.unsettled().stream()
                    .map(DeliveryLog.Unsettled::destination)
                    .filter(destination -> !routes.destinations().contains(destination))
                    .forEach(destination -> LOG.warnf(
                            "Hand-overs wait for the destination %s, which is not among the settings", destination));
        } catch (LogUnavailable away) {
            LOG.warnf(
                    "Whether hand-overs wait for destinations that are not among the settings is not known: %s",
                    away.getMessage());
        }
    }

    void stop(@Observes ShutdownEvent event, Instance<DeliveryScheduler> errands) {
        errands.get().close();
    }

    @Produces
    @Singleton
    Routes routes(DeliverySettings settings) {
        return settings.routes();
    }

    @Produces
    @Singleton
    Outbox outbox(DataSource database) {
        return new PostgresOutbox(database);
    }

    @Produces
    @Singleton
    DeliveryLog handOvers(DataSource database) {
        return new PostgresDeliveryLog(database);
    }

    @Produces
    @Singleton
    DeliveryScheduler errandScheduler(DataSource database, DeliverySettings settings, Outbox outbox, Clock clock) {
        CloudEvents events = new CloudEvents(settings.source(), JacksonWriter::writeInOneLine);
        Map<String, Integer> mostAtOnce = settings.destinations().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().mostAtOnce()));
        return new DeliveryScheduler(
                database,
                mostAtOnce,
                new DeliverActions(
                        outbox,
                        new WebhookTransport(settings.endpoints(), events, clock),
                        settings.retries(),
                        clock,
                        new Random()),
                outbox,
                settings.keepFor(),
                clock);
    }

    @Produces
    @Singleton
    ManageDeliveries operate(DeliveryLog handOvers, DeliveryScheduler errands, Clock clock) {
        return new ManageDeliveries(handOvers, errands, clock);
    }
}
