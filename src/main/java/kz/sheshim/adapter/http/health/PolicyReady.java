package kz.sheshim.adapter.http.health;

import kz.sheshim.publication.RulesetUnusable;
import kz.sheshim.publication.Rulesets;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while a policy is in force. Broken workbooks cannot be put in force. */
@Readiness
public class PolicyReady implements HealthCheck {
    private static final String NAME = "policy";

    private final Rulesets rulesets;

    PolicyReady(Rulesets rulesets) {
        this.rulesets = rulesets;
    }

    @Override
    public HealthCheckResponse call() {
        try {
            return HealthCheckResponse.named(NAME)
                    .up()
                    .withData("revision", rulesets.inForce().revision().toString())
                    .build();
        } catch (RulesetUnusable e) {
            return HealthCheckResponse.named(NAME)
                    .down()
                    .withData("findings", e.findings().size())
                    .build();
        }
    }
}
