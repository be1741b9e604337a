package kz.sheshim.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kz.sheshim.ApplicationFixture;
import kz.sheshim.HeapFixture;
import kz.sheshim.PolicyTools;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.workbook.Limits;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

/** However often a changed policy is read, compiled, decided by and given up, the memory is as full as it was. */
@Tag("campaign")
class MemoryOverReloadsTest {
    /** So many reloads; the Maven profile campaign raises it. */
    private static final int RELOADS = Integer.getInteger("sheshim.reloads", 40);

    private static final int THREADS = 4;
    private static final long MIB = 1 << 20;

    /** What is in use when everything that can be collected is. */
    private record Memory(int reloads, long heap, long metaspace, int classes) {
        static Memory after(int reloads) throws InterruptedException {
            int classes = ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
            int before;
            long heap;
            do {
                before = classes;
                heap = HeapFixture.inUse();
                classes = ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
            } while (classes < before);
            return new Memory(reloads, heap, metaspacePool().getUsage().getUsed(), classes);
        }

        private static MemoryPoolMXBean metaspacePool() {
            return ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getName().equals("Metaspace"))
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public String toString() {
            return "after %d reloads: heap %.1f MiB, Metaspace %.1f MiB, %d classes"
                    .formatted(reloads, (double) heap / MIB, (double) metaspace / MIB, classes);
        }
    }

    private final PolicyInMemoryFixture.Source source = new PolicyInMemoryFixture.Source("");
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    /**
     * A rule base that is not given up keeps some 600 classes, 1.8 MiB of Metaspace and 1 MiB of heap: were it one at each reload, the second half would leave nine of them in the shortest run.
     * Three are allowed, since one may still be held by what runs beside the test, and since Java writes a class late for each constructor and method that is called by reflection for the 16th time.
     */
    @Test
    @Timeout(3_600)
    void heapMetaspaceAndClassesAreTheSameAfterManyReloads(TestReporter reporter) throws Exception {
        List<Memory> memory = new ArrayList<>();
        List<List<PolicyFile>> revisions = RevisionsFixture.files();
        try (Rulesets rulesets = rulesets()) {
            for (int reload = 1; reload <= RELOADS; reload++) {
                source.put(Integer.toString(reload), revisions.get(reload % revisions.size()));
                rulesets.load();
                decideByManySessions(rulesets);
                if (reload == RELOADS / 10 || reload == RELOADS / 2 || reload == RELOADS) {
                    memory.add(Memory.after(reload));
                    reporter.publishEntry(memory.get(memory.size() - 1).toString());
                }
            }
        } finally {
            threads.shutdown();
        }
        Memory half = memory.get(1);
        Memory all = memory.get(2);
        assertThat(all.classes()).as(memory.toString()).isLessThan(half.classes() + 2_000);
        assertThat(all.metaspace()).as(memory.toString()).isLessThan(half.metaspace() + 6 * MIB);
        assertThat(all.heap()).as(memory.toString()).isLessThan(half.heap() + 6 * MIB);
    }

    private Rulesets rulesets() {
        return new Rulesets(
                source,
                PolicyTools.compiler(Limits.USUAL, null),
                new PolicyInMemoryFixture.Store(),
                false,
                1,
                TelemetryFixture.NONE);
    }

    /** Each thread by a session of its own, and by one that was used before. */
    private void decideByManySessions(Rulesets rulesets) throws Exception {
        Callable<String> decide = () -> rulesets.withCurrent(loaded -> {
            String outcome = "";
            for (int i = 0; i < 5; i++) {
                outcome = loaded.policy()
                        .decide(new ApplicationFixture().facts(loaded.ruleset().vocabulary()))
                        .outcome();
            }
            return outcome;
        });
        for (Future<String> decided : threads.invokeAll(Collections.nCopies(THREADS, decide))) {
            assertThat(decided.get()).isEqualTo("acceptance-refused");
        }
    }
}
