package kz.sheshim.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kz.sheshim.policy.Revision;
import org.junit.jupiter.api.Test;

class LoadedPoliciesTest {
    private final PolicyInMemoryFixture.Store store = new PolicyInMemoryFixture.Store();
    private final PolicyInMemoryFixture.Compiler compiler = new PolicyInMemoryFixture.Compiler();
    private final Rulesets rulesets = new Rulesets(
            new PolicyInMemoryFixture.Source("in force"), compiler.policies(), store, false, 1, TelemetryFixture.NONE);

    private LoadedPolicies ofARun() {
        return new LoadedPolicies(rulesets, store, compiler.policies());
    }

    @Test
    void aRunUsesThePolicyInForceAndLeavesItOpen() throws Exception {
        Revision inForce = rulesets.load().revision();
        store.holds("in force");
        for (int run = 0; run < 3; run++) {
            try (LoadedPolicies policies = ofARun()) {
                policies.with(inForce, policy -> assertThat(policy.revision()).isEqualTo(inForce));
            }
        }
        assertThat(compiler.open()).hasSize(1);
    }

    @Test
    void anEarlierRevisionIsCompiledOnce() throws Exception {
        rulesets.load();
        Revision earlier = store.holds("earlier");
        for (int run = 0; run < 3; run++) {
            try (LoadedPolicies policies = ofARun()) {
                policies.with(earlier, policy -> {
                    policy.compile();
                    return policy;
                });
            }
        }
        assertThat(compiler.open()).hasSize(2);
    }

    @Test
    void storedFilesThatAreNotThoseOfTheRevisionAreFoundByTheNextRun() throws Exception {
        Revision inForce = rulesets.load().revision();
        store.holds("in force");
        try (LoadedPolicies policies = ofARun()) {
            policies.with(inForce, policy -> policy);
        }
        store.holds(inForce, PolicyInMemoryFixture.files("altered"));
        try (LoadedPolicies policies = ofARun()) {
            assertThatThrownBy(() -> policies.with(inForce, policy -> policy)).isInstanceOf(RulesetUnusable.class);
        }
        Revision unknown = new Revision("sha256:" + "0".repeat(64));
        try (LoadedPolicies policies = ofARun()) {
            assertThatThrownBy(() -> policies.with(unknown, policy -> policy)).isInstanceOf(UnknownRevision.class);
        }
    }
}
