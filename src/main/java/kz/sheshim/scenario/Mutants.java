package kz.sheshim.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.table.CellText;
import kz.sheshim.table.Citation;
import kz.sheshim.table.Conclusion;
import kz.sheshim.table.Condition;
import kz.sheshim.table.Condition.Between.Bound;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.FieldCondition;
import kz.sheshim.table.Period;
import kz.sheshim.table.Rule;
import kz.sheshim.table.Term;
import kz.sheshim.vocabulary.CodeList;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldType;
import kz.sheshim.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * The small mistakes that can be made in one table, one at a time: a row removed, a bound moved by one, a code taken for the next of its list, yes for no. The place in
 * the act and its status are not changed, because scenarios have no expectation for them.
 */
final class Mutants {
    private final Ruleset ruleset;
    private final DecisionTable table;
    private final List<Mutant> mutants = new ArrayList<>();

    private Mutants(Ruleset ruleset, DecisionTable table) {
        this.ruleset = ruleset;
        this.table = table;
    }

    static List<Mutant> of(Ruleset ruleset, DecisionTable table) {
        Mutants mutants = new Mutants(ruleset, table);
        table.rules().forEach(mutants::mutate);
        return mutants.mutants;
    }

    private void mutate(Rule rule) {
        add(rule, "row", "removed", null);
        period(rule);
        for (int place = 0; place < rule.conditions().size(); place++) {
            condition(rule, place);
        }
        conclusion(rule);
    }

    private void period(Rule rule) {
        LocalDate from = rule.inForce().from();
        LocalDate until = rule.inForce().until();
        // Before the first covered day no rule is in force, so that it does not matter where a rule begins there.
        boolean first = table.datedBy().equals(ruleset.policy().datedBy())
                && ruleset.policy().coveredFrom().equals(from);
        if (from != null) {
            for (LocalDate day : first ? List.of(from.plusDays(1)) : List.of(from.minusDays(1), from.plusDays(1))) {
                add(rule, "From", from + " → " + day, with(rule, new Period(day, until)));
            }
        }
        if (until != null) {
            for (LocalDate day : List.of(until.minusDays(1), until.plusDays(1))) {
                add(rule, "Until", until + " → " + day, with(rule, new Period(from, day)));
            }
        }
    }

    private void condition(Rule rule, int place) {
        FieldCondition cell = rule.conditions().get(place);
        Field field = ruleset.vocabulary().field(cell.field()).orElseThrow();
        for (Condition changed : changed(cell.condition(), field.type())) {
            List<FieldCondition> conditions = new ArrayList<>(rule.conditions());
            conditions.set(place, new FieldCondition(cell.field(), cell.scope(), changed));
            add(
                    rule,
                    cell.field().toString(),
                    CellText.of(cell.condition()) + " → " + CellText.of(changed),
                    new Rule(rule.id(), rule.inForce(), conditions, rule.conclusion(), rule.address()));
        }
    }

    private static List<Condition> changed(Condition condition, FieldType type) {
        if (condition instanceof Condition.OnValues onValues) {
            return changed(onValues, type);
        }
        if (condition instanceof Condition.Between between) {
            return moved(between, type);
        }
        return List.of(condition instanceof Condition.Missing ? new Condition.Present() : new Condition.Missing());
    }

    private static List<Condition> changed(Condition.OnValues condition, FieldType type) {
        List<Condition> changed = new ArrayList<>();
        for (Object value : condition.values()) {
            for (Object neighbour : Neighbours.of(value, type, condition.values())) {
                Set<Object> others = new LinkedHashSet<>(condition.values());
                others.remove(value);
                others.add(neighbour);
                changed.add(condition.on(others));
            }
        }
        return changed;
    }

    private static List<Condition> moved(Condition.Between between, FieldType type) {
        List<Condition> moved = new ArrayList<>();
        moved(between.low(), type).forEach(low -> moved.add(new Condition.Between(low, between.high())));
        moved(between.high(), type).forEach(high -> moved.add(new Condition.Between(between.low(), high)));
        return moved;
    }

    private static List<Bound> moved(@Nullable Bound bound, FieldType type) {
        return bound == null
                ? List.of()
                : Neighbours.of(bound.value(), type, Set.of()).stream()
                        .map(value -> new Bound((Comparable<?>) value, bound.included()))
                        .toList();
    }

    private void conclusion(Rule rule) {
        Conclusion conclusion = rule.conclusion();
        if (conclusion instanceof Conclusion.OfFact fact) {
            FieldType type =
                    ruleset.vocabulary().field(fact.field()).orElseThrow().type();
            boolean list = fact.value() instanceof List<?>;
            Object only = fact.value() instanceof List<?> values ? values.get(0) : fact.value();
            Neighbours.of(only, type, Set.of())
                    .forEach(value ->
                            conclude(rule, new Conclusion.OfFact(fact.field(), list ? List.of(value) : value)));
        } else if (conclusion instanceof Conclusion.OfGround ground) {
            next(ground.code(), ruleset.catalogue().grounds().keySet())
                    .ifPresent(
                            code -> conclude(rule, new Conclusion.OfGround(code, ground.about(), ground.citations())));
            subject(ground.about())
                    .ifPresent(subject ->
                            conclude(rule, new Conclusion.OfGround(ground.code(), subject, ground.citations())));
            next(ground.citations().get(0).act(), ruleset.catalogue().acts().keySet())
                    .ifPresent(act -> add(
                            rule,
                            "citation",
                            ground.citations().get(0).act() + " → " + act,
                            with(rule, new Conclusion.OfGround(ground.code(), ground.about(), citing(act, ground)))));
        } else if (conclusion instanceof Conclusion.OfNotice notice) {
            next(notice.code(), ruleset.catalogue().notices().keySet())
                    .ifPresent(code -> conclude(rule, new Conclusion.OfNotice(code, notice.about())));
            subject(notice.about())
                    .ifPresent(subject -> conclude(rule, new Conclusion.OfNotice(notice.code(), subject)));
        } else if (conclusion instanceof Conclusion.OfAction action) {
            next(action.code(), ruleset.catalogue().actions().keySet())
                    .ifPresent(code -> conclude(rule, new Conclusion.OfAction(code)));
        } else if (conclusion instanceof Conclusion.OfTerm term) {
            term(rule, term.term());
        }
    }

    private void term(Rule rule, Term term) {
        Term.OnDayOff onDayOff = term.onDayOff();
        conclude(rule, new Conclusion.OfTerm(new Term(term.length() + 1, term.unit(), onDayOff)));
        if (term.length() > 0) {
            conclude(rule, new Conclusion.OfTerm(new Term(term.length() - 1, term.unit(), onDayOff)));
        }
        if (onDayOff != null) {
            Term.OnDayOff[] all = Term.OnDayOff.values();
            Term.OnDayOff next = all[(onDayOff.ordinal() + 1) % all.length];
            conclude(rule, new Conclusion.OfTerm(new Term(term.length(), term.unit(), next)));
        }
    }

    private Optional<Conclusion.Subject> subject(Conclusion.@Nullable Subject subject) {
        CodeList subjects = ruleset.vocabulary().codeList(Vocabulary.SUBJECTS).orElse(null);
        if (subjects != null && subject instanceof Conclusion.Subject.Named named) {
            return next(named.code(), subjects.codes().keySet()).map(Conclusion.Subject.Named::new);
        }
        return Optional.empty();
    }

    private static Optional<String> next(String code, Set<String> codes) {
        return Neighbours.next(code, codes, Set.of(code)).stream()
                .map(String.class::cast)
                .findFirst();
    }

    private void conclude(Rule rule, Conclusion changed) {
        add(rule, "conclusion", rule.conclusion().text() + " → " + changed.text(), with(rule, changed));
    }

    private static List<Citation> citing(String act, Conclusion.OfGround ground) {
        List<Citation> citations = new ArrayList<>(ground.citations());
        citations.set(
                0, new Citation(act, citations.get(0).place(), citations.get(0).status()));
        return citations;
    }

    private static Rule with(Rule rule, Conclusion changed) {
        return new Rule(rule.id(), rule.inForce(), rule.conditions(), changed, rule.address());
    }

    private static Rule with(Rule rule, Period inForce) {
        return new Rule(rule.id(), inForce, rule.conditions(), rule.conclusion(), rule.address());
    }

    /** The table with another rule (or, for null, none) in the place of this one. */
    private void add(Rule rule, String cell, String change, @Nullable Rule changed) {
        mutants.add(new Mutant(rule.id(), cell, change, table.with(rule, changed)));
    }
}
