package kz.sheshim.adapter.drools;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import kz.sheshim.adapter.drools.ProposedRows.ProposedRow;
import kz.sheshim.engine.Deadline;
import kz.sheshim.engine.RuleBase;
import kz.sheshim.engine.RulesNeverEnd;
import kz.sheshim.engine.index.Candidates;
import kz.sheshim.facts.FactSlot;
import kz.sheshim.facts.Facts;
import kz.sheshim.table.DecisionTable;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.AgendaFilter;
import org.kie.api.runtime.rule.FactHandle;
import org.kie.api.runtime.rule.Match;

/**
 * A Drools session for one application after the other, with the rules of all rows and rules/*.drl. The rows of a table come into it as facts when the table is evaluated; the application
 * itself when a rule file is first asked.
 */
final class DroolsSession implements RuleBase.Session {
    /** Rules that end fire less often, however many facts they join: three times all facts of an application with a hundred. */
    private static final long FIRINGS_OF_A_FACT = 10_000;

    private final DroolsRuleBase rules;
    private final KieSession session;
    private final Consumer<DroolsSession> idle;
    private final EntityObjects objects;
    private final ProposedRows proposed;
    private final List<ProposedRow> asked = new ArrayList<>();
    /** The handles of the objects that rule files see, by entity; empty until a rule file is asked. */
    private final List<List<FactHandle>> shown = new ArrayList<>();

    private final NamedRuleMatches matches = new NamedRuleMatches();
    private final AgendaFilter goesOn = this::goesOn;
    private @Nullable Facts facts;
    private Deadline deadline = Deadline.NONE;
    private long firings;
    private boolean showing;
    private boolean broken;

    DroolsSession(DroolsRuleBase rules, KieSession session, Consumer<DroolsSession> idle) {
        this.rules = rules;
        this.session = session;
        this.idle = idle;
        objects = new EntityObjects(rules.types());
        proposed = new ProposedRows(
                session, rules.rowType(), objects, rules.rows().shapes().size());
        for (int entity = 0; entity < rules.types().length; entity++) {
            shown.add(new ArrayList<>());
        }
        if (rules.layout().vocabulary().fields().stream()
                .anyMatch(field -> field.rule().isPresent())) {
            session.addEventListener(matches);
        }
    }

    /** Takes up the facts of the next application. */
    void begin(Facts next, Deadline until) {
        facts = next;
        deadline = until;
        objects.fill(next);
    }

    private Facts facts() {
        return Objects.requireNonNull(facts, "between two applications");
    }

    @Override
    public void confirm(DecisionTable table, Candidates candidates, int from, int to) {
        RowRules.TableRules rows = rules.rows().of(table);
        for (FactSlot slot : rows.ofAll()) {
            objects.fillAll(slot, facts());
        }
        for (int candidate = from; candidate < to; candidate++) {
            int row = candidates.row(candidate);
            asked.add(proposed.propose(
                    rows.shapes()[row], rows.values()[row], rows.entity(), candidates.instance(candidate)));
        }
        fire();
        for (int candidate = from; candidate < to; candidate++) {
            Answer answer = asked.get(candidate - from).answer();
            if (answer.fired()) {
                candidates.confirm(candidate, answer.holds());
            }
            proposed.answered(rows.shapes()[candidates.row(candidate)]);
        }
        asked.clear();
    }

    private void fire() {
        boolean done = false;
        firings = 0;
        try {
            session.fireAllRules(goesOn);
            done = true;
        } finally {
            broken |= !done;
        }
    }

    /** Ends rules that fire for ever. */
    private boolean goesOn(Match next) {
        firings++;
        if (firings > FIRINGS_OF_A_FACT * (session.getFactCount() + 1)) {
            String rule = next.getRule().getName();
            throw new RulesNeverEnd(rule, rules.place(rule), firings - 1);
        }
        deadline.check();
        return true;
    }

    @Override
    public @Nullable Object[] derive(FactSlot slot) {
        if (!showing) {
            showing = true;
            rules.entitiesOfRuleFiles().forEach(this::show);
        }
        if (slot.field().rule().isPresent()) {
            return held(slot.field().rule().get(), slot);
        }
        session.getAgenda().getAgendaGroup(slot.field().ruleGroup()).setFocus();
        fire();
        EntityType.FieldAccess derived = Objects.requireNonNull(rules.types()[slot.entity()].field(slot.place()));
        @Nullable Object[] values = new Object[facts().instances(slot)];
        for (int each = 0; each < values.length; each++) {
            values[each] = derived.value(objects.object(slot.entity(), each));
        }
        return values;
    }

    /** For each instance, whether the named rule holds for it; for a field that occurs once, whether it holds at all. */
    private @Nullable Object[] held(String rule, FactSlot slot) {
        if (!matches.asked(rule)) {
            session.getAgenda().getAgendaGroup(rule).setFocus();
            matches.ask(rule);
            fire();
            matches.done();
        }
        @Nullable Object[] values = new Object[facts().instances(slot)];
        for (int each = 0; each < values.length; each++) {
            values[each] = slot.many()
                    ? matches.of(rule, slot.field().path().entity(), objects.object(slot.entity(), each))
                    : matches.any(rule);
        }
        return values;
    }

    private void show(int entity) {
        List<FactHandle> handles = shown.get(entity);
        for (int each = handles.size(); each < objects.filled(entity); each++) {
            handles.add(session.insert(objects.object(entity, each)));
        }
    }

    private void hide() {
        for (List<FactHandle> handles : shown) {
            handles.forEach(session::delete);
            handles.clear();
        }
        showing = false;
        matches.clear();
    }

    @Override
    public void update(FactSlot slot, int instance) {
        EntityType.FieldAccess field = rules.types()[slot.entity()].field(slot.place());
        int each = slot.instance(instance);
        if (field == null || each >= objects.filled(slot.entity())) {
            return; // no rule reads it, or the instance comes with add
        }
        field.rewrite(objects.object(slot.entity(), each), facts().get(slot, instance));
        if (showing && field.readByRuleFiles()) {
            session.update(
                    shown.get(slot.entity()).get(each),
                    objects.object(slot.entity(), each),
                    slot.field().path().field());
        }
    }

    @Override
    public void add(String entity) {
        int number = rules.layout().number(entity);
        if (rules.types()[number].anyShown()) {
            objects.fill(number, facts());
            if (showing && rules.entitiesOfRuleFiles().contains(number)) {
                show(number);
            }
        }
    }

    /** Ready for the next application, unless a rule file left something behind. */
    @Override
    public void close() {
        hide();
        objects.blank(facts());
        facts = null;
        if (broken || session.getFactCount() != proposed.size()) {
            dispose();
        } else {
            idle.accept(this);
        }
    }

    void dispose() {
        session.dispose();
    }
}
