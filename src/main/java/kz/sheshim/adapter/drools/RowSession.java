package kz.sheshim.adapter.drools;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import kz.sheshim.engine.RuleBase;
import kz.sheshim.engine.index.Found;
import kz.sheshim.facts.Fact;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.FactSlot;
import kz.sheshim.facts.Facts;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.vocabulary.Entity;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldType;
import kz.sheshim.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;
import org.kie.api.definition.type.FactType;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/** One plain session on the facts of one application, with one rule for each row: an object of a declared type for each instance of an entity. */
final class RowSession implements RuleBase.Session {

    private record Instance(FactType type, Object object, FactHandle handle) {}

    private final Vocabulary vocabulary;
    private final CompiledRules rules;
    private final KieSession session;
    private final Facts facts;
    private final Matched matched = new Matched();
    private final Map<String, Instance> instances = new HashMap<>();

    RowSession(CompiledRules rules, KieSession session, Facts facts) {
        this.vocabulary = rules.vocabulary();
        this.rules = rules;
        this.session = session;
        this.facts = facts;
        session.setGlobal(RowRulesDrl.GLOBAL, matched);
        vocabulary.submittedEntities().forEach(entity -> add(entity.name()));
    }

    @Override
    public void add(String name) {
        Entity entity = vocabulary.entity(name).orElseThrow();
        FactType type = rules.type(name);
        facts.indexes(name).forEach(index -> {
            Object object = rules.newInstance(type, index);
            vocabulary.fields(entity).forEach(field -> write(type, object, new FactPath(field.path(), index)));
            instances.put(FactPath.instance(name, index), new Instance(type, object, session.insert(object)));
        });
    }

    private void write(FactType type, Object object, FactPath path) {
        Fact fact = facts.get(path);
        String name = path.field().field();
        type.set(object, name, fact instanceof Fact.Known known ? known.value() : null);
        type.set(object, DeclaredTypes.unknownFlag(name), fact.unknown());
        if (fact instanceof Fact.Known known && known.value() instanceof LocalDate date) {
            type.set(object, DeclaredTypes.day(name), date.toEpochDay());
        }
    }

    private Instance instance(FactPath path) {
        Instance instance = instances.get(path.instance());
        if (instance == null) {
            throw new IllegalArgumentException("not in the session: " + path.instance());
        }
        return instance;
    }

    @Override
    public void match(DecisionTable table, Found found) {
        fire(table.id());
        matched.tell(found);
    }

    @Override
    public @Nullable Object[] derive(Field field) {
        fire(field.path().toString());
        return facts.paths(field.path())
                .map(path -> {
                    Instance instance = instance(path);
                    return instance.type().get(instance.object(), path.field().field());
                })
                .toArray();
    }

    private void fire(String group) {
        session.getAgenda().getAgendaGroup(group).setFocus();
        session.fireAllRules();
    }

    @Override
    public void update(FactSlot slot, int index) {
        FactPath path = slot.path(index);
        Instance instance = instance(path);
        write(instance.type(), instance.object(), path);
        String name = path.field().field();
        boolean date = vocabulary.field(path.field()).orElseThrow().type() instanceof FieldType.Date;
        String[] changed = date
                ? new String[] {name, DeclaredTypes.unknownFlag(name), DeclaredTypes.day(name)}
                : new String[] {name, DeclaredTypes.unknownFlag(name)};
        session.update(instance.handle(), instance.object(), changed);
    }

    @Override
    public void close() {
        session.dispose();
    }
}
