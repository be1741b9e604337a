package kz.sheshim.adapter.scheduler;

import static kz.sheshim.AwaitFixture.await;
import static kz.sheshim.DoneFixture.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.cloudevents.CloudEvent;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kz.sheshim.ReceiverFixture;
import kz.sheshim.access.Submitter;
import kz.sheshim.adapter.json.JacksonWriter;
import kz.sheshim.adapter.postgres.DecisionFixture;
import kz.sheshim.adapter.postgres.PostgresDecisionLog;
import kz.sheshim.adapter.postgres.PostgresDeliveryLog;
import kz.sheshim.adapter.postgres.PostgresFixture;
import kz.sheshim.adapter.postgres.PostgresOutbox;
import kz.sheshim.adapter.postgres.PostgresRevisionStore;
import kz.sheshim.adapter.webhook.CloudEvents;
import kz.sheshim.adapter.webhook.Endpoint;
import kz.sheshim.adapter.webhook.SigningSecret;
import kz.sheshim.adapter.webhook.WebhookTransport;
import kz.sheshim.delivery.ActionEvent;
import kz.sheshim.delivery.DeliverActions;
import kz.sheshim.delivery.Delivery;
import kz.sheshim.delivery.DeliveryLog;
import kz.sheshim.delivery.DeliveryNumber;
import kz.sheshim.delivery.ManageDeliveries;
import kz.sheshim.delivery.Outbox;
import kz.sheshim.delivery.Retries;
import kz.sheshim.delivery.Routes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.ds.PGSimpleDataSource;

/** Two services on one database deliver from the outbox to receivers that respond, fail and hang. */
class DeliverySchedulerIT {
    @RegisterExtension
    static final PostgresFixture POSTGRES = new PostgresFixture();

    /** Timeout of an attempt. The event of an attempt that times out may have arrived; it is then sent again. */
    private static final Duration LITTLE_TIME = Duration.ofMillis(500);

    private static final Retries RETRIES =
            new Retries(Duration.ofMillis(20), Duration.ofMillis(200), Duration.ofMinutes(5));
    private static final Submitter SUBMITTER = new Submitter("front office");
    private static final String RING = "ring-the-bell";
    private static final String LIGHT = "light-the-lamp";

    private final ReceiverFixture tower = new ReceiverFixture();
    private final ReceiverFixture harbour = new ReceiverFixture();
    private final Routes routes = new Routes(List.of(
            new Routes.Destination("tower", Set.of(RING, LIGHT)), new Routes.Destination("harbour", Set.of(LIGHT))));
    private final PostgresDecisionLog log = DecisionFixture.log(POSTGRES, routes);
    private final PostgresDeliveryLog deliveries = new PostgresDeliveryLog(POSTGRES.database());
    private final List<DeliveryScheduler> services = new ArrayList<>();
    private final List<AgroalDataSource> pools = new ArrayList<>();
    private Duration mostTime = Duration.ofSeconds(30);

    @BeforeAll
    static void keepRevision() {
        new PostgresRevisionStore(POSTGRES.database())
                .store(DecisionFixture.REVISION, DecisionFixture.FILES, Instant.EPOCH);
    }

    @BeforeEach
    void empty() throws Exception {
        POSTGRES.execute("TRUNCATE hand_over, scheduled_tasks");
    }

    @AfterEach
    void close() {
        services.forEach(DeliveryScheduler::close);
        pools.forEach(AgroalDataSource::close);
        tower.close();
        harbour.close();
        assertThat(tower.faults()).isEmpty();
        assertThat(harbour.faults()).isEmpty();
    }

    /** With a connection pool, as in the service. */
    private static AgroalDataSource pool() {
        PGSimpleDataSource database = (PGSimpleDataSource) POSTGRES.database();
        try {
            return AgroalDataSource.from(
                    new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool -> pool.maxSize(20)
                            .connectionFactoryConfiguration(connection -> connection
                                    .jdbcUrl(database.getUrl())
                                    .principal(new NamePrincipal(database.getUser()))
                                    .credential(new SimplePassword(database.getPassword())))));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private DeliveryScheduler start() {
        AgroalDataSource pool = pool();
        pools.add(pool);
        Outbox outbox = new PostgresOutbox(pool);
        WebhookTransport delivery = new WebhookTransport(
                Map.of("tower", endpoint(tower), "harbour", endpoint(harbour)),
                new CloudEvents(URI.create("urn:sheshim"), JacksonWriter::writeInOneLine),
                Clock.systemUTC());
        DeliveryScheduler service = new DeliveryScheduler(
                pool,
                Map.of("tower", 4, "harbour", 4),
                new DeliverActions(outbox, delivery, RETRIES, Clock.systemUTC(), new Random()),
                outbox,
                Duration.ofDays(30),
                Clock.systemUTC());
        service.start();
        services.add(service);
        return service;
    }

    private Endpoint endpoint(ReceiverFixture receiver) {
        return new Endpoint(receiver.url(), List.of(new SigningSecret(ReceiverFixture.SECRET)), mostTime);
    }

    /** Decisions made long ago, so that a blocked task that nobody wakes looks again only after ten minutes. */
    private void record(String reference, String... actions) {
        done(DecisionFixture.append(
                log,
                DecisionFixture.withActions(
                        DecisionFixture.decision(SUBMITTER, reference, "granted", LocalDate.EPOCH),
                        LocalDate.EPOCH,
                        actions),
                null));
    }

    private boolean allSettled() {
        return deliveries.unsettled().isEmpty();
    }

    @Test
    void everythingArrivesInTheOrderOfItsApplicationWhateverTheReceiverDoes() throws Exception {
        mostTime = LITTLE_TIME;
        sixtyDecisionsArrive((exchange, event) -> Thread.sleep(2 * LITTLE_TIME.toMillis()));
    }

    @Test
    void twoServicesDoNotDoTheSame() throws Exception {
        sixtyDecisionsArrive((exchange, event) -> exchange.sendResponseHeaders(503, -1));
        assertThat(tower.taken()).hasSize(120);
        assertThat(harbour.taken()).hasSize(60);
    }

    /** The order within each application is kept by two services, while the tower rejects every third event temporarily and sometimes fails otherwise. */
    private void sixtyDecisionsArrive(ReceiverFixture.Behaviour worse) throws Exception {
        Random random = new Random(7);
        tower.behave((exchange, event) -> {
            int chance = random.nextInt(100);
            if (chance < 60) {
                tower.take(exchange, event);
            } else if (chance < 95) {
                exchange.sendResponseHeaders(chance < 80 ? 500 : 503, -1);
            } else {
                worse.answer(exchange, event);
            }
        });
        start();
        start();
        for (int decision = 0; decision < 4; decision++) {
            for (int application = 0; application < 15; application++) {
                record("SC-" + application, RING, LIGHT);
            }
        }
        await("all settled", this::allSettled);

        Map<String, List<Long>> byApplication = new HashMap<>();
        distinct(tower).forEach(event -> byApplication
                .computeIfAbsent(reference(event), reference -> new ArrayList<>())
                .add(place(event)));
        assertThat(byApplication).hasSize(15);
        assertThat(byApplication.values()).allSatisfy(places -> assertThat(places)
                .as("entry and place of what was taken")
                .hasSize(8)
                .isSorted());
        assertThat(distinct(tower)).hasSize(120);
        assertThat(distinct(harbour)).hasSize(60);
    }

    /** The events that were accepted, each at the position of its first arrival. */
    private static Collection<CloudEvent> distinct(ReceiverFixture receiver) {
        Map<String, CloudEvent> first = new LinkedHashMap<>();
        receiver.taken().forEach(event -> first.putIfAbsent(event.getId(), event));
        return first.values();
    }

    private static String reference(CloudEvent event) {
        return ReceiverFixture.data(event).get("reference").asText();
    }

    private static long place(CloudEvent event) {
        return ReceiverFixture.data(event).get("entry").asLong() * 10
                + ReceiverFixture.data(event).get("place").asLong();
    }

    @Test
    void destinationThatHangsTakesNothingFromAnotherOne() throws Exception {
        mostTime = LITTLE_TIME;
        tower.hang();
        start();
        for (int application = 0; application < 12; application++) {
            record("SC-" + application, LIGHT);
        }
        await("all at the harbour", () -> distinct(harbour).size() == 12);

        assertThat(tower.taken()).isEmpty();
        tower.behave(tower::take);
        await("all at the tower", this::allSettled);
        assertThat(distinct(tower)).hasSize(12);
    }

    @Test
    void tasksOfAnUnknownDestinationAreLeftAlone() throws Exception {
        record("SC-1", RING);
        POSTGRES.execute("INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                + " VALUES ('hand-over-elsewhere', '1', now() - interval '1 day', false, 1)");
        start();

        await("all settled", this::allSettled);
        assertThat(POSTGRES.numbers("SELECT version FROM scheduled_tasks WHERE task_name = 'hand-over-elsewhere'"))
                .as("nobody picked it")
                .containsExactly(1L);
    }

    @Test
    void deadLetterHoldsUpItsApplicationUntilItIsRetried() throws Exception {
        DeliveryNumber dead = letDie();
        TimeUnit.MILLISECONDS.sleep(1_500);
        assertThat(tower.attempts()).as("nothing overtakes the dead one").hasSize(2);
        manage().retry(dead);

        await("all settled", this::allSettled);
        assertThat(tower.taken()).extracting(event -> place(event) % 10).containsExactly(1L, 2L, 1L);
        assertThat(tower.taken()).extracting(DeliverySchedulerIT::place).isSorted();
    }

    @Test
    void deadLetterThatIsAbandonedLetsTheRestGo() throws Exception {
        DeliveryNumber dead = letDie();
        manage().abandon(dead);

        await("all settled", this::allSettled);
        assertThat(tower.taken()).extracting(event -> place(event) % 10).containsExactly(2L, 1L);
        assertThat(deliveries.find(dead).orElseThrow().state()).isEqualTo(Delivery.State.ABANDONED);
    }

    private ManageDeliveries manage() {
        return new ManageDeliveries(deliveries, Clock.systemUTC());
    }

    /** Two decisions on one application. The first action of the first one was rejected; the tower accepts everything from now on. */
    private DeliveryNumber letDie() throws InterruptedException {
        tower.answer(422);
        start();
        record("SC-1", RING, LIGHT);
        record("SC-1", RING);
        record("SC-2", RING);
        DeliveryLog.Query query = new DeliveryLog.Query(Delivery.State.DEAD, "tower", null, 100);
        await("two dead", () -> deliveries.list(query).size() == 2);
        assertThat(tower.attempts()).hasSize(2);
        tower.behave(tower::take);
        manage().abandon(deliveries.list(query).stream()
                .filter(each -> each.event() instanceof ActionEvent event
                        && event.reference().equals("SC-2"))
                .findFirst()
                .orElseThrow()
                .number());
        return deliveries.list(query).get(0).number();
    }

    @Test
    void serviceThatStopsLeavesItsWorkToTheOther() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        tower.behave((exchange, event) -> {
            arrived.countDown();
            Thread.sleep(200);
            tower.take(exchange, event);
        });
        DeliveryScheduler first = start();
        record("SC-1", RING, LIGHT);
        assertThat(arrived.await(60, TimeUnit.SECONDS)).isTrue();
        services.remove(first);
        first.close();
        assertThat(tower.taken()).as("what was under way was finished").hasSize(1);
        assertThat(POSTGRES.numbers("SELECT 1 FROM scheduled_tasks WHERE picked"))
                .as("held by nobody")
                .isEmpty();

        start();
        await("all settled", this::allSettled);
        assertThat(tower.taken()).extracting(event -> place(event) % 10).containsExactly(1L, 2L);
    }
}
