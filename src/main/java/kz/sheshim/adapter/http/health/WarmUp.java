package kz.sheshim.adapter.http.health;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.json.Json;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import kz.sheshim.adapter.http.edge.HttpSettings;
import kz.sheshim.decision.DecideApplication;
import kz.sheshim.json.DecisionView;
import kz.sheshim.policy.reading.ScenarioSheet;
import kz.sheshim.publication.LoadedRuleset;
import kz.sheshim.publication.PolicyCompiler;
import kz.sheshim.publication.Rulesets;
import kz.sheshim.scenario.ScenarioReader;
import kz.sheshim.verdict.VerdictCodec;
import kz.sheshim.vocabulary.Language;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Decides the scenarios of the policy again and again after the start, and records nothing, so that the first applications meet compiled code. Applications are
 * decided meanwhile; the service is ready when this has ended.
 */
@Readiness
@Singleton
public class WarmUp implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(WarmUp.class);

    /** After the policy was put in force. */
    private static final int AFTER_THE_START = 3_000;

    private final DecideApplication decide;
    private final Rulesets rulesets;
    private final PolicyCompiler compiler;
    private final VerdictCodec codec;
    private final long nanos;
    private volatile boolean running;

    WarmUp(
            DecideApplication decide,
            Rulesets rulesets,
            PolicyCompiler compiler,
            VerdictCodec codec,
            HttpSettings settings) {
        this.decide = decide;
        this.rulesets = rulesets;
        this.compiler = compiler;
        this.codec = codec;
        this.nanos = settings.maxWarmUp().toNanos();
    }

    void begin(@Observes @Priority(AFTER_THE_START) StartupEvent event) {
        if (nanos > 0) {
            running = true;
            Thread thread = new Thread(this::run, "warm-up");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void run() {
        try {
            int decided = decideUntil(System.nanoTime() + nanos);
            LOG.debugf("%d decisions of scenarios before the service was ready", decided);
        } catch (RuntimeException failed) {
            LOG.warnf(failed, "The service is ready without a warm-up: its scenarios cannot be decided");
        } finally {
            running = false;
        }
    }

    /** Decides the scenarios in turn until then, and returns how often. */
    private int decideUntil(long end) {
        List<byte[]> applications = rulesets.withCurrent(this::applications);
        int decided = 0;
        while (!applications.isEmpty() && System.nanoTime() < end) {
            byte[] application = applications.get(decided % applications.size());
            Json.encodeToBuffer(DecisionView.of(decide.rehearse(application), Language.EN));
            decided++;
        }
        return decided;
    }

    private List<byte[]> applications(LoadedRuleset loaded) {
        List<ScenarioSheet> sheets = new ArrayList<>();
        compiler.reader().read(loaded.files(), finding -> {}, sheets::add);
        return ScenarioReader.read(sheets, loaded.ruleset(), finding -> {}).stream()
                .map(scenario -> codec.encodeSubmitted(scenario.facts()).getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("warm-up").status(!running).build();
    }
}
