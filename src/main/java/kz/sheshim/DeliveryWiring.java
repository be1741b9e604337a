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

/** Builds the delivery of events from its adapters. */
@ApplicationScoped
public class DeliveryWiring {
    private static final Logger LOG = Logger.getLogger(DeliveryWiring.class);

    /** After the database and the policy are ready. */
    private static final int LATE = Interceptor.Priority.APPLICATION + 600;

    /** Refuses to start with a destination that cannot be used or that takes an action unknown to the policy. */
    void start(
            @Observes @Priority(LATE) StartupEvent event,
            DeliverySettings settings,
            Rulesets rulesets,
            DeliveryLog deliveries,
            Outbox outbox,
            Instance<DeliveryScheduler> scheduler) {
        try {
            settings.endpoints();
        } catch (IllegalArgumentException e) {
            throw Wiring.refuse("The service does not start, because a setting is wrong: " + e.getMessage());
        }
        Routes routes = settings.routes();
        Set<String> unknown =
                routes.unknownActions(rulesets.inForce().catalogue().actions().keySet());
        if (!unknown.isEmpty()) {
            throw Wiring.refuse(
                    "The service does not start, because a destination in sheshim.hand-over.destinations takes actions that the policy does not have: "
                            + String.join(", ", unknown) + ". Correct the codes or remove them.");
        }
        outbox.routeLaw(routes);
        warnOfUnknownDestinations(deliveries, routes);
        scheduler.get().start();
    }

    private static void warnOfUnknownDestinations(DeliveryLog deliveries, Routes routes) {
        try {
            deliveries.unsettled().stream()
                    .map(DeliveryLog.Unsettled::destination)
                    .filter(destination -> !routes.destinationNames().contains(destination))
                    .forEach(destination -> LOG.warnf(
                            "Hand-overs wait for the destination %s, which is missing in sheshim.hand-over.destinations",
                            destination));
        } catch (LogUnavailable away) {
            LOG.warnf(
                    "The search for hand-overs to destinations that are missing in sheshim.hand-over.destinations failed: %s",
                    away.getMessage());
        }
    }

    void stop(@Observes ShutdownEvent event, Instance<DeliveryScheduler> scheduler) {
        scheduler.get().close();
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
    DeliveryLog deliveryLog(DataSource database) {
        return new PostgresDeliveryLog(database);
    }

    @Produces
    @Singleton
    DeliveryScheduler deliveryScheduler(DataSource database, DeliverySettings settings, Outbox outbox, Clock clock) {
        CloudEvents events = new CloudEvents(settings.source(), JacksonWriter::writeInOneLine);
        Map<String, Integer> maxAttempts = settings.destinations().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().maxAtOnce()));
        return new DeliveryScheduler(
                database,
                maxAttempts,
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
    ManageDeliveries manageDeliveries(DeliveryLog deliveries, Clock clock) {
        return new ManageDeliveries(deliveries, clock);
    }
}
