package kz.sheshim.publication;

import java.util.concurrent.atomic.AtomicReference;
import kz.sheshim.PolicyTools;
import kz.sheshim.workbook.Limits;

/** Policies in force, one after the other, without a folder and a database. */
public final class RulesetsFixture implements AutoCloseable {
    private final PolicyInMemoryFixture.Source source = new PolicyInMemoryFixture.Source("");
    private final Rulesets rulesets = new Rulesets(
            source,
            PolicyTools.compiler(Limits.USUAL, null),
            new PolicyInMemoryFixture.Store(),
            false,
            1,
            TelemetryFixture.NONE);

    public Rulesets rulesets() {
        return rulesets;
    }

    /** Puts the policy with this number in force. */
    public LoadedRuleset load(int revision) throws Exception {
        source.put(Integer.toString(revision), RevisionsFixture.files().get(revision));
        rulesets.load();
        AtomicReference<LoadedRuleset> loaded = new AtomicReference<>();
        rulesets.withCurrent(current -> {
            loaded.set(current);
            return current;
        });
        return loaded.get();
    }

    @Override
    public void close() {
        rulesets.close();
    }
}
