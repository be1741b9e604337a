package kz.sheshim.adapter.http.desk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import kz.sheshim.policy.Revision;
import kz.sheshim.policy.reading.ScenarioSheet;
import kz.sheshim.publication.LoadedRuleset;
import kz.sheshim.publication.PolicyCompiler;
import kz.sheshim.scenario.Scenario;
import kz.sheshim.scenario.ScenarioReader;

/** The scenarios of revisions. Those of the revisions that were used last stay in memory. */
@Singleton
class KnownScenarios {
    private static final int KEPT = 4;

    private final PolicyCompiler compiler;
    private final Cache<Revision, List<Scenario>> kept =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    KnownScenarios(PolicyCompiler compiler) {
        this.compiler = compiler;
    }

    /** The scenarios that have no fault, in the order of the sheets and rows. */
    List<Scenario> of(LoadedRuleset loaded) {
        return kept.get(loaded.ruleset().revision(), revision -> {
            List<ScenarioSheet> sheets = new ArrayList<>();
            compiler.reader().read(loaded.files(), finding -> {}, sheets::add);
            return ScenarioReader.read(sheets, loaded.ruleset(), finding -> {});
        });
    }
}
