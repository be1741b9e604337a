package kz.sheshim.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.sheshim.facts.Fact;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.Facts;
import kz.sheshim.facts.FieldPath;
import kz.sheshim.ruleset.Catalogue.ReachedBy;
import kz.sheshim.ruleset.Plan;
import kz.sheshim.ruleset.Plan.Moment;
import kz.sheshim.ruleset.Plan.Planned;
import kz.sheshim.ruleset.Ruleset;
import kz.sheshim.ruleset.VerdictFields;
import kz.sheshim.table.Conclusion;
import kz.sheshim.table.Conclusion.Subject.EachValueOf;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.FieldCondition;
import org.jspecify.annotations.Nullable;

/**
 * One application on its way to the verdict: stage by stage the grounds that hold and the rules that stay open, from these the outcome and the term, then
 * what is given with it.
 */
final class Evaluation implements Examination.Taker {
    private final Ruleset ruleset;
    private final Facts facts;
    private final RuleBase.Session session;
    private final Examination examination;
    private final Grounds grounds;
    private final List<Match> terms = new ArrayList<>();
    private final TreeMap<String, TreeMap<Subject, Notice>> notices = new TreeMap<>();
    private final Set<String> actions = new TreeSet<>();
    private boolean inForce;
    private int lastStage = Integer.MAX_VALUE;

    Evaluation(Evaluator evaluator, Facts facts, RuleBase.Session session) {
        this.ruleset = evaluator.ruleset();
        this.facts = facts;
        this.session = session;
        this.examination = new Examination(evaluator, facts, session, this);
        this.grounds = new Grounds(ruleset.catalogue());
    }

    Verdict verdict() {
        LocalDate filedOn = filedOn();
        inForce = !filedOn.isBefore(ruleset.policy().coveredFrom());
        examine(Moment.STAGES);
        String outcome = inForce ? grounds.outcome() : ruleset.catalogue().outcome(new ReachedBy.OpenRule());
        stateOutcome(outcome);
        examine(Moment.OUTCOME);
        Integer workingDays = workingDays();
        Optional<LocalDate> due =
                workingDays == null ? Optional.empty() : ruleset.calendar().endOfTerm(filedOn, workingDays);
        facts.put(once(VerdictFields.CALENDAR_ENDS), new Fact.Known(workingDays != null && due.isEmpty()));
        session.update(facts.vocabulary().slot(VerdictFields.CALENDAR_ENDS), FactPath.ONCE);
        examine(Moment.TERM);
        return new Verdict(
                outcome,
                filedOn,
                grounds.list(),
                grounds.missing().stream().map(FactPath::toString).toList(),
                notices.values().stream()
                        .flatMap(each -> each.values().stream())
                        .toList(),
                List.copyOf(actions),
                workingDays,
                due.orElse(null),
                examination.matched());
    }

    private static FactPath once(FieldPath field) {
        return new FactPath(field, FactPath.ONCE);
    }

    private LocalDate filedOn() {
        FieldPath datedBy = ruleset.policy().datedBy();
        examination.ensure(datedBy);
        if (facts.get(once(datedBy)) instanceof Fact.Known day) {
            return (LocalDate) day.value();
        }
        throw new IllegalStateException(datedBy + " is not known, so no rule can be in force or not");
    }

    private void examine(Moment moment) {
        List<Plan.Part> parts = ruleset.plan().parts();
        for (int i = 0; i < parts.size(); i++) {
            Plan.Part part = parts.get(i);
            if (part.moment() == moment) {
                examination.run(part);
            }
        }
    }

    @Override
    public boolean needs(Planned planned) {
        return planned.laterToo() || planned.moment() == Moment.STAGES && inForce && planned.stage() <= lastStage;
    }

    @Override
    public void take(Planned planned, TableRows table, List<Match> counted) {
        for (int i = 0; i < counted.size(); i++) {
            Match match = counted.get(i);
            if (match.conclusion() instanceof Conclusion.OfGround ground) {
                takeGround(ground, match, table.table());
            } else if (match.holds()) {
                takeWhatHolds(match.conclusion(), match, table.table());
            }
        }
        // A ground ends the examination with its stage.
        if (!grounds.isEmpty() && planned.stage() < lastStage) {
            lastStage = planned.stage();
        }
    }

    private void takeGround(Conclusion.OfGround ground, Match match, DecisionTable table) {
        SortedSet<FactPath> missing = missingSubjects(ground.subject(), match);
        List<Subject> subjects = subjects(ground.subject(), match, table);
        // A ground holds whether or not there is a value to name as its subject.
        for (Subject subject : subjects.isEmpty() && missing.isEmpty() ? List.of(instance(match, table)) : subjects) {
            if (match.holds()) {
                grounds.hold(ground, subject, match.rule());
            } else {
                grounds.couldHold(ground, subject, match.missing());
            }
        }
        if (!missing.isEmpty()) {
            missing.addAll(match.missing());
            grounds.couldHold(ground, instance(match, table), missing);
        }
    }

    /** Notices, actions and terms are given for what holds, never for what is open. */
    private void takeWhatHolds(Conclusion conclusion, Match match, DecisionTable table) {
        if (conclusion instanceof Conclusion.OfNotice notice) {
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

    private List<Subject> subjects(Conclusion.@Nullable Subject subject, Match match, DecisionTable table) {
        if (subject instanceof Conclusion.Subject.Named named) {
            return List.of(new Subject(named.code(), FactPath.ONCE));
        }
        if (subject instanceof EachValueOf each) {
            List<Subject> subjects = new ArrayList<>();
            for (FactPath path : paths(each, match)) {
                if (facts.get(path) instanceof Fact.Known known) {
                    List<?> values = known.value() instanceof List<?> list ? list : List.of(known.value());
                    values.forEach(
                            value -> subjects.add(new Subject(Values.json(value).toString(), FactPath.ONCE)));
                }
            }
            return subjects;
        }
        return List.of(instance(match, table));
    }

    /** The instance that the table was read for, if it was. */
    private static Subject instance(Match match, DecisionTable table) {
        String entity = table.forEach();
        return entity == null
                ? new Subject(null, FactPath.ONCE)
                : new Subject(FactPath.instance(entity, match.index()), match.index());
    }

    private SortedSet<FactPath> missingSubjects(Conclusion.@Nullable Subject subject, Match match) {
        SortedSet<FactPath> missing = new TreeSet<>();
        if (subject instanceof EachValueOf each) {
            for (FactPath path : paths(each, match)) {
                if (facts.get(path) instanceof Fact.Unknown unknown) {
                    missing.addAll(unknown.missing());
                }
            }
        }
        return missing;
    }

    private List<FactPath> paths(EachValueOf subject, Match match) {
        return FieldCondition.reads(subject.field(), subject.scope(), facts, match.index());
    }

    private void stateOutcome(String outcome) {
        facts.put(once(VerdictFields.OUTCOME), new Fact.Known(outcome));
        facts.put(once(VerdictFields.IN_FORCE), new Fact.Known(inForce));
        List<Ground> list = grounds.list();
        facts.count(VerdictFields.GROUNDS, list.size());
        for (int index = 0; index < list.size(); index++) {
            Ground ground = list.get(index);
            facts.put(new FactPath(VerdictFields.CODE, index), new Fact.Known(ground.code()));
            facts.put(new FactPath(VerdictFields.EFFECT, index), new Fact.Known(ground.effect()));
            facts.put(
                    new FactPath(VerdictFields.STATUS, index),
                    new Fact.Known(ground.citation().status().toString()));
            if (ground.subject() != null) {
                facts.put(new FactPath(VerdictFields.SUBJECT, index), new Fact.Known(ground.subject()));
            }
        }
        session.add(VerdictFields.VERDICT);
        session.add(VerdictFields.GROUNDS);
    }

    private @Nullable Integer workingDays() {
        Set<Integer> days = new TreeSet<>();
        terms.forEach(match -> days.add(((Conclusion.OfTerm) match.conclusion()).workingDays()));
        if (days.size() > 1) {
            throw new RulesConflict(terms.stream().map(match -> match.rule()).toList(), "they give the terms " + days);
        }
        return days.isEmpty() ? null : days.iterator().next();
    }
}
