package kz.sheshim.adapter.http.desk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.sheshim.policy.Revision;
import kz.sheshim.policy.reading.ScenarioSheet;
import kz.sheshim.publication.LoadedRuleset;
import kz.sheshim.publication.PolicyCompiler;
import kz.sheshim.scenario.Scenario;
import kz.sheshim.scenario.ScenarioReader;
import kz.sheshim.scenario.ScenarioRun;
import kz.sheshim.table.RuleId;

/** The scenarios of revisions. Those of the revisions that were used last stay in memory. */
@Singleton
class KnownScenarios {
    private static final int KEPT = 4;

    private final PolicyCompiler compiler;
    private final Cache<Revision, List<Scenario>> kept =
            Caffeine.newBuilder().maximumSize(KEPT).build();
    private final Cache<Revision, Map<RuleId, List<Scenario>>> matching =
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

    /** The scenarios in which a rule matches. */
    List<Scenario> matching(LoadedRuleset loaded, RuleId rule) {
        return matching.get(loaded.ruleset().revision(), revision -> {
                    Map<RuleId, List<Scenario>> byRule = new HashMap<>();
                    ScenarioRun.of(of(loaded), loaded.policy()).results().forEach(result -> result.matched()
                            .forEach(matched -> byRule.computeIfAbsent(matched, any -> new ArrayList<>())
                                    .add(result.scenario())));
                    return byRule;
                })
                .getOrDefault(rule, List.of());
    }
}
