package kz.sheshim.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import kz.sheshim.analysis.ClauseSolver.SearchResult;
import kz.sheshim.analysis.Results.Statement;
import kz.sheshim.analysis.TableChange.ChangedCase;
import kz.sheshim.facts.Truth;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.HitPolicy;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.Phrase;

/** Finds the cases for which a table of one ruleset concludes something else than that of another. */
public final class TableComparison {
    private final ClauseSolver.Factory solvers;
    private final Effort effort;

    public TableComparison(ClauseSolver.Factory solvers, Effort effort) {
        this.solvers = solvers;
        this.effort = effort;
    }

    /** Compares two tables, each with what the fields of its ruleset can be. */
    public TableChange compare(Ruleset before, DecisionTable old, Ruleset after, DecisionTable now) {
        if (old.gives() != now.gives()
                || !old.givenFields().equals(now.givenFields())
                || !Objects.equals(old.forEach(), now.forEach())) {
            return new TableChange.NotCompared(
                    Phrase.of("it gives something else, or is read for each of something else"));
        }
        Possibilities then = new Possibilities(before);
        Possibilities today = new Possibilities(after);
        Set<FieldPath> fields = new LinkedHashSet<>(old.reads());
        fields.addAll(now.reads());
        for (FieldPath field : fields) {
            Optional<Field> was = before.vocabulary().field(field);
            Optional<Field> is = after.vocabulary().field(field);
            if (was.isPresent()
                    && is.isPresent()
                    && !was.get().type().getClass().equals(is.get().type().getClass())) {
                return new TableChange.NotCompared(Phrase.of("the field {0} has another type", field));
            }
        }
        CaseSpace space = new CaseSpace(List.of(old, now), field -> {
            if (before.vocabulary().field(field).isEmpty()) {
                return today.of(field, now);
            }
            PossibleValues was = then.of(field, old);
            return after.vocabulary().field(field).isEmpty() ? was : was.or(today.of(field, now));
        });
        if (space.size() * (old.rules().size() + now.rules().size()) > effort.maxBits()) {
            return new TableChange.NotCompared(Phrase.of("it is too large"));
        }
        Propositions propositions = new Propositions(space, solvers.open(effort.maxConflicts()));
        boolean alike = old.hitPolicy() == now.hitPolicy()
                && old.datedBy().equals(now.datedBy())
                && given(before, old)
                        .map(Field::ifAbsent)
                        .equals(given(after, now).map(Field::ifAbsent));
        int touched = alike
                ? propositions.any(
                        ChangedRules.between(old.rules(), now.rules(), now.hitPolicy() == HitPolicy.FIRST).stream()
                                .flatMap(rule -> space.region(now, rule, Truth.UNKNOWN).stream())
                                .mapToInt(propositions::define)
                                .toArray())
                : propositions.always();
        return new Search(
                        space,
                        propositions,
                        touched,
                        new Results(propositions, space, old, given(before, old)),
                        new Results(propositions, space, now, given(after, now)),
                        new CaseTexts(space, now.datedBy()))
                .search();
    }

    private static Optional<Field> given(Ruleset ruleset, DecisionTable table) {
        return table.givenFields().stream()
                .flatMap(path -> ruleset.vocabulary().field(path).stream())
                .findFirst();
    }

    /** One case after the other, each widened as far as both tables conclude the same as in it. */
    private final class Search {
        private final CaseSpace space;
        private final Propositions propositions;
        /** Says: a changed rule is not ruled out. Elsewhere nothing can differ, which spares the solver a long proof. */
        private final int touched;

        private final Results before;
        private final Results after;
        private final CaseTexts wording;
        private final int differ;
        private final List<Box> boxes = new ArrayList<>();
        private final List<Integer> literals = new ArrayList<>();
        private final List<ChangedCase> differences = new ArrayList<>();

        Search(
                CaseSpace space,
                Propositions propositions,
                int touched,
                Results before,
                Results after,
                CaseTexts wording) {
            this.space = space;
            this.propositions = propositions;
            this.touched = touched;
            this.before = before;
            this.after = after;
            this.wording = wording;
            Set<Statement> all = new LinkedHashSet<>(before.results().keySet());
            all.addAll(after.results().keySet());
            this.differ = propositions.anyOf(all.stream()
                    .map(result -> propositions.differ(
                            before.results().getOrDefault(result, propositions.never()),
                            after.results().getOrDefault(result, propositions.never())))
                    .toList());
        }

        TableChange search() {
            // known cases read more easily, so they come first
            for (int[] within : new int[][] {propositions.asked(), {}}) {
                SearchResult answer = next(within);
                while (answer == SearchResult.FOUND && boxes.size() < effort.maxListed()) {
                    take();
                    answer = next(within);
                }
                if (answer == SearchResult.GAVE_UP && boxes.isEmpty()) {
                    return new TableChange.NotCompared(Phrase.of("the effort allowed was used up"));
                }
                if (answer != SearchResult.NONE) {
                    return new TableChange.Differs(differences, false);
                }
            }
            dropCovered();
            return differences.isEmpty() ? new TableChange.Equivalent() : new TableChange.Differs(differences, true);
        }

        private SearchResult next(int[] within) {
            return propositions.solve(IntStream.concat(
                            IntStream.of(within),
                            IntStream.concat(
                                    IntStream.of(touched, differ),
                                    literals.stream().mapToInt(literal -> -literal)))
                    .toArray());
        }

        private void take() {
            int[] found = propositions.found();
            Phrase was = before.found();
            Phrase is = after.found();
            List<Integer> others = new ArrayList<>();
            for (Results each : List.of(before, after)) {
                each.results()
                        .values()
                        .forEach(literal -> others.add(propositions.holds(literal) ? -literal : literal));
            }
            int other = propositions.anyOf(others);
            Box box = new WidenByTest(space, part -> never(part, -touched) && never(part, other)).grow(found);
            boxes.add(box);
            literals.add(propositions.define(box.region()));
            differences.add(new ChangedCase(wording.cases(box), was, is));
        }

        private boolean never(Box box, int literal) {
            return propositions.solve(literal, propositions.define(box.region())) == SearchResult.NONE;
        }

        /** Gives up each case whose differences the others cover. */
        private void dropCovered() {
            for (int index = boxes.size() - 1; index >= 0; index--) {
                List<Integer> assumed = new ArrayList<>(literals);
                int own = assumed.remove(index);
                assumed.replaceAll(literal -> -literal);
                assumed.add(own);
                if (propositions.solve(
                                assumed.stream().mapToInt(Integer::intValue).toArray())
                        == SearchResult.NONE) {
                    boxes.remove(index);
                    literals.remove(index);
                    differences.remove(index);
                }
            }
        }
    }
}
