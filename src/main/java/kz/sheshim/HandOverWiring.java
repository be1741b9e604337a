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
import kz.sheshim.adapter.postgres.PostgresHandOvers;
import kz.sheshim.adapter.postgres.PostgresOutbox;
import kz.sheshim.adapter.scheduler.ErrandScheduler;
import kz.sheshim.adapter.webhook.CloudEvents;
import kz.sheshim.adapter.webhook.WebhookDelivery;
import kz.sheshim.delivery.HandOvers;
import kz.sheshim.delivery.Operate;
import kz.sheshim.delivery.Outbox;
import kz.sheshim.delivery.Routes;
import kz.sheshim.delivery.RunErrand;
import kz.sheshim.log.LogUnavailable;
import kz.sheshim.publication.Rulesets;
import org.jboss.logging.Logger;

/** Where the hand-over is built from its adapters. */
@ApplicationScoped
public class HandOverWiring {
    private static final Logger LOG = Logger.getLogger(HandOverWiring.class);

    /** When the database and the policy are there. */
    private static final int LATE = Interceptor.Priority.APPLICATION + 600;

    /** A destination that cannot be used, or takes an action that the policy does not have, stops the start. */
    void start(
            @Observes @Priority(LATE) StartupEvent event,
            HandOverSettings settings,
            Rulesets rulesets,
            HandOvers handOvers,
            Instance<ErrandScheduler> errands) {
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

    private static void warnOfWhatGoesNowhere(HandOvers handOvers, Routes routes) {
        try {
            handOvers.unsettled().stream()
                    .map(HandOvers.Unsettled::destination)
                    .filter(destination -> !routes.destinations().contains(destination))
                    .forEach(destination -> LOG.warnf(
                            "Hand-overs wait for the destination %s, which is not among the settings", destination));
        } catch (LogUnavailable away) {
            LOG.warnf(
                    "Whether hand-overs wait for destinations that are not among the settings is not known: %s",
                    away.getMessage());
        }
    }

    void stop(@Observes ShutdownEvent event, Instance<ErrandScheduler> errands) {
        errands.get().close();
    }

    @Produces
    @Singleton
    Routes routes(HandOverSettings settings) {
        return settings.routes();
    }

    @Produces
    @Singleton
    Outbox outbox(DataSource database) {
        return new PostgresOutbox(database);
    }

    @Produces
    @Singleton
    HandOvers handOvers(DataSource database) {
        return new PostgresHandOvers(database);
    }

    @Produces
    @Singleton
    ErrandScheduler errandScheduler(DataSource database, HandOverSettings settings, Outbox outbox, Clock clock) {
        CloudEvents events = new CloudEvents(settings.source(), JacksonWriter::writeInOneLine);
        Map<String, Integer> mostAtOnce = settings.destinations().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().maxAtOnce()));
        return new ErrandScheduler(
                database,
                mostAtOnce,
                new RunErrand(
                        outbox,
                        new WebhookDelivery(settings.endpoints(), events, clock),
                        settings.retries(),
                        clock,
                        new Random()),
                outbox,
                settings.keepFor(),
                clock);
    }

    @Produces
    @Singleton
    Operate operate(HandOvers handOvers, ErrandScheduler errands, Clock clock) {
        return new Operate(handOvers, errands, clock);
    }
}
