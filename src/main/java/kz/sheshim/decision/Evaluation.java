package kz.sheshim.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.sheshim.facts.Fact;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.Facts;
import kz.sheshim.facts.FieldPath;
import kz.sheshim.facts.Slot;
import kz.sheshim.facts.Vocabulary;
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
    private static final SortedSet<FactPath> NOTHING = Collections.emptySortedSet();

    private final Ruleset ruleset;
    private final Facts facts;
    private final RuleBase.Session session;
    private final Examination examination;
    private final Grounds grounds;
    private final List<Match> terms = new ArrayList<>();
    private final TreeMap<String, TreeMap<Subject, Notice>> notices = new TreeMap<>();
    private final Set<String> actions = new TreeSet<>();
    private final LocalDate filedOn;
    private final boolean inForce;
    private Moment reached = Moment.STAGES;
    private String outcome = "";
    private @Nullable Integer workingDays;
    private @Nullable LocalDate due;
    private int lastStage = Integer.MAX_VALUE;

    Evaluation(Evaluator evaluator, Facts facts, RuleBase.Session session) {
        this.ruleset = evaluator.ruleset();
        this.facts = facts;
        this.session = session;
        this.examination = new Examination(evaluator, facts, session, this);
        this.grounds = new Grounds(ruleset.catalogue());
        this.filedOn = filedOn();
        this.inForce = !filedOn.isBefore(ruleset.policy().coveredFrom());
    }

    Verdict verdict() {
        List<Plan.Part> parts = ruleset.plan().parts();
        for (int i = 0; i < parts.size(); i++) {
            examination.run(parts.get(i));
        }
        reach(Moment.TERM);
        return new Verdict(
                outcome,
                filedOn,
                grounds.list(),
                grounds.missing(),
                notices(),
                actions.isEmpty() ? List.of() : List.copyOf(actions),
                workingDays,
                due,
                examination.matched());
    }

    private List<Notice> notices() {
        List<Notice> all = new ArrayList<>();
        notices.values().forEach(each -> all.addAll(each.values()));
        return all;
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

    @Override
    public boolean needs(Planned planned) {
        return planned.laterToo() || planned.moment() == Moment.STAGES && inForce && planned.stage() <= lastStage;
    }

    @Override
    public void reach(Moment moment) {
        if (moment == reached) {
            return;
        }
        if (reached == Moment.STAGES) {
            outcome = inForce ? grounds.outcome() : ruleset.catalogue().outcome(new ReachedBy.OpenRule());
            stateOutcome();
        }
        if (moment == Moment.TERM) {
            workingDays = agreedWorkingDays();
            due = workingDays == null
                    ? null
                    : ruleset.calendar().endOfTerm(filedOn, workingDays).orElse(null);
            Slot calendarEnds = facts.vocabulary().slot(VerdictFields.CALENDAR_ENDS);
            facts.put(calendarEnds, FactPath.ONCE, new Fact.Known(workingDays != null && due == null));
            session.update(calendarEnds, FactPath.ONCE);
        }
        reached = moment;
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
        SortedSet<FactPath> missing =
                ground.subject() instanceof EachValueOf each ? missingSubjects(each, match) : NOTHING;
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
            grounds.couldHold(ground, instance(match, table), missing);
            grounds.couldHold(ground, instance(match, table), match.missing());
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
                    if (known.value() instanceof List<?> list) {
                        list.forEach(value -> subjects.add(subject(value)));
                    } else {
                        subjects.add(subject(known.value()));
                    }
                }
            }
            return subjects;
        }
        return List.of(instance(match, table));
    }

    private static Subject subject(Object value) {
        return new Subject(Values.json(value).toString(), FactPath.ONCE);
    }

    /** The instance that the table was read for, if it was. */
    private static Subject instance(Match match, DecisionTable table) {
        String entity = table.forEach();
        return entity == null
                ? new Subject(null, FactPath.ONCE)
                : new Subject(FactPath.instance(entity, match.index()), match.index());
    }

    private SortedSet<FactPath> missingSubjects(EachValueOf subject, Match match) {
        SortedSet<FactPath> missing = new TreeSet<>();
        for (FactPath path : paths(subject, match)) {
            if (facts.get(path) instanceof Fact.Unknown unknown) {
                missing.addAll(unknown.missing());
            }
        }
        return missing;
    }

    private List<FactPath> paths(EachValueOf subject, Match match) {
        return FieldCondition.reads(subject.field(), subject.scope(), facts, match.index());
    }

    private void stateOutcome() {
        Vocabulary vocabulary = facts.vocabulary();
        facts.put(vocabulary.slot(VerdictFields.OUTCOME), FactPath.ONCE, new Fact.Known(outcome));
        facts.put(vocabulary.slot(VerdictFields.IN_FORCE), FactPath.ONCE, new Fact.Known(inForce));
        List<Ground> list = grounds.list();
        if (!list.isEmpty()) {
            facts.count(VerdictFields.GROUNDS, list.size());
            Slot code = vocabulary.slot(VerdictFields.CODE);
            Slot effect = vocabulary.slot(VerdictFields.EFFECT);
            Slot status = vocabulary.slot(VerdictFields.STATUS);
            Slot subject = vocabulary.slot(VerdictFields.SUBJECT);
            for (int index = 0; index < list.size(); index++) {
                Ground ground = list.get(index);
                facts.put(code, index, new Fact.Known(ground.code()));
                facts.put(effect, index, new Fact.Known(ground.effect()));
                facts.put(
                        status, index, new Fact.Known(ground.citation().status().toString()));
                if (ground.subject() != null) {
                    facts.put(subject, index, new Fact.Known(ground.subject()));
                }
            }
        }
        session.add(VerdictFields.VERDICT);
        session.add(VerdictFields.GROUNDS);
    }

    private @Nullable Integer agreedWorkingDays() {
        if (terms.isEmpty()) {
            return null;
        }
        Set<Integer> days = new TreeSet<>();
        terms.forEach(match -> days.add(((Conclusion.OfTerm) match.conclusion()).workingDays()));
        if (days.size() > 1) {
            throw new RulesConflict(terms.stream().map(match -> match.rule()).toList(), "they give the terms " + days);
        }
        return days.iterator().next();
    }
}
