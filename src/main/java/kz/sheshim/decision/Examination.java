package kz.sheshim.decision;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import kz.sheshim.facts.Fact;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.Facts;
import kz.sheshim.facts.Field;
import kz.sheshim.facts.FieldPath;
import kz.sheshim.facts.Slot;
import kz.sheshim.ruleset.Plan;
import kz.sheshim.ruleset.Plan.Planned;
import kz.sheshim.ruleset.Plan.Step;
import kz.sheshim.table.Gives;
import kz.sheshim.table.HitPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Takes the steps of the plan on the facts of one application: asks the rules what matches, applies the hit policy, and states the facts that follow.
 */
final class Examination {

    /** Who makes the verdict out of what is found. */
    interface Taker {
        /** Whether the results of the step are needed, as far as is known by now. */
        boolean needs(Planned planned);

        /** Steps follow that wait for this moment. */
        void reach(Plan.Moment moment);

        /** Takes what holds or is open in a table, after its hit policy. */
        void take(Planned planned, TableRows table, List<Match> counted);
    }

    private static final SortedSet<FactPath> NOTHING = Collections.emptySortedSet();
    private static final @Nullable Object[] NO_VALUES = {};

    private final Evaluator evaluator;
    private final Facts facts;
    private final RuleBase.Session session;
    private final Taker taker;
    private final boolean[] done;
    private final List<Match> holding = new ArrayList<>();
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

    /** Makes the field known as far as it can be, before its turn. */
    void ensure(FieldPath field) {
        List<Step> givers = evaluator.plan().givers(field);
        for (int i = 0; i < givers.size(); i++) {
            takeWithNeeds(givers.get(i));
        }
    }

    private void takeWithNeeds(Step step) {
        evaluator.plan().needs(step).forEach(this::takeWithNeeds);
        take(evaluator.plan().planned(step));
    }

    /** Every rule that held so far, in any table. */
    List<MatchedRule> matched() {
        holding.sort(Match.BY_RULE);
        List<MatchedRule> matched = new ArrayList<>(holding.size());
        for (Match match : holding) {
            matched.add(match.row().matched(facts, match.index()));
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
        TableRows table = evaluator.table(planned);
        if (table.table().gives() == Gives.FACT) {
            giveFacts(table);
        } else {
            taker.take(planned, table, counted(table));
        }
    }

    private List<Match> counted(TableRows table) {
        List<Match> matches = matches(table);
        if (matches.isEmpty()) {
            return matches;
        }
        List<Match> counted = matches;
        HitPolicy policy = table.table().hitPolicy();
        if (policy != HitPolicy.COLLECT) {
            counted = new ArrayList<>(matches.size());
            for (int from = 0, to; from < matches.size(); from = to) {
                to = endOfInstance(matches, from);
                counted.addAll(Hits.counted(policy, matches.subList(from, to)));
            }
        }
        hold(counted);
        return counted;
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

    private void giveFacts(TableRows table) {
        Slot slot = table.given().orElseThrow();
        List<Match> counted = counted(table);
        int from = 0;
        for (int instance = 0; instance < facts.instances(slot); instance++) {
            int index = slot.many() ? instance : FactPath.ONCE;
            int to = from;
            while (to < counted.size() && counted.get(to).index() == index) {
                to++;
            }
            state(slot, index, Hits.fact(slot.field(), slot.path(index), counted.subList(from, to)));
            from = to;
        }
    }

    private void derive(Planned planned, Field field) {
        DerivedField derived = evaluator.derived(planned, field);
        Slot slot = derived.slot();
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

    private void state(Slot slot, int index, Fact fact) {
        facts.put(slot, index, fact);
        session.update(slot, index);
    }

    /** The matches of a table, by instance and in the order of the rows. */
    private List<Match> matches(TableRows table) {
        List<RuleBase.Session.Candidate> candidates = session.match(table.table());
        if (candidates.isEmpty()) {
            return List.of();
        }
        List<Match> matches = new ArrayList<>(candidates.size());
        for (int i = 0; i < candidates.size(); i++) {
            RuleBase.Session.Candidate candidate = candidates.get(i);
            Row row = table.row(candidate.row());
            SortedSet<FactPath> missing = candidate.holds()
                    ? NOTHING
                    : RowReading.of(table.table(), row.rule(), facts, candidate.index())
                            .missing();
            matches.add(new Match(row, candidate.index(), candidate.holds(), missing));
        }
        return matches;
    }
}
