package kz.sheshim.adapter.drools;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import kz.sheshim.ApplicationsFixture;
import kz.sheshim.ShippedPolicyFixture;
import kz.sheshim.adapter.json.JacksonParser;
import kz.sheshim.engine.Evaluator;
import kz.sheshim.engine.RuleBase;
import kz.sheshim.facts.ApplicationReader;
import kz.sheshim.facts.FactLayout;
import kz.sheshim.facts.Facts;
import org.junit.jupiter.api.Test;

/** However many applications are decided, the memory is as full as it was. */
class MemoryOverApplicationsTest {
    private static final int APPLICATIONS = 30_000;
    private static final long MIB = 1 << 20;

    /** What is in use after a collection; the least of three, since what waits for a finalizer or a soft reference goes with a later one. */
    private static long heap() throws InterruptedException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(100);
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }

    @Test
    void decidingLeavesNothingBehind() throws Exception {
        List<Facts> applications = ApplicationsFixture.examples()
                .map(each -> new ApplicationReader(new FactLayout(ShippedPolicyFixture.RULESET.vocabulary()), 100)
                        .read(new JacksonParser().parse(each).value())
                        .facts())
                .toList();
        try (RuleBase rules = new DroolsCompiler().compile(ShippedPolicyFixture.RULESET)) {
            Evaluator evaluator = new Evaluator(ShippedPolicyFixture.RULESET, rules);
            applications.forEach(evaluator::evaluate);
            long before = heap();
            for (int i = 0; i < APPLICATIONS; i++) {
                evaluator.evaluate(applications.get(i % applications.size()));
            }
            assertThat(heap() - before).as("bytes left").isLessThan(8 * MIB);
        }
    }
}
