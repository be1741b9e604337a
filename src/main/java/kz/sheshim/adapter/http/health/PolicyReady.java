package kz.sheshim.adapter.http.health;

import java.util.Optional;
import java.util.stream.Collectors;
import kz.sheshim.publication.LawInForce;
import kz.sheshim.publication.PublicationWatch;
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
    private final PublicationWatch watch;

    PolicyReady(Rulesets rulesets, LawInForce law, PublicationWatch watch) {
        this.rulesets = rulesets;
        this.law = law;
        this.watch = watch;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named(NAME);
        if (law.isFolderLaw()) {
            answer.withData("folderIsLaw", "whoever can write to the folder changes the law (sheshim.policy.watch)");
        }
        watch.seen()
                .map(PublicationWatch.Seen::unconfirmed)
                .filter(drafts -> !drafts.isEmpty())
                .ifPresent(drafts -> answer.withData(
                        "UNCONFIRMED",
                        "one person alone published the law of these entries, and nobody else has confirmed it: "
                                + drafts.stream()
                                        .flatMap(draft -> Optional.ofNullable(draft.entry()).stream())
                                        .map(entry -> Long.toString(entry.value()))
                                        .collect(Collectors.joining(", "))));
        rulesets.refused()
                .ifPresent(refused -> answer.withData(
                        "refused",
                        "changed workbooks cannot be used and are not in force; the log of the service says why ("
                                + refused.findings().size() + " findings)"));
        if (law.isBehind()) {
            return answer.down()
                    .withData("behind", "this service cannot use the law in force; its log says why")
                    .build();
        }
        try {
            return answer.up()
                    .withData("revision", rulesets.inForce().revision().toString())
                    .build();
        } catch (RulesetUnusable e) {
            return answer.down().build();
        }
    }
}
