package kz.sheshim.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.sheshim.engine.RuleBase;
import kz.sheshim.engine.index.Found;
import kz.sheshim.facts.Fact;
import kz.sheshim.facts.FactSlot;
import kz.sheshim.facts.Facts;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldPath;
import org.jspecify.annotations.Nullable;

/**
 * What rules/*.drl derive in one scenario, asked for once: a field is derived again only when a fact that it is derived from is another one.
 */
final class DerivedOnce implements RuleBase {

    private record Question(FieldPath field, List<Fact> sources) {}

    private final RuleBase rules;
    private final Map<Question, @Nullable Object[]> answers = new HashMap<>();

    DerivedOnce(RuleBase rules) {
        this.rules = rules;
    }

    @Override
    public Session open(Facts facts) {
        List<String> added = new ArrayList<>();
        return new Session() {
            @Override
            public void match(DecisionTable table, Found found) {
                throw new UnsupportedOperationException("only derives");
            }

            @Override
            public @Nullable Object[] derive(Field field) {
                List<Fact> sources = new ArrayList<>();
                for (FieldPath source : field.derivedFrom()) {
                    facts.paths(source).map(facts::get).forEach(sources::add);
                }
                return answers.computeIfAbsent(
                        new Question(field.path(), sources), question -> ask(field, facts, added));
            }

            @Override
            public void update(FactSlot slot, int index) {}

            @Override
            public void add(String entity) {
                added.add(entity);
            }

            @Override
            public void close() {}
        };
    }

    private @Nullable Object[] ask(Field field, Facts facts, List<String> added) {
        try (Session session = rules.open(facts)) {
            added.forEach(session::add);
            return session.derive(field);
        }
    }

    @Override
    public void close() {}
}
