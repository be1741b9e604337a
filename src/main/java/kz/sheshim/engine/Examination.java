package kz.sheshim.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.function.BiConsumer;
import kz.sheshim.engine.Plan.Planned;
import kz.sheshim.engine.Plan.Step;
import kz.sheshim.engine.index.Found;
import kz.sheshim.facts.Fact;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.FactSlot;
import kz.sheshim.facts.Facts;
import kz.sheshim.table.ConclusionKind;
import kz.sheshim.table.HitPolicy;
import kz.sheshim.verdict.MatchedRule;
import kz.sheshim.verdict.ReadValues;
import kz.sheshim.vocabulary.Field;
import org.jspecify.annotations.Nullable;

/**
 * Takes the steps of the plan on the facts of one application: asks the rules what matches, applies the hit policy, and states the facts that follow.
 */
final class Examination implements Found {

    /** Who makes the verdict out of what is found. */
    interface Taker {
        /** Whether the results of the step are needed, as far as is known by now. */
        boolean needs(Planned planned);

        /** Steps follow that wait for this moment. */
        void reach(Plan.Moment moment);

        /** Takes what holds or is open in a table, after its hit policy. */
        void take(Planned planned, PreparedTable table, List<Match> counted);
    }

    private static final SortedSet<FactPath> NOTHING = Collections.emptySortedSet();
    private static final @Nullable Object[] NO_VALUES = {};

    private final Evaluator evaluator;
    private final Facts facts;
    private final RuleBase.Session session;
    private final Taker taker;
    private final boolean[] done;
    private final List<Match> holding = new ArrayList<>();
    private final List<Match> matches = new ArrayList<>();
    private @Nullable PreparedTable asked;
    private int next;

    Examination(Evaluator evaluator, Facts facts, RuleBase.Session session, Taker taker) {
        this.evaluator = evaluator;
        this.facts = facts;
        this.session = session;
        this.taker = taker;
        this.done = new boolean[evaluator.plan().steps().size()];
    }

    /** Takes the steps of a part, but for those that nobody needs. */
    void run(Plan.Part part) {
        next = part.steps().get(0).place();
        if (part.hasTables() && needsAny(part)) {
            session.run(part, this::takeUpTo);
        }
        takeUpTo(part.steps().get(part.steps().size() - 1).place());
    }

    private boolean needsAny(Plan.Part part) {
        List<Planned> steps = part.steps();
        for (int i = 0; i < steps.size(); i++) {
            if (taker.needs(steps.get(i))) {
                return true;
            }
        }
        return false;
    }

    private void takeUpTo(int place) {
        for (; next <= place; next++) {
            Planned planned = evaluator.plan().steps().get(next);
            taker.reach(planned.moment());
            if (taker.needs(planned)) {
                take(planned);
            }
        }
    }

    /** Takes steps before their turn, each after those that it needs. */
    void takeAtOnce(List<Planned> steps) {
        for (int i = 0; i < steps.size(); i++) {
            take(steps.get(i));
        }
    }

    /** Every rule that held so far, in any table. */
    List<MatchedRule> matched() {
        holding.sort(Match.BY_RULE);
        List<MatchedRule> matched = new ArrayList<>(holding.size());
        for (Match match : holding) {
            matched.add(new MatchedRule(
                    match.rule(), new ReadValues((BiConsumer<String, @Nullable Object> value) -> match.row()
                            .read(facts, match.index(), value))));
        }
        return matched;
    }

    private void take(Planned planned) {
        if (done[planned.place()]) {
            return;
        }
        done[planned.place()] = true;
        if (planned.step() instanceof Step.Derive derive) {
            derive(planned, derive.field());
            return;
        }
        PreparedTable table = evaluator.table(planned);
        if (table.table().gives() == ConclusionKind.FACT) {
            giveFacts(table);
        } else {
            taker.take(planned, table, counted(table));
        }
    }

    /** What holds or is open in a table, after its hit policy; until the next table is examined. */
    private List<Match> counted(PreparedTable table) {
        matches.clear();
        asked = table;
        session.match(table.table(), this);
        List<Match> counted = matches;
        HitPolicy policy = table.table().hitPolicy();
        if (policy != HitPolicy.COLLECT && severalOfAnInstance()) {
            counted = new ArrayList<>(matches.size());
            for (int from = 0, to; from < matches.size(); from = to) {
                to = endOfInstance(matches, from);
                counted.addAll(HitPolicies.counted(policy, matches.subList(from, to)));
            }
        }
        hold(counted);
        return counted;
    }

    @Override
    public void row(int number, int index, boolean holds) {
        PreparedTable table = Objects.requireNonNull(asked);
        if (table.table().hitPolicy() == HitPolicy.FIRST && heldAlready(index)) {
            return;
        }
        PreparedRule row = table.row(number);
        SortedSet<FactPath> missing = holds
                ? NOTHING
                : RowReading.of(table.table(), row.rule(), facts, index).missing();
        matches.add(new Match(row, index, holds, missing));
    }

    /** A row before it holds for the same instance. */
    private boolean heldAlready(int index) {
        if (matches.isEmpty()) {
            return false;
        }
        Match last = matches.get(matches.size() - 1);
        return last.index() == index && last.holds();
    }

    private boolean severalOfAnInstance() {
        for (int i = 1; i < matches.size(); i++) {
            if (matches.get(i).index() == matches.get(i - 1).index()) {
                return true;
            }
        }
        return false;
    }

    private static int endOfInstance(List<Match> matches, int from) {
        int to = from + 1;
        while (to < matches.size()
                && matches.get(to).index() == matches.get(from).index()) {
            to++;
        }
        return to;
    }

    private void hold(List<Match> counted) {
        for (int i = 0; i < counted.size(); i++) {
            Match match = counted.get(i);
            if (match.holds()) {
                holding.add(match);
            }
        }
    }

    private void giveFacts(PreparedTable table) {
        FactSlot slot = table.given().orElseThrow();
        List<Match> counted = counted(table);
        int from = 0;
        for (int instance = 0; instance < facts.instances(slot); instance++) {
            int index = slot.many() ? instance : FactPath.ONCE;
            int to = from;
            while (to < counted.size() && counted.get(to).index() == index) {
                to++;
            }
            state(slot, index, HitPolicies.fact(slot.field(), slot.path(index), counted.subList(from, to)));
            from = to;
        }
    }

    private void derive(Planned planned, Field field) {
        DerivedField derived = evaluator.derived(planned, field);
        FactSlot slot = derived.slot();
        @Nullable Object[] byRules = field.byRules() ? session.derive(field) : NO_VALUES;
        for (int instance = 0; instance < facts.instances(slot); instance++) {
            int index = slot.many() ? instance : FactPath.ONCE;
            Object value = field.byRules() ? byRules[instance] : null;
            state(slot, index, derived.fact(facts, index, value == null ? null : normal(value)));
        }
    }

    /** Numbers as conditions compare them: whatever scale or width a rule file gave them. */
    private static Object normal(Object value) {
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros();
        }
        return value instanceof Integer number ? (Object) number.longValue() : value;
    }

    private void state(FactSlot slot, int index, Fact fact) {
        facts.put(slot, index, fact);
        session.update(slot, index);
    }
}
