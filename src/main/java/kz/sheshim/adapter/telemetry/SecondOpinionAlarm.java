package kz.sheshim.adapter.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Default;
import jakarta.inject.Singleton;
import java.util.List;
import kz.sheshim.decision.SecondOpinion;
import kz.sheshim.policy.Revision;
import kz.sheshim.publication.LoadedRuleset;
import kz.sheshim.publication.RulesetUnusable;
import kz.sheshim.publication.Rulesets;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells operators of second opinions: a log line and a metric for each difference, and the service is not ready while the revision in force is one on which the
 * two opinions differed.
 */
@Default
@Readiness
@Singleton
public class SecondOpinionAlarm implements SecondOpinion.Alarm, HealthCheck {
    private static final Logger LOG = Logger.getLogger(SecondOpinionAlarm.class);
    private static final String NAME = "second-opinion";

    /** @param first the first thing in which the opinions differed */
    private record Doubt(Revision revision, String first) {}

    private final Rulesets rulesets;
    private final Counter agreed;
    private final Counter disagreed;
    private final Counter skipped;
    private volatile @Nullable Doubt doubt;

    SecondOpinionAlarm(MeterRegistry registry, Rulesets rulesets) {
        this.rulesets = rulesets;
        agreed = counter("agreed", registry);
        disagreed = counter("disagreed", registry);
        skipped = counter("skipped", registry);
    }

    private static Counter counter(String result, MeterRegistry registry) {
        return Counter.builder("sheshim.second.opinions")
                .description("Decisions that were made again by a plain reading of the rules")
                .tag("result", result)
                .register(registry);
    }

    @Override
    public void agreed() {
        agreed.increment();
    }

    @Override
    public void disagreed(LoadedRuleset loaded, List<String> differences) {
        disagreed.increment();
        Revision revision = loaded.ruleset().revision();
        LOG.errorf(
                "The compiled rules of %s decided differently than a plain reading of the tables: %s",
                revision, String.join("; ", differences));
        if (doubt == null || !doubt.revision().equals(revision)) {
            doubt = new Doubt(revision, differences.get(0));
        }
    }

    @Override
    public void skipped() {
        skipped.increment();
    }

    @Override
    public HealthCheckResponse call() {
        Doubt known = doubt;
        boolean doubted = known != null && known.revision().equals(inForce());
        return HealthCheckResponse.named(NAME)
                .status(!doubted)
                .withData("difference", known == null || !doubted ? "none" : known.first())
                .build();
    }

    private @Nullable Revision inForce() {
        try {
            return rulesets.inForce().revision();
        } catch (RulesetUnusable e) {
            return null; // the readiness of the policy says so
        }
    }
}
