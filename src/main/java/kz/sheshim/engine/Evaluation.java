package kz.sheshim.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import kz.sheshim.facts.Fact;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.FactSlot;
import kz.sheshim.facts.Facts;
import kz.sheshim.policy.Plan.Phase;
import kz.sheshim.policy.Plan.PlannedStep;
import kz.sheshim.policy.Plan.Step;
import kz.sheshim.policy.VerdictFields;
import kz.sheshim.table.ConclusionKind;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.Term;
import kz.sheshim.verdict.Ground;
import kz.sheshim.verdict.MatchedRule;
import kz.sheshim.verdict.Notice;
import kz.sheshim.verdict.ReadValues;
import kz.sheshim.verdict.Values;
import kz.sheshim.verdict.Verdict;
import kz.sheshim.vocabulary.Field;
import org.jspecify.annotations.Nullable;

/**
 * Finds the verdict on one application, by taking the steps of the plan in their order.
 *
 * <p>A step derives a field, or evaluates a table; a table gives a field, or concludes grounds, notices, actions or the term. Each row of a table is true, false or,
 * when a fact that it reads is unknown, open. A row that is true counts by the hit policy of its table; in a FIRST table every row behind an open one is open too.
 * An open row concludes nothing: a field is unknown unless a row that is true gives it, or its If absent means a value, and no open row gives another one; a ground that
 * an open row could bring lists the facts that the row misses, and makes the outcome undetermined where it could change it; notices, actions and terms of open rows
 * are left out, and what they miss is not listed.
 */
final class Evaluation {
    private final PreparedPolicy policy;
    private final Facts facts;
    private final RuleBase.Session session;
    private final TableMatches matches;
    private final Conclusions conclusions;
    private final Deadline deadline;
    private final boolean[] taken;
    private final List<Match> holding = new ArrayList<>();
    private LocalDate filedOn = LocalDate.MAX;
    private boolean coversFilingDay;
    private Phase reached = Phase.STAGES;
    private int lastStage = Integer.MAX_VALUE;
    private String outcome = "";
    private @Nullable Term term;
    private @Nullable LocalDate due;

    /**
     * @param facts what the application states; the evaluation adds what follows from it
     * @param session of the compiled rules, opened on these facts
     * @param rows who says which rows count
     */
    Evaluation(PreparedPolicy policy, Facts facts, RuleBase.Session session, Rows rows, Deadline deadline) {
        this.policy = policy;
        this.facts = facts;
        this.session = session;
        this.deadline = deadline;
        matches = new TableMatches(rows, facts);
        conclusions = new Conclusions(facts, policy.ranking());
        taken = new boolean[policy.plan().steps().size()];
    }

    Verdict verdict() {
        policy.stepsToFilingDay().forEach(this::take);
        filedOn = filedOn();
        coversFilingDay = !filedOn.isBefore(policy.ruleset().policy().coveredFrom());
        List<PlannedStep> steps = policy.plan().steps();
        for (int place = 0; place < steps.size(); place++) {
            PlannedStep step = steps.get(place);
            enter(step.phase());
            if (needed(step)) {
                take(step);
            }
        }
        enter(Phase.TERM);
        List<Ground> grounds = conclusions.grounds().list();
        List<Notice> notices = conclusions.notices();
        List<String> actions = conclusions.actions();
        Map<String, Object> textValues =
                textValues(policy.textValues().of(grounds, notices, actions)); // may take further steps
        return new Verdict(
                outcome,
                filedOn,
                grounds,
                conclusions.grounds().missing(),
                notices,
                actions,
                term,
                due,
                matched(),
                textValues);
    }

    /** The values of facts, as JSON; nothing of one without a value. */
    private Map<String, Object> textValues(Set<FactPath> paths) {
        if (paths.isEmpty()) {
            return Map.of();
        }
        Map<String, Object> values = new TreeMap<>();
        for (FactPath path : paths) {
            policy.stepsTo(path.field()).forEach(this::take);
            if (facts.get(path) instanceof Fact.Known known) {
                values.put(path.toString(), Values.json(known.value()));
            }
        }
        return values;
    }

    private LocalDate filedOn() {
        FactSlot slot = policy.filingDay();
        if (facts.get(slot, FactPath.ONCE) instanceof Fact.Known day) {
            return (LocalDate) day.value();
        }
        throw new IllegalStateException(slot.field().path() + " is not known, so no rule can be in force or not");
    }

    /** A ground ends the search for grounds with its stage; before the first day that the policy covers there is none. */
    private boolean needed(PlannedStep step) {
        return step.neededAfterOutcome()
                || step.phase() == Phase.STAGES && coversFilingDay && step.stage() <= lastStage;
    }

    private void take(PlannedStep step) {
        if (taken[step.place()]) {
            return;
        }
        taken[step.place()] = true;
        deadline.check();
        if (step.step() instanceof Step.Derive derive) {
            derive(policy.derived(step, derive.field()), derive.field());
        } else {
            DecisionTable table = ((Step.Evaluate) step.step()).table();
            evaluate(step, policy.table(step, table));
        }
    }

    private void evaluate(PlannedStep step, PreparedTable table) {
        List<Match> counted = matches.counted(table);
        for (int i = 0; i < counted.size(); i++) {
            if (counted.get(i).holds()) {
                holding.add(counted.get(i));
            }
        }
        if (table.table().gives() == ConclusionKind.FACT) {
            give(table.given().orElseThrow(), counted);
        } else {
            conclusions.add(table, counted);
            if (!conclusions.grounds().noneHolds() && step.stage() < lastStage) {
                lastStage = step.stage();
            }
        }
    }

    /** Gives each instance of a field what the matches for it say. */
    private void give(FactSlot slot, List<Match> counted) {
        int from = 0;
        for (int each = 0; each < facts.instances(slot); each++) {
            int instance = slot.many() ? each : FactPath.ONCE;
            int to = from;
            while (to < counted.size() && counted.get(to).instance() == instance) {
                to++;
            }
            put(slot, instance, HitPolicies.fact(slot.field(), slot.path(instance), counted.subList(from, to)));
            from = to;
        }
    }

    private void derive(DerivedField derived, Field field) {
        FactSlot slot = derived.slot();
        @Nullable Object @Nullable [] byRules = field.byRules() ? session.derive(slot) : null;
        for (int each = 0; each < facts.instances(slot); each++) {
            int instance = slot.many() ? each : FactPath.ONCE;
            Object value = byRules == null ? null : byRules[each];
            put(slot, instance, derived.fact(facts, instance, value == null ? null : normal(value)));
        }
    }

    /** Numbers as conditions compare them, whatever scale or width a rule file gave them. */
    private static Object normal(Object value) {
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros();
        }
        return value instanceof Integer number ? (Object) number.longValue() : value;
    }

    private void put(FactSlot slot, int instance, Fact fact) {
        facts.put(slot, instance, fact);
        session.update(slot, instance);
    }

    /** What is known from now on: the outcome behind the stages, the due date behind the tables that give the term. */
    private void enter(Phase phase) {
        if (phase == reached) {
            return;
        }
        if (reached == Phase.STAGES) {
            outcome = coversFilingDay
                    ? conclusions.grounds().outcome()
                    : policy.ranking().byOpenRule().code();
            VerdictSlots slots = policy.slots();
            put(slots.outcome(), FactPath.ONCE, new Fact.Known(outcome));
            put(slots.inForce(), FactPath.ONCE, new Fact.Known(coversFilingDay));
            conclusions.grounds().state(facts, slots);
            session.add(VerdictFields.GROUNDS);
        }
        if (phase == Phase.TERM) {
            term = conclusions.term();
            due = term == null
                    ? null
                    : policy.ruleset().calendar().endOfTerm(filedOn, term).orElse(null);
            boolean calendarEnds = term != null && due == null;
            put(policy.slots().calendarEnds(), FactPath.ONCE, new Fact.Known(calendarEnds));
        }
        reached = phase;
    }

    /** Every rule that holds and counts, in any table, sorted by id. */
    private List<MatchedRule> matched() {
        holding.sort(Match.BY_RULE);
        List<MatchedRule> matched = new ArrayList<>(holding.size());
        for (Match match : holding) {
            matched.add(new MatchedRule(
                    match.id(), new ReadValues((BiConsumer<String, @Nullable Object> value) -> match.rule()
                            .read(facts, match.instance(), value))));
        }
        return matched;
    }

    /** The tables that were evaluated. */
    List<DecisionTable> evaluated() {
        return policy.plan().steps().stream()
                .filter(step -> taken[step.place()])
                .flatMap(step -> step.step().evaluated().stream())
                .toList();
    }
}
