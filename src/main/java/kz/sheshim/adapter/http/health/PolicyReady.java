package kz.sheshim.adapter.http.health;

import kz.sheshim.publication.LawInForce;
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
    private final LawInForce law;

    PolicyReady(Rulesets rulesets, LawInForce law) {
        this.rulesets = rulesets;
        this.law = law;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named(NAME);
        if (law.isFolderLaw()) {
            answer.withData("folderIsLaw", "whoever can write to the folder changes the law (sheshim.policy.watch)");
        }
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
