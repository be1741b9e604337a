package kz.sheshim.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kz.sheshim.engine.Trace;
import kz.sheshim.engine.Trace.TracedRule;
import kz.sheshim.engine.Trace.TracedTable;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.Truth;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.table.Conclusion;
import kz.sheshim.table.ConclusionKind;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.FieldCondition;
import kz.sheshim.table.Rule;
import kz.sheshim.verdict.Verdict;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.vocabulary.Vocabulary;

/** Follows a verdict that is not the expected one back to the rules that it comes from. */
final class Suspects {
    /** The parts of a verdict, causes before what follows from them. */
    private static final List<VerdictPart> CAUSES_FIRST = List.of(
            VerdictPart.GROUNDS,
            VerdictPart.MISSING,
            VerdictPart.NOTICES,
            VerdictPart.ACTIONS,
            VerdictPart.CITATIONS,
            VerdictPart.DUE,
            VerdictPart.OUTCOME);

    /** Parts of which a rule gives each name, or reads it: a fact is missing because a rule reads it. */
    private static final Set<VerdictPart> GIVEN = Set.of(
            VerdictPart.GROUNDS, VerdictPart.NOTICES, VerdictPart.ACTIONS, VerdictPart.CITATIONS, VerdictPart.MISSING);

    private static final int LAST_STAGE = Integer.MAX_VALUE;

    private final Trace trace;
    private final Vocabulary vocabulary;
    private final List<DecisionTable> tables;
    private final Map<Suspect, Integer> depths = new LinkedHashMap<>();
    private final Map<String, Set<TracedRule>> nearest = new HashMap<>();
    private final Map<Suspect, String> notKnown = new HashMap<>();
    private String part = "";

    private Suspects(Trace trace, Ruleset ruleset) {
        this.trace = trace;
        this.vocabulary = ruleset.vocabulary();
        this.tables = ruleset.tables();
    }

    /** Everything that holds of a trace and that can be a suspect. */
    static Set<Suspect> seen(Trace trace) {
        Set<Suspect> seen = new HashSet<>();
        for (TracedTable table : trace.tables()) {
            Map<Integer, Boolean> matched = new HashMap<>();
            for (TracedRule rule : table.rules()) {
                boolean holds = rule.truth() == Truth.TRUE;
                matched.merge(rule.instance(), holds, Boolean::logicalOr);
                if (holds) {
                    seen.add(Suspect.matched(rule.rule().id()));
                } else if (rule.truth() == Truth.UNKNOWN) {
                    seen.add(Suspect.open(rule.rule().id()));
                }
            }
            if (matched.isEmpty() || matched.containsValue(false)) {
                seen.add(Suspect.none(table.table()));
            }
        }
        return seen;
    }

    /** The suspects of a scenario that fails. */
    static Suspects of(Scenario scenario, Trace trace, Ruleset ruleset) {
        Suspects suspects = new Suspects(trace, ruleset);
        trace.conflict()
                .ifPresent(conflict -> conflict.rules().forEach(rule -> suspects.depths.put(Suspect.matched(rule), 0)));
        trace.verdict().ifPresent(verdict -> suspects.follow(scenario, verdict));
        return suspects;
    }

    /** The suspects with their distance from the verdict, in rules. */
    Map<Suspect, Integer> depths() {
        return depths;
    }

    /** The part of the verdict that they explain. */
    String part() {
        return part;
    }

    /** The fact that an open rule waits for, without its place in the application. */
    String notKnown(Suspect open) {
        return notKnown.getOrDefault(open, "");
    }

    /** The rules of a table that fail by one cell, where no other table gave the value which that cell reads. */
    Set<TracedRule> nearest(String table) {
        return nearest.getOrDefault(table, Set.of());
    }

    private void follow(Scenario scenario, Verdict verdict) {
        for (VerdictPart part : CAUSES_FIRST) {
            scenario.expected().stream()
                    .filter(expected -> expected.part() == part && !expected.isMetBy(verdict))
                    .forEach(expected -> {
                        Set<String> extra = new TreeSet<>(part.in(verdict));
                        extra.removeAll(expected.names());
                        Set<String> lost = new TreeSet<>(expected.names());
                        part.in(verdict).forEach(lost::remove);
                        int stage = lost.stream()
                                .mapToInt(name -> stage(part, name))
                                .min()
                                .orElse(LAST_STAGE);
                        extra.forEach(name -> matched(part, name, stage));
                        lost.forEach(name -> unmatched(part, name));
                    });
            if (!depths.isEmpty()) {
                this.part = part.text();
                return;
            }
            if (part == VerdictPart.MISSING && outcome(scenario, verdict)) {
                verdict.missingFacts().forEach(fact -> matched(VerdictPart.MISSING, fact, LAST_STAGE));
                this.part = VerdictPart.OUTCOME.text();
            }
            if (!depths.isEmpty()) {
                return;
            }
        }
    }

    /** Whether the scenario expects another outcome. */
    private static boolean outcome(Scenario scenario, Verdict verdict) {
        return scenario.expected().stream()
                .anyMatch(expected -> expected.part() == VerdictPart.OUTCOME && !expected.isMetBy(verdict));
    }

    /** The stage in which a ground that is lost would have kept later stages from being examined. */
    private int stage(VerdictPart part, String name) {
        return part != VerdictPart.GROUNDS
                ? LAST_STAGE
                : trace.tables().stream()
                        .map(TracedTable::table)
                        .filter(table -> table.rules().stream().anyMatch(rule -> gives(rule, part, name)))
                        .mapToInt(Suspects::stage)
                        .min()
                        .orElse(LAST_STAGE);
    }

    private static int stage(DecisionTable table) {
        return table.stage() == null ? LAST_STAGE : table.stage();
    }

    private boolean gives(Rule rule, VerdictPart part, String name) {
        Conclusion conclusion = rule.conclusion();
        return switch (part) {
            case GROUNDS -> conclusion.kind() == ConclusionKind.GROUND && names(conclusion, name);
            case NOTICES -> conclusion.kind() == ConclusionKind.NOTICE && names(conclusion, name);
            case ACTIONS ->
                conclusion.kind() == ConclusionKind.ACTION && conclusion.code().equals(name);
            case CITATIONS ->
                conclusion.citations().stream()
                        .anyMatch(citation -> citation.act().equals(name));
            case DUE -> conclusion.kind() == ConclusionKind.TERM;
            case MISSING ->
                rule.conditions().stream().anyMatch(condition -> hangsOn(condition.field(), withoutInstance(name)));
            case OUTCOME -> conclusion.kind() == ConclusionKind.GROUND;
        };
    }

    private static String withoutInstance(String fact) {
        return fact.replaceFirst("\\[[0-9]+]", "");
    }

    /** Whether a field is the fact, or is derived from it without a table. */
    private boolean hangsOn(FieldPath field, String fact) {
        return field.toString().equals(fact)
                || vocabulary
                        .field(field)
                        .filter(each -> each.derivedFrom().stream().anyMatch(source -> hangsOn(source, fact)))
                        .isPresent();
    }

    private static boolean names(Conclusion conclusion, String name) {
        return conclusion.code().equals(name.replaceFirst(" \\(.*", ""))
                && (!(conclusion.subject().orElse(null) instanceof Conclusion.Subject.Named named)
                        || name.endsWith(" (" + named.code() + ")"));
    }

    /** The rules that matched and give what is not expected; of a fact that is missing, those that are open. */
    private void matched(VerdictPart part, String name, int untilStage) {
        boolean open = part == VerdictPart.MISSING;
        for (TracedTable table : trace.tables()) {
            if (stage(table.table()) > untilStage) {
                continue;
            }
            for (TracedRule rule : table.rules()) {
                if (open && rule.truth() == Truth.UNKNOWN && gives(rule.rule(), part, name)) {
                    open(rule, withoutInstance(name));
                } else if (!open && rule.truth() == Truth.TRUE && gives(rule.rule(), part, name)) {
                    suspect(rule, 0);
                }
            }
        }
    }

    /** The tables whose rules could give what is lacking. */
    private void unmatched(VerdictPart part, String name) {
        if (GIVEN.contains(part)
                && tables.stream()
                        .flatMap(table -> table.rules().stream())
                        .noneMatch(rule -> gives(rule, part, name))) {
            depths.put(Suspect.nobodyGives(withoutInstance(name)), 0);
        }
        for (TracedTable table : trace.tables()) {
            List<TracedRule> giving = table.rules().stream()
                    .filter(rule -> gives(rule.rule(), part, name) && rule.truth() != Truth.TRUE)
                    .toList();
            if (!giving.isEmpty()) {
                none(table, giving, 0);
            }
            table.rules().stream()
                    .filter(rule -> gives(rule.rule(), part, name) && rule.truth() == Truth.TRUE)
                    .forEach(rule -> rule.rule()
                            .conclusion()
                            .subject()
                            .flatMap(Conclusion.Subject::values)
                            .ifPresent(field -> upstream(field, FieldCondition.Scope.ALL, rule, 1)));
        }
    }

    private void open(TracedRule rule, String fact) {
        Suspect open = Suspect.open(rule.rule().id());
        depths.putIfAbsent(open, 0);
        notKnown.putIfAbsent(open, fact);
    }

    private void suspect(TracedRule rule, int depth) {
        if (depths.putIfAbsent(Suspect.matched(rule.rule().id()), depth) == null) {
            rule.rule()
                    .conditions()
                    .forEach(condition -> upstream(condition.field(), condition.scope(), rule, depth + 1));
        }
    }

    /** No rule of a table matches: the cells that keep the nearest ones from it lead further. */
    private void none(TracedTable table, List<TracedRule> rules, int depth) {
        Suspect none = Suspect.none(table.table());
        if (depths.putIfAbsent(none, depth) != null) {
            return;
        }
        int least = rules.stream().mapToInt(Suspects::misses).min().orElse(0);
        for (TracedRule rule : rules) {
            if (misses(rule) != least) {
                continue;
            }
            boolean further = false;
            for (int cell = 0; cell < rule.cells().size(); cell++) {
                FieldCondition condition = rule.rule().conditions().get(cell);
                if (rule.cells().get(cell) != Truth.TRUE) {
                    further |= upstream(condition.field(), condition.scope(), rule, depth + 1);
                }
            }
            if (least == 1 && !further) {
                nearest.computeIfAbsent(table.table().id(), any -> new HashSet<>())
                        .add(rule);
            }
        }
    }

    private static int misses(TracedRule rule) {
        int misses = rule.inForce() == Truth.TRUE ? 0 : 1;
        for (Truth cell : rule.cells()) {
            misses += cell == Truth.TRUE ? 0 : 1;
        }
        return misses;
    }

    /** The rules that gave the field, or that none did; whether tables give it. */
    private boolean upstream(FieldPath field, FieldCondition.Scope scope, TracedRule by, int depth) {
        boolean given = false;
        boolean list =
                vocabulary.field(field).filter(each -> each.type().list()).isPresent();
        for (TracedTable table : trace.tables()) {
            if (table.table().gives() == ConclusionKind.FACT
                    && table.table().givenFields().contains(field)) {
                given = true;
                boolean own = scope == FieldCondition.Scope.INSTANCE && by.instance() != FactPath.ONCE;
                List<TracedRule> rules = table.rules().stream()
                        .filter(rule -> !own || rule.instance() == by.instance())
                        .toList();
                List<TracedRule> holding = rules.stream()
                        .filter(rule -> rule.truth() == Truth.TRUE)
                        .toList();
                holding.forEach(rule -> suspect(rule, depth));
                if (holding.isEmpty() || list || table.table().forEach() != null && !own) {
                    none(table, new ArrayList<>(rules), depth);
                }
            }
        }
        for (FieldPath source :
                vocabulary.field(field).map(each -> each.derivedFrom()).orElse(List.of())) {
            given |= upstream(source, scope, by, depth);
        }
        return given;
    }

    /** What keeps a rule from matching. */
    static Phrase missing(TracedRule rule) {
        for (int cell = 0; cell < rule.cells().size(); cell++) {
            if (rule.cells().get(cell) != Truth.TRUE) {
                return Phrase.of("{0}", rule.rule().conditions().get(cell).field());
            }
        }
        return Phrase.of("its period {0}", rule.rule().inForce());
    }
}
