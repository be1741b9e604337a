package kz.sheshim.publication;

import java.util.List;
import kz.sheshim.engine.DecidingPolicy;

/** Revisions in memory. */
public final class LoadedRulesetFixture {
    private LoadedRulesetFixture() {}

    public static LoadedRuleset of(DecidingPolicy policy) {
        return new LoadedRuleset(policy, List.of());
    }

    public static void retire(LoadedRuleset loaded) {
        loaded.retire();
    }
}
