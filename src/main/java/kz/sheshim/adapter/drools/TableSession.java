package kz.sheshim.adapter.drools;

import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import kz.sheshim.engine.Plan;
import kz.sheshim.engine.RuleBase;
import kz.sheshim.engine.index.Found;
import kz.sheshim.engine.index.Scratch;
import kz.sheshim.engine.index.TableIndex;
import kz.sheshim.facts.Fact;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.FactSlot;
import kz.sheshim.facts.Facts;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.vocabulary.Field;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/**
 * A session for one application after the other. Its rules are those of the tables and of rules/*.drl; the facts come into it only for the latter, when the first of them is asked.
 */
final class TableSession implements RuleBase.Session {

    private record Instance(Object object, FactHandle handle) {}

    private static final Instance[] NO_INSTANCE = {};

    private final KieSession session;
    private final Map<String, TableIndex> indexes;
    private final String[] groups;
    private final Derivations derivations;
    private final Consumer<TableSession> idle;
    private final Examiner examiner = new Examiner();
    private final FactHandle examinerHandle;
    private final DormantMatches matches;
    private final Scratch search = new Scratch();
    private final Instance[][] instances;
    private @Nullable Facts facts;
    private boolean fresh = true;
    private boolean shown;
    private boolean broken;

    TableSession(
            KieSession session,
            Map<String, TableIndex> indexes,
            String[] groups,
            Derivations derivations,
            Consumer<TableSession> idle) {
        this.session = session;
        this.indexes = indexes;
        this.groups = groups;
        this.derivations = derivations;
        this.idle = idle;
        this.examinerHandle = session.insert(examiner);
        this.matches = new DormantMatches(session);
        this.instances = new Instance[derivations.shown().length][];
        java.util.Arrays.fill(instances, NO_INSTANCE);
    }

    /** Takes up the facts of the next application. */
    void begin(Facts next) {
        facts = next;
        if (!fresh) {
            session.update(examinerHandle, examiner);
        }
        fresh = false;
    }

    private Facts facts() {
        return Objects.requireNonNull(facts, "between two applications");
    }

    @Override
    public void run(Plan.Part part, IntConsumer examine) {
        examiner.during(this, groups[part.number()], examine);
    }

    @Override
    public void match(DecisionTable table, Found found) {
        Objects.requireNonNull(indexes.get(table.id()), table.id()).find(facts(), search, found);
    }

    @Override
    public @Nullable Object[] derive(Field field) {
        if (!shown) {
            shown = true;
            for (Derivations.Shown entity : derivations.shown()) {
                if (entity != null) {
                    show(entity);
                }
            }
        }
        Derivations.DerivedByRules derived = derivations.derived(field);
        fire(derived.group());
        Instance[] all = instances[derived.entity()];
        @Nullable Object[] values = new Object[all.length];
        for (int i = 0; i < all.length; i++) {
            values[i] = derived.field().read(all[i].object());
        }
        return values;
    }

    private void show(Derivations.Shown entity) {
        boolean many = entity.entity().many();
        Instance[] all = new Instance[many ? facts().instances(entity.entity().name()) : 1];
        for (int i = 0; i < all.length; i++) {
            int index = many ? i : FactPath.ONCE;
            Object object = entity.newInstance(index);
            for (Derivations.ShownField field : entity.fields()) {
                if (facts().get(field.slot(), index) instanceof Fact.Known known) {
                    field.write(object, known.value());
                }
            }
            all[i] = new Instance(object, session.insert(object));
        }
        instances[entity.number()] = all;
    }

    private void hide(int entity) {
        for (Instance instance : instances[entity]) {
            session.delete(instance.handle());
        }
        instances[entity] = NO_INSTANCE;
    }

    void fire(String group) {
        boolean done = false;
        try {
            session.getAgenda().getAgendaGroup(group).setFocus();
            session.fireAllRules();
            done = true;
        } finally {
            broken |= !done;
        }
    }

    @Override
    public void update(FactSlot slot, int index) {
        Derivations.Shown entity = derivations.shown()[slot.entity()];
        if (!shown || entity == null) {
            return;
        }
        Instance instance = instances[slot.entity()][slot.instance(index)];
        Derivations.ShownField field = entity.fields()[slot.place()];
        Object value = facts().get(slot, index) instanceof Fact.Known known ? known.value() : null;
        if (!Objects.equals(value, field.read(instance.object()))) {
            field.write(instance.object(), value);
            if (field.source()) {
                session.update(
                        instance.handle(),
                        instance.object(),
                        slot.field().path().field());
            }
        }
    }

    @Override
    public void add(String name) {
        if (shown) {
            for (Derivations.Shown entity : derivations.shown()) {
                if (entity != null && entity.entity().name().equals(name)) {
                    hide(entity.number());
                    show(entity);
                }
            }
        }
    }

    /** Ready for the next application, unless a rule left something behind. */
    @Override
    public void close() {
        for (int entity = 0; entity < instances.length; entity++) {
            hide(entity);
        }
        if (shown) {
            matches.forget();
        }
        shown = false;
        facts = null;
        if (broken || session.getFactCount() != 1) {
            dispose();
        } else {
            idle.accept(this);
        }
    }

    void dispose() {
        session.dispose();
    }
}
