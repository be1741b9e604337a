package kz.sheshim.adapter.drools;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.rule.Match;

/** What the named rules of rules/*.drl fired for, in one application: each firing by the variables that it bound. */
final class NamedRuleMatches extends DefaultAgendaEventListener {
    private final Map<String, List<Map<String, Object>>> fired = new HashMap<>();
    private @Nullable List<Map<String, Object>> firing;

    /** Whether the rule was asked already; it fires once for what it holds for. */
    boolean asked(String rule) {
        return fired.containsKey(rule);
    }

    /** What fires until {@link #done} is this rule. */
    void ask(String rule) {
        firing = fired.computeIfAbsent(rule, name -> new ArrayList<>());
    }

    void done() {
        firing = null;
    }

    @Override
    public void afterMatchFired(AfterMatchFiredEvent event) {
        if (firing != null) {
            Match match = event.getMatch();
            Map<String, Object> bound = new HashMap<>();
            match.getDeclarationIds().forEach(variable -> bound.put(variable, match.getDeclarationValue(variable)));
            firing.add(bound);
        }
    }

    /** Whether the rule holds at all. */
    boolean any(String rule) {
        return !fired.getOrDefault(rule, List.of()).isEmpty();
    }

    /** Whether the rule holds for the instance that it binds to a variable with the name of the entity. */
    boolean of(String rule, String entity, Object instance) {
        return fired.getOrDefault(rule, List.of()).stream().anyMatch(bound -> bound.get("$" + entity) == instance);
    }

    /** The application is done with. */
    void clear() {
        fired.clear();
    }
}
