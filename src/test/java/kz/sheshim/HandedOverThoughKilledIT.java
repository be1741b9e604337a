package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudevents.CloudEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.StreamSupport;
import kz.sheshim.adapter.embedded.EmbeddedServer;
import kz.sheshim.adapter.embedded.SharedPrograms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two services run on one database, and one is killed repeatedly under load. Every recorded action reaches the receiver, in the order of each application. */
@Tag("campaign")
class HandedOverThoughKilledIT {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int CALLERS = 4;
    private static final int APPLICATIONS = 60;
    private static final int DEATHS = Integer.getInteger("kills.of.replicas", 1);

    /** The data folder of the database. */
    @TempDir
    Path folder;

    private final AtomicReferenceArray<ServiceProcessFixture> services = new AtomicReferenceArray<>(2);
    private final AtomicInteger recorded = new AtomicInteger();
    private final List<Thread> callers = new ArrayList<>();
    private final List<Throwable> faults = new CopyOnWriteArrayList<>();

    @Test
    void nothingIsHandedOverZeroTimes() throws Exception {
        SharedPrograms.in(folder);
        try (EmbeddedServer database = EmbeddedServer.start(folder);
                ReceiverFixture receiver = new ReceiverFixture()) {
            Random random = new Random(1);
            receiver.behave((exchange, event) -> {
                int chance = random.nextInt(100);
                if (chance < 80) {
                    receiver.take(exchange, event);
                } else if (chance < 98) {
                    exchange.sendResponseHeaders(503, -1);
                } else {
                    Thread.sleep(1_500);
                }
            });
            services.set(0, launch(database, receiver));
            services.set(1, launch(database, receiver));
            services.get(0).ready();
            services.get(1).ready();
            post();
            for (int death = 0; death < DEATHS; death++) {
                awaitRecorded(100);
                services.get(death % 2).kill();
                services.set(death % 2, launch(database, receiver));
                services.get(death % 2).ready();
            }
            awaitRecorded(50);
            callers.forEach(Thread::interrupt);
            for (Thread caller : callers) {
                caller.join(TimeUnit.SECONDS.toMillis(60));
            }

            awaitSettled();
            assertThat(receiver.faults()).isEmpty();
            assertThat(faults).isEmpty();
            assertEveryActionArrivedInOrder(receiver);
        }
    }

    @AfterEach
    void stop() throws Exception {
        callers.forEach(Thread::interrupt);
        for (int service = 0; service < services.length(); service++) {
            if (services.get(service) != null) {
                services.get(service).kill();
            }
        }
        SharedPrograms.unlink(folder);
    }

    private ServiceProcessFixture launch(EmbeddedServer database, ReceiverFixture receiver) {
        return ServiceProcessFixture.launch(
                database,
                folder,
                Path.of("."),
                "-Xmx400m",
                "-Dsheshim.hand-over.first-delay=50ms",
                "-Dsheshim.hand-over.max-delay=500ms",
                "-Dsheshim.hand-over.destinations.registry.url=" + receiver.url(),
                "-Dsheshim.hand-over.destinations.registry.max-time=1s",
                "-Dsheshim.hand-over.destinations.registry.secrets=" + ReceiverFixture.SECRET);
    }

    /** Each poster uses the services in turn until it is interrupted. There are few applications, so many decisions are on the same one. */
    private void post() throws IOException {
        List<byte[]> applications =
                ApplicationsFixture.examples().limit(APPLICATIONS).toList();
        for (int caller = 0; caller < CALLERS; caller++) {
            int first = caller;
            Thread thread = new Thread(() -> {
                for (int next = first; !Thread.currentThread().isInterrupted(); next++) {
                    try {
                        decide(next, "poster-" + first + "-" + next, applications.get(next % APPLICATIONS));
                        TimeUnit.MILLISECONDS.sleep(50);
                    } catch (InterruptedException over) {
                        return;
                    } catch (Throwable fault) {
                        faults.add(fault);
                        return;
                    }
                }
            });
            thread.start();
            callers.add(thread);
        }
    }

    /** As a submitter does: until there is an answer other than 503, by turns at each service, always under the same key. */
    private void decide(int first, String key, byte[] application) throws Exception {
        for (int service = first; !Thread.currentThread().isInterrupted(); service++) {
            try {
                var answer = services.get(service % 2)
                        .post("/api/v1/decisions", application, "Idempotency-Key", "\"" + key + "\"");
                if (answer.statusCode() == 201) {
                    recorded.incrementAndGet();
                    return;
                }
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
            } catch (IOException gone) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
        }
    }

    private void awaitRecorded(int more) throws InterruptedException {
        int before = recorded.get();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(180);
        while (recorded.get() < before + more) {
            assertThat(faults).isEmpty();
            assertThat(System.nanoTime()).as("recorded: %d", recorded.get()).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private void awaitSettled() throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(180);
        while (!page(services.get(0), "/api/v1/hand-overs?state=waiting&limit=1")
                .get("handOvers")
                .isEmpty()) {
            assertThat(faults).isEmpty();
            assertThat(System.nanoTime()).as("time for the rest").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(page(services.get(1), "/api/v1/hand-overs?state=dead").get("handOvers"))
                .isEmpty();
    }

    private void assertEveryActionArrivedInOrder(ReceiverFixture receiver) throws Exception {
        Set<String> expected = expected();
        assertThat(expected).hasSizeGreaterThan((DEATHS * 100 + 50) / 2);
        List<CloudEvent> taken = new ArrayList<>(receiver.taken().stream()
                .collect(
                        HashMap<String, CloudEvent>::new,
                        (first, event) -> first.putIfAbsent(event.getId(), event),
                        HashMap::putAll)
                .values());
        assertThat(taken).extracting(CloudEvent::getId).containsExactlyInAnyOrderElementsOf(expected);

        Map<String, List<Long>> places = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (CloudEvent event : receiver.taken()) {
            if (seen.add(event.getId())) {
                JsonNode data = ReceiverFixture.data(event);
                places.computeIfAbsent(data.get("reference").asText(), reference -> new ArrayList<>())
                        .add(data.get("entry").asLong() * 100
                                + data.get("place").asLong());
            }
        }
        assertThat(places.values()).allSatisfy(each -> assertThat(each).isSorted());
        assertThat(places.values()).anySatisfy(each -> assertThat(each).hasSizeGreaterThan(3));
        System.out.printf(
                "%d events of %d applications, %d attempts, %d taken%n",
                expected.size(),
                places.size(),
                receiver.attempts().size(),
                receiver.taken().size());
    }

    /** The ids of the events of all recorded decisions. */
    private Set<String> expected() throws Exception {
        Set<String> ids = new LinkedHashSet<>();
        String after = "";
        do {
            JsonNode page = page(services.get(0), "/api/v1/decisions?limit=100" + after);
            StreamSupport.stream(page.get("decisions").spliterator(), false).forEach(decision -> {
                for (int place = 1; place <= decision.get("actions").size(); place++) {
                    ids.add(decision.get("id").asText() + "-" + place);
                }
            });
            after = page.hasNonNull("next") ? "&after=" + page.get("next").asLong() : "";
        } while (!after.isEmpty());
        return ids;
    }

    private static JsonNode page(ServiceProcessFixture service, String path) throws Exception {
        return MAPPER.readTree(service.get(path).body());
    }
}
