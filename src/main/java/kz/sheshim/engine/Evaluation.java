package kz.sheshim.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.sheshim.engine.Plan.Moment;
import kz.sheshim.engine.Plan.Planned;
import kz.sheshim.engine.Ranking.RankedGround;
import kz.sheshim.facts.Fact;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.FactSlot;
import kz.sheshim.facts.Facts;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.policy.VerdictFields;
import kz.sheshim.table.Conclusion;
import kz.sheshim.verdict.Notice;
import kz.sheshim.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * One application on its way to the verdict: stage by stage the grounds that hold and the rules that stay open, from these the outcome and the term, then
 * what is given with it.
 */
final class Evaluation implements Examination.Taker {
    private final Ruleset ruleset;
    private final Evaluator evaluator;
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
        this.evaluator = evaluator;
        this.facts = facts;
        this.session = session;
        this.examination = new Examination(evaluator, facts, session, this);
        this.grounds = new Grounds(evaluator.ranking());
        this.filedOn = filedOn();
        this.inForce = !filedOn.isBefore(ruleset.policy().coveredFrom());
    }

    Verdict verdict() {
        List<Plan.Part> parts = evaluator.plan().parts();
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
        if (notices.isEmpty()) {
            return List.of();
        }
        List<Notice> all = new ArrayList<>();
        notices.values().forEach(each -> all.addAll(each.values()));
        return all;
    }

    private LocalDate filedOn() {
        examination.takeAtOnce(evaluator.stepsToDate());
        FactSlot dating = evaluator.dating();
        if (facts.get(dating, FactPath.ONCE) instanceof Fact.Known day) {
            return (LocalDate) day.value();
        }
        throw new IllegalStateException(dating.field().path() + " is not known, so no rule can be in force or not");
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
            outcome = inForce
                    ? grounds.outcome()
                    : evaluator.ranking().byOpenRule().code();
            stateOutcome();
        }
        if (moment == Moment.TERM) {
            workingDays = agreedWorkingDays();
            due = workingDays == null
                    ? null
                    : ruleset.calendar().endOfTerm(filedOn, workingDays).orElse(null);
            FactSlot calendarEnds = evaluator.slots().calendarEnds();
            facts.put(calendarEnds, FactPath.ONCE, new Fact.Known(workingDays != null && due == null));
            session.update(calendarEnds, FactPath.ONCE);
        }
        reached = moment;
    }

    @Override
    public void take(Planned planned, PreparedTable table, List<Match> counted) {
        for (int i = 0; i < counted.size(); i++) {
            Match match = counted.get(i);
            if (match.conclusion() instanceof Conclusion.OfGround ground) {
                takeGround(ground, match, table);
            } else if (match.holds()) {
                takeWhatHolds(match.conclusion(), match, table);
            }
        }
        // A ground ends the examination with its stage.
        if (!grounds.isEmpty() && planned.stage() < lastStage) {
            lastStage = planned.stage();
        }
    }

    private void takeGround(Conclusion.OfGround ground, Match match, PreparedTable table) {
        RankedGround ranked = Objects.requireNonNull(match.row().ground());
        Subject instance = table.instance(match.index());
        SortedSet<FactPath> missing = match.row().subjects().missing(facts, match.index());
        List<Subject> subjects = match.row().subjects().known(facts, match.index(), instance);
        // A ground holds whether or not there is a value to name as its subject.
        for (Subject subject : subjects.isEmpty() && missing.isEmpty() ? List.of(instance) : subjects) {
            takeGround(ranked, ground, subject, match);
        }
        if (!missing.isEmpty()) {
            grounds.couldHold(ranked, instance, missing);
            grounds.couldHold(ranked, instance, match.missing());
        }
    }

    private void takeGround(RankedGround ranked, Conclusion.OfGround ground, Subject subject, Match match) {
        if (match.holds()) {
            grounds.hold(ranked, subject, ground.citation(), match.rule());
        } else {
            grounds.couldHold(ranked, subject, match.missing());
        }
    }

    /** Notices, actions and terms are given for what holds, never for what is open. */
    private void takeWhatHolds(Conclusion conclusion, Match match, PreparedTable table) {
        if (conclusion instanceof Conclusion.OfNotice notice) {
            for (Subject subject : match.row().subjects().known(facts, match.index(), table.instance(match.index()))) {
                notices.computeIfAbsent(notice.code(), code -> new TreeMap<>())
                        .put(subject, new Notice(notice.code(), subject.text()));
            }
        } else if (conclusion instanceof Conclusion.OfAction action) {
            actions.add(action.code());
        } else {
            terms.add(match);
        }
    }

    private void stateOutcome() {
        VerdictSlots slots = evaluator.slots();
        facts.put(slots.outcome(), FactPath.ONCE, new Fact.Known(outcome));
        facts.put(slots.inForce(), FactPath.ONCE, new Fact.Known(inForce));
        grounds.state(facts, slots);
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
