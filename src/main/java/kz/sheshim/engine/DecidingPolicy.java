package kz.sheshim.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import kz.sheshim.facts.ApplicationReader;
import kz.sheshim.facts.Fact;
import kz.sheshim.facts.FactLayout;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.Facts;
import kz.sheshim.facts.Fault;
import kz.sheshim.facts.JsonParser;
import kz.sheshim.policy.Revision;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.RuleId;
import kz.sheshim.verdict.Verdict;
import kz.sheshim.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * One revision of a policy, ready to decide. Any number of threads may use it; it belongs to nobody's container and shares no state with another one.
 *
 * <p>Drools names the accessors of fields by the JVM's default locale, so it must be one that writes the capital of {@code i} as {@code I} ({@code Main} sets
 * {@link java.util.Locale#ROOT}). Compiling under another one, for example Turkish, is refused.
 */
public final class DecidingPolicy implements AutoCloseable {

    /**
     * An application as it was read.
     *
     * @param text the body as text
     * @param wellFormed the body is JSON; otherwise the faults say where it is not
     * @param faults everything that is wrong with it; the facts count only when there is nothing
     */
    public record Reading(String text, boolean wellFormed, Facts facts, List<Fault> faults) {
        public Reading {
            faults = List.copyOf(faults);
        }
    }

    private final Supplier<RuleBase> compile;
    private final JsonParser parser;
    private final PreparedPolicy policy;
    private final Map<RuleId, String> cells = new HashMap<>();
    private final @Nullable TimeLimit limit;
    private volatile @Nullable RuleBase rules;
    private boolean closed;

    private DecidingPolicy(Ruleset ruleset, Supplier<RuleBase> compile, JsonParser parser, @Nullable TimeLimit limit) {
        this.compile = compile;
        this.parser = parser;
        this.policy = new PreparedPolicy(ruleset, new FactLayout(ruleset.vocabulary()));
        this.limit = limit;
        ruleset.tables().stream()
                .flatMap(table -> table.rules().stream())
                .forEach(rule -> cells.put(rule.id(), rule.address().toString()));
    }

    /**
     * A policy on rules that are compiled already.
     *
     * @param rules compiled from this ruleset; closed with the policy
     * @param limit how long a verdict may take; null: without limit
     */
    public static DecidingPolicy of(Ruleset ruleset, RuleBase rules, JsonParser parser, @Nullable TimeLimit limit) {
        DecidingPolicy policy = new DecidingPolicy(ruleset, () -> rules, parser, limit);
        policy.compiled();
        return policy;
    }

    /**
     * A policy whose rules are compiled when they are first needed: many a revision is only asked for its texts.
     *
     * @param compile compiles the rules of this ruleset
     * @param limit how long a verdict may take; null: without limit
     */
    public static DecidingPolicy compiledLater(
            Ruleset ruleset, Supplier<RuleBase> compile, JsonParser parser, @Nullable TimeLimit limit) {
        return new DecidingPolicy(ruleset, compile, parser, limit);
    }

    public Revision revision() {
        return ruleset().revision();
    }

    public Ruleset ruleset() {
        return policy.ruleset();
    }

    /** For each ground the cell of its rule's id, such as {@code acceptance.xlsx!Translations!A12}. */
    public List<String> groundCells(Verdict verdict) {
        return verdict.grounds().stream()
                .map(ground -> Objects.requireNonNull(
                        cells.get(ground.rule()), ground.rule().toString()))
                .toList();
    }

    /** The submitter's own number of the application; empty if it states none. */
    public String applicationReference(Facts facts) {
        Fact stated = facts.get(new FactPath(ruleset().policy().reference(), FactPath.ONCE));
        return stated instanceof Fact.Known known ? known.value().toString() : "";
    }

    /** Reads an application strictly, with any number of instances. */
    public Reading read(byte[] application) {
        return read(application, Integer.MAX_VALUE);
    }

    /**
     * Reads an application strictly: nothing is skipped or guessed, and all faults are found at once.
     *
     * @param application JSON, as UTF-8
     * @param maxInstances the maximum number of instances of an entity that occurs many times
     */
    public Reading read(byte[] application, int maxInstances) {
        JsonParser.Parsed parsed = parser.parse(application);
        List<Fault> faults = new ArrayList<>(parsed.faults());
        if (!parsed.wellFormed()) {
            return new Reading(parsed.text(), false, new Facts(policy.layout()), faults);
        }
        ApplicationReader.Reading reading = new ApplicationReader(policy.layout(), maxInstances).read(parsed.value());
        faults.addAll(reading.faults());
        return new Reading(parsed.text(), parsed.faults().isEmpty(), reading.facts(), faults);
    }

    /**
     * The verdict on the facts, which are left as they are: the same facts always get the same verdict.
     *
     * @throws RulesConflict if rules that hold contradict each other
     * @throws DecisionTooSlow if it takes longer than the limit
     * @throws RulesNeverEnd if a rule of rules/*.drl does not stop firing
     */
    public Verdict decide(Facts facts) {
        Facts growing = facts.copy();
        try (Deadline deadline = Deadline.of(limit);
                RuleBase.Session session = rules().open(growing, deadline)) {
            return evaluation(growing, session, deadline).verdict();
        }
    }

    /**
     * The same for work in the background, which has the time to look for a verdict once more: it may have taken too long because the machine has just started, or
     * is busy.
     */
    public Verdict decideWithoutHurry(Facts facts) {
        try {
            return decide(facts);
        } catch (DecisionTooSlow once) {
            return decide(facts);
        }
    }

    /** The verdict with every rule that was looked at and the truth of each of its cells. */
    public Trace explain(Facts facts) {
        Facts growing = facts.copy();
        try (Deadline deadline = Deadline.of(limit);
                RuleBase.Session session = rules().open(growing, deadline)) {
            Evaluation evaluation = evaluation(growing, session, deadline);
            try {
                return Trace.of(evaluation.verdict(), null, growing, evaluation.evaluated());
            } catch (RulesConflict conflict) {
                return Trace.of(null, conflict, growing, evaluation.evaluated());
            }
        }
    }

    private Evaluation evaluation(Facts facts, RuleBase.Session session, Deadline deadline) {
        return new Evaluation(policy, facts, session, new CompiledRows(session), deadline);
    }

    /**
     * Decides by the reference and compares it, row by row, with the compiled rules.
     *
     * @throws RulesConflict if rules that hold contradict each other by the reference
     */
    public Comparison compare(Facts facts) {
        Facts growing = facts.copy();
        try (RuleBase.Session session = rules().open(growing, Deadline.NONE)) {
            ComparedRows rows = new ComparedRows(new CompiledRows(session));
            Verdict verdict = new Evaluation(policy, growing, session, rows, Deadline.NONE).verdict();
            return new Comparison(verdict, rows.disagreements());
        }
    }

    /**
     * A decision that was made again by the reference.
     *
     * @param verdict by the reference
     * @param disagreements the rules of which the compiled rules say something else
     */
    public record Comparison(Verdict verdict, List<Disagreement> disagreements) {
        public Comparison {
            disagreements = List.copyOf(disagreements);
        }
    }

    /** The same policy decided by a plain reading of every row. */
    public Reference reference() {
        return new Reference(policy, rules());
    }

    /** The reference of this policy with another table in the place of the one with the same id; it reads no field that the other one does not read. */
    public Reference reference(DecisionTable changed) {
        return new Reference(policy.with(changed), rules());
    }

    /** The reference of this policy with other expressions for the fields that have one. */
    public Reference reference(Vocabulary changed) {
        return new Reference(new PreparedPolicy(ruleset().with(changed), policy.layout()), rules());
    }

    /** Compiles the rules now, if that was left for later. */
    public void compile() {
        rules();
    }

    private RuleBase rules() {
        RuleBase compiled = rules;
        return compiled == null ? compiled() : compiled;
    }

    private synchronized RuleBase compiled() {
        if (closed) {
            throw new IllegalStateException("the policy is closed");
        }
        RuleBase compiled = rules;
        if (compiled == null) {
            compiled = compile.get();
            rules = compiled;
        }
        return compiled;
    }

    /** Gives up the compiled rules. Nobody may be deciding. */
    @Override
    public synchronized void close() {
        closed = true;
        RuleBase compiled = rules;
        if (compiled != null) {
            rules = null;
            compiled.close();
        }
    }
}
