package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import kz.sheshim.adapter.embedded.SharedPrograms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whichever process is killed under load: every decision that was answered is in the decision log exactly once. */
class KilledUnderLoadIT {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path SHIPPED = Path.of(".");
    private static final int CALLERS = 8;
    private static final int ENOUGH = 100;

    @TempDir
    Path folder;

    /** The entry number of each decision that was answered, by its id. */
    private final Map<String, Long> answered = new ConcurrentHashMap<>();

    private final AtomicInteger refused = new AtomicInteger();
    private final List<Throwable> faults = new CopyOnWriteArrayList<>();
    private final List<ServiceProcessFixture> services = new ArrayList<>();
    private final List<Thread> callers = new ArrayList<>();
    private volatile boolean mayBeGone;

    @AfterEach
    void stop() throws Exception {
        callers.forEach(Thread::interrupt);
        for (ServiceProcessFixture service : services) {
            service.close();
        }
    }

    @Test
    void everyAnsweredDecisionOutlivesWhateverIsKilled() throws Exception {
        SharedPrograms.in(Files.createDirectory(folder.resolve("data")));
        ServiceProcessFixture service = launch();
        post(service);
        for (int death = 1; death <= 2; death++) {
            awaitAnswers();
            killPostgresql();
        }
        awaitAnswers();
        mayBeGone = true;
        service.kill();
        join();
        mayBeGone = false;
        service = launch();
        post(service);
        awaitAnswers();
        callers.forEach(Thread::interrupt);
        join();

        assertThat(faults).isEmpty();
        assertThat(refused).as("answers of 503 while PostgreSQL was away").hasPositiveValue();
        assertLogHoldsAnswered(service);
    }

    private ServiceProcessFixture launch() throws Exception {
        services.add(ServiceProcessFixture.launch(folder.resolve("data"), SHIPPED));
        return services.get(services.size() - 1).ready();
    }

    /** Each poster posts until it is interrupted or the service is gone. */
    private void post(ServiceProcessFixture service) throws IOException {
        List<byte[]> applications = ApplicationsFixture.examples().limit(50).toList();
        for (int caller = 0; caller < CALLERS; caller++) {
            int first = caller;
            Thread thread = new Thread(() -> {
                for (int next = first; !Thread.currentThread().isInterrupted(); next++) {
                    try {
                        var answer = service.post("/api/v1/decisions", applications.get(next % applications.size()));
                        if (answer.statusCode() == 201) {
                            var decision = MAPPER.readTree(answer.body());
                            answered.put(
                                    decision.get("id").asText(),
                                    decision.get("entry").asLong());
                        } else {
                            assertThat(answer.statusCode()).isEqualTo(503);
                            refused.incrementAndGet();
                        }
                    } catch (InterruptedException over) {
                        return;
                    } catch (Throwable fault) {
                        if (!mayBeGone || !(fault instanceof IOException)) {
                            faults.add(fault);
                        }
                        return;
                    }
                }
            });
            thread.start();
            callers.add(thread);
        }
    }

    /** Waits for many more responses, so that the next kill happens under load. */
    private void awaitAnswers() throws InterruptedException {
        int before = answered.size();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(180);
        while (answered.size() < before + ENOUGH) {
            assertThat(faults).isEmpty();
            assertThat(System.nanoTime()).as("answers: %d", answered.size()).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private void killPostgresql() throws IOException {
        String number = Files.readAllLines(folder.resolve("data/cluster/postmaster.pid"))
                .get(0);
        ProcessHandle server = ProcessHandle.of(Long.parseLong(number)).orElseThrow();
        server.destroyForcibly();
        server.onExit().join();
    }

    private void join() throws InterruptedException {
        for (Thread caller : callers) {
            caller.join(TimeUnit.SECONDS.toMillis(180));
            assertThat(caller.isAlive()).isFalse();
        }
        callers.clear();
    }

    private void assertLogHoldsAnswered(ServiceProcessFixture service) throws Exception {
        Set<String> ids = new HashSet<>();
        Map<String, Long> log = new ConcurrentHashMap<>();
        String after = "";
        do {
            var page = MAPPER.readTree(
                    service.get("/api/v1/decisions?limit=100" + after).body());
            StreamSupport.stream(page.get("decisions").spliterator(), false).forEach(decision -> {
                assertThat(ids.add(decision.get("id").asText())).as("once").isTrue();
                log.put(decision.get("id").asText(), decision.get("entry").asLong());
            });
            after = page.hasNonNull("next") ? "&after=" + page.get("next").asLong() : "";
        } while (!after.isEmpty());

        assertThat(answered).hasSizeGreaterThanOrEqualTo(4 * ENOUGH);
        assertThat(log).containsAllEntriesOf(answered);
        assertThat(new HashSet<>(log.values())).as("entry numbers").hasSameSizeAs(log.keySet());
        assertThat(log.size() - answered.size())
                .as("recorded, but the answer was lost on its way")
                .isLessThanOrEqualTo(5 * CALLERS);
    }
}
