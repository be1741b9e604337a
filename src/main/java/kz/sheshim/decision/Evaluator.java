package kz.sheshim.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.sheshim.facts.Fact;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.Facts;
import kz.sheshim.ruleset.Catalogue.ReachedBy;
import kz.sheshim.ruleset.Ruleset;
import kz.sheshim.ruleset.VerdictFields;
import kz.sheshim.table.Conclusion;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.Gives;
import kz.sheshim.table.RuleId;
import org.jspecify.annotations.Nullable;

/**
 * Finds the verdict: stage by stage the grounds that hold and the rules that stay open, from these the outcome and the term, then what is given with
 * it. One ruleset, any number of threads.
 */
public final class Evaluator {
    private final Ruleset ruleset;
    private final RuleBase ruleBase;

    public Evaluator(Ruleset ruleset, RuleBase ruleBase) {
        this.ruleset = ruleset;
        this.ruleBase = ruleBase;
    }

    public Ruleset ruleset() {
        return ruleset;
    }

    /**
     * The verdict on the facts; states the derived facts among them.
     *
     * @throws RulesConflict if rules that hold contradict each other
     */
    public Verdict evaluate(Facts facts) {
        try (RuleBase.Session session = ruleBase.open(facts)) {
            return new Case(facts, session).verdict();
        }
    }

    /** A ground by what makes it one: its code and subject. The index sorts subjects that are instances. */
    private record GroundKey(int rank, String code, @Nullable String subject, int index)
            implements Comparable<GroundKey> {
        private static final Comparator<GroundKey> ORDER = Comparator.comparingInt(GroundKey::rank)
                .thenComparing(GroundKey::code)
                .thenComparingInt(GroundKey::index)
                .thenComparing(key -> key.subject == null ? "" : key.subject);

        @Override
        public int compareTo(GroundKey other) {
            return ORDER.compare(this, other);
        }
    }

    private record Subject(@Nullable String text, int index) implements Comparable<Subject> {
        @Override
        public int compareTo(Subject other) {
            int byIndex = Integer.compare(index, other.index);
            return byIndex != 0 ? byIndex : String.valueOf(text).compareTo(String.valueOf(other.text));
        }
    }

    /** One application on its way to the verdict. */
    private final class Case {
        private final Facts facts;
        private final RuleBase.Session session;
        private final Examination examination;
        private final TreeMap<GroundKey, Ground> grounds = new TreeMap<>();
        private final TreeMap<GroundKey, SortedSet<FactPath>> open = new TreeMap<>();
        private final TreeMap<String, TreeMap<Subject, Notice>> notices = new TreeMap<>();
        private final Set<String> actions = new TreeSet<>();

        Case(Facts facts, RuleBase.Session session) {
            this.facts = facts;
            this.session = session;
            this.examination = new Examination(ruleset, facts, session);
        }

        Verdict verdict() {
            FactPath datedBy = new FactPath(ruleset.policy().datedBy(), FactPath.ONCE);
            if (!(examination.ensure(datedBy) instanceof Fact.Known day)) {
                throw new IllegalStateException(datedBy + " is not known, so no rule can be in force or not");
            }
            LocalDate filedOn = (LocalDate) day.value();
            boolean inForce = someRuleInForce();
            if (inForce) {
                examineStages();
            }
            open.keySet().removeAll(grounds.keySet());
            String outcome = outcome(inForce);
            stateOutcome(outcome, inForce);
            afterOutcome(Gives.TERM);
            Integer term = workingDays();
            Optional<LocalDate> due =
                    term == null ? Optional.empty() : ruleset.calendar().endOfTerm(filedOn, term);
            state(VerdictFields.CALENDAR_ENDS, term != null && due.isEmpty());
            session.update(new FactPath(VerdictFields.CALENDAR_ENDS, FactPath.ONCE));
            afterOutcome(Gives.NOTICE);
            afterOutcome(Gives.ACTION);
            SortedSet<FactPath> missing = new TreeSet<>();
            open.values().forEach(missing::addAll);
            List<Notice> allNotices = new ArrayList<>();
            notices.values().forEach(each -> allNotices.addAll(each.values()));
            return new Verdict(
                    outcome,
                    filedOn,
                    List.copyOf(grounds.values()),
                    missing.stream().map(FactPath::toString).toList(),
                    allNotices,
                    List.copyOf(actions),
                    term,
                    due.orElse(null),
                    examination.matched());
        }

        /** Whether any rule that gives a ground is in force on the day. */
        private boolean someRuleInForce() {
            for (DecisionTable table : ruleset.tables()) {
                if (table.gives() == Gives.GROUND) {
                    examination.ensure(new FactPath(table.datedBy(), FactPath.ONCE));
                    if (table.rules().stream()
                            .anyMatch(rule -> RowReading.inForce(table, rule, facts) != kz.sheshim.facts.Truth.FALSE)) {
                        return true;
                    }
                }
            }
            return false;
        }

        private void examineStages() {
            int last = Integer.MAX_VALUE;
            for (DecisionTable table : ruleset.plan().examined()) {
                int stage = ruleset.plan().stage(table);
                if (ruleset.plan().afterOutcome(table) || stage > last) {
                    return;
                }
                take(table);
                if (!grounds.isEmpty()) {
                    last = Math.min(last, stage);
                }
            }
        }

        private void afterOutcome(Gives gives) {
            for (DecisionTable table : ruleset.plan().examined()) {
                if (table.gives() == gives && ruleset.plan().afterOutcome(table)) {
                    take(table);
                }
            }
        }

        private final List<Match> terms = new ArrayList<>();

        private void take(DecisionTable table) {
            for (Match match : examination.examine(table)) {
                Conclusion conclusion = match.rule().conclusion();
                if (conclusion instanceof Conclusion.OfGround ground) {
                    takeGround(match, table, ground);
                } else if (!match.holds()) {
                    continue; // notices, actions and terms are given for what holds, never for what is open
                } else if (conclusion instanceof Conclusion.OfNotice notice) {
                    for (Subject subject : subjects(notice.subject(), match, table)) {
                        notices.computeIfAbsent(notice.code(), code -> new TreeMap<>())
                                .put(subject, new Notice(notice.code(), subject.text()));
                    }
                } else if (conclusion instanceof Conclusion.OfAction action) {
                    actions.add(action.code());
                } else {
                    terms.add(match);
                }
            }
        }

        private void takeGround(Match match, DecisionTable table, Conclusion.OfGround ground) {
            String effect = ruleset.catalogue().ground(ground.code()).effect();
            int rank = ruleset.catalogue().rank(effect);
            for (Subject subject : subjects(ground.subject(), match, table)) {
                GroundKey key = new GroundKey(rank, ground.code(), subject.text(), subject.index());
                if (match.holds()) {
                    RuleId rule = match.rule().id();
                    Ground found = new Ground(ground.code(), effect, subject.text(), rule, ground.citation());
                    grounds.merge(key, found, (a, b) -> a.rule().compareTo(b.rule()) <= 0 ? a : b);
                } else {
                    open.computeIfAbsent(key, any -> new TreeSet<>()).addAll(match.missing());
                }
            }
        }

        private List<Subject> subjects(Conclusion.@Nullable Subject subject, Match match, DecisionTable table) {
            if (subject instanceof Conclusion.Subject.Named named) {
                return List.of(new Subject(named.code(), FactPath.ONCE));
            }
            if (subject instanceof Conclusion.Subject.EachValueOf each) {
                List<Subject> values = new ArrayList<>();
                new kz.sheshim.table.FieldCondition(
                                each.field(), each.scope(), new kz.sheshim.table.Condition.Present())
                        .reads(facts, match.index())
                        .forEach(path -> {
                            if (examination.ensure(path) instanceof Fact.Known known) {
                                List<?> elements =
                                        known.value() instanceof List<?> list ? list : List.of(known.value());
                                elements.forEach(element -> values.add(
                                        new Subject(Values.json(element).toString(), FactPath.ONCE)));
                            }
                        });
                return values;
            }
            String entity = table.forEach();
            return List.of(
                    entity == null
                            ? new Subject(null, FactPath.ONCE)
                            : new Subject(FactPath.instance(entity, match.index()), match.index()));
        }

        /** The outcome by the effects that are certain, or the open one when an open rule could bring an earlier effect. */
        private String outcome(boolean inForce) {
            String openOutcome = ruleset.catalogue().outcome(new ReachedBy.OpenRule());
            if (!inForce) {
                return openOutcome;
            }
            String certain = grounds.isEmpty()
                    ? ruleset.catalogue().outcome(new ReachedBy.NoGround())
                    : ruleset.catalogue()
                            .outcome(new ReachedBy.Effect(
                                    grounds.firstEntry().getValue().effect()));
            return !open.isEmpty()
                            && open.firstKey().rank() < ruleset.catalogue().rankOf(certain)
                    ? openOutcome
                    : certain;
        }

        private void stateOutcome(String outcome, boolean inForce) {
            state(VerdictFields.OUTCOME, outcome);
            state(VerdictFields.IN_FORCE, inForce);
            facts.count(VerdictFields.GROUNDS, grounds.size());
            int index = 0;
            for (Ground ground : grounds.values()) {
                state(VerdictFields.CODE, index, ground.code());
                state(VerdictFields.EFFECT, index, ground.effect());
                if (ground.subject() != null) {
                    state(VerdictFields.SUBJECT, index, ground.subject());
                }
                state(VerdictFields.STATUS, index, ground.citation().status().toString());
                index++;
            }
            session.add(VerdictFields.VERDICT);
            session.add(VerdictFields.GROUNDS);
        }

        private void state(kz.sheshim.facts.FieldPath field, Object value) {
            state(field, FactPath.ONCE, value);
        }

        private void state(kz.sheshim.facts.FieldPath field, int index, Object value) {
            facts.put(new FactPath(field, index), new Fact.Known(value));
        }

        private @Nullable Integer workingDays() {
            Set<Integer> days = new TreeSet<>();
            terms.forEach(match -> days.add(((Conclusion.OfTerm) match.rule().conclusion()).workingDays()));
            if (days.size() > 1) {
                throw new RulesConflict(
                        terms.stream().map(match -> match.rule().id()).toList(), "they give the terms " + days);
            }
            return days.isEmpty() ? null : days.iterator().next();
        }
    }
}
