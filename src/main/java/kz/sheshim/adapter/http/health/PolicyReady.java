package kz.sheshim.adapter.http.health;

import kz.sheshim.publication.RulesetUnusable;
import kz.sheshim.publication.Rulesets;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready while a policy is in force, also when changed workbooks cannot replace it; the answer says so. */
@Readiness
public class PolicyReady implements HealthCheck {
    private static final String NAME = "policy";

    private final Rulesets rulesets;

    PolicyReady(Rulesets rulesets) {
        this.rulesets = rulesets;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named(NAME);
        rulesets.refused()
                .ifPresent(refused -> answer.withData(
                        "refused",
                        "changed workbooks cannot be used and are not in force; the log of the service says why ("
                                + refused.findings().size() + " findings)"));
        try {
            return answer.up()
                    .withData("revision", rulesets.inForce().revision().toString())
                    .build();
        } catch (RulesetUnusable e) {
            return answer.down().build();
        }
    }
}
