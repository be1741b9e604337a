package kz.sheshim.adapter.drools;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import kz.sheshim.ApplicationFixture;
import kz.sheshim.EditedPolicyFixture;
import kz.sheshim.PolicyTools;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.verdict.Verdict;
import kz.sheshim.workbook.Limits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Rule bases that are closed leave nothing in memory (KIE issue 6554): the class loaders of their declared types can be collected, though the threads that decided by them
 * live on. Public, since a compiled rule calls it.
 */
public class ReloadTest {
    private static final int RELOADS = 5;
    private static final int THREADS = 4;
    private static final List<WeakReference<ClassLoader>> LOADERS = Collections.synchronizedList(new ArrayList<>());
    private static final CyclicBarrier EACH_IN_ITS_SESSION = new CyclicBarrier(THREADS);

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    /** Called by the rule below with the object that stands for the applicant. */
    public static void saw(Object applicant) throws Exception {
        LOADERS.add(new WeakReference<>(applicant.getClass().getClassLoader()));
        EACH_IN_ITS_SESSION.await(60, TimeUnit.SECONDS);
    }

    private static Ruleset ruleset() {
        String rule =
                """
                package sheshim.rules

                rule "tell the class loader"
                    ruleflow-group "applicant.existingIinWellFormed"
                when
                    $applicant : Applicant()
                then
                    %s.saw( $applicant );
                end
                """
                        .formatted(ReloadTest.class.getName());
        return new EditedPolicyFixture()
                .put("rules/reload.drl", rule.getBytes(StandardCharsets.UTF_8))
                .read();
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
        LOADERS.clear();
    }

    @Test
    @Timeout(120)
    void classLoadersOfClosedRuleBasesAreCollectedWithTheirIdleSessions() throws Exception {
        Ruleset ruleset = ruleset();
        for (int i = 0; i < RELOADS; i++) {
            try (DecidingPolicy policy =
                    PolicyTools.compiler(Limits.USUAL, null).compile(ruleset)) {
                decideAtOnce(policy);
                decideAtOnce(policy);
            }
        }
        assertThat(LOADERS).hasSize(RELOADS * 2 * THREADS);
        for (int i = 0; i < 50 && left() > 0; i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertThat(left()).isZero();
    }

    private static long left() {
        return LOADERS.stream().filter(loader -> loader.get() != null).count();
    }

    private void decideAtOnce(DecidingPolicy policy) throws Exception {
        Callable<Verdict> decide = () ->
                policy.decide(new ApplicationFixture().facts(policy.ruleset().vocabulary()));
        for (Future<Verdict> decided : threads.invokeAll(Collections.nCopies(THREADS, decide))) {
            decided.get();
        }
    }
}
