package kz.sheshim.publication;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import kz.sheshim.engine.Evaluator;
import kz.sheshim.engine.RuleBase;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.table.RuleId;
import org.jspecify.annotations.Nullable;

/** A ruleset in memory, ready to decide. It is given up when it is retired and nobody uses it any more. */
public final class LoadedRuleset {
    private final Ruleset ruleset;
    private final List<PolicyFile> files;
    private final Supplier<RuleBase> compile;
    private final Map<RuleId, String> cells = new HashMap<>();
    private @Nullable RuleBase ruleBase;
    private @Nullable Evaluator evaluator;
    private int users;
    private boolean retired;
    private volatile boolean kept;

    /** Compiled already. */
    LoadedRuleset(Ruleset ruleset, List<PolicyFile> files, RuleBase ruleBase) {
        this(ruleset, files, () -> ruleBase);
        this.ruleBase = ruleBase;
    }

    /** Compiled when it first decides: many an earlier ruleset is only asked for its texts. */
    LoadedRuleset(Ruleset ruleset, List<PolicyFile> files, Supplier<RuleBase> compile) {
        this.ruleset = ruleset;
        this.files = List.copyOf(files);
        this.compile = compile;
        ruleset.tables().stream()
                .flatMap(table -> table.rules().stream())
                .forEach(rule -> cells.put(rule.id(), rule.address().toString()));
    }

    /** The cell of a rule's id. */
    public String cell(RuleId rule) {
        return Objects.requireNonNull(cells.get(rule), rule.toString());
    }

    public Ruleset ruleset() {
        return ruleset;
    }

    public List<PolicyFile> files() {
        return files;
    }

    /** The same for all: it keeps what it once found out about tables and rows. */
    public synchronized Evaluator evaluator() {
        Evaluator made = evaluator;
        if (made == null) {
            RuleBase compiled = ruleBase == null ? compile.get() : ruleBase;
            ruleBase = compiled;
            made = new Evaluator(ruleset, compiled);
            evaluator = made;
        }
        return made;
    }

    /** Whether its files are known to be in the revision store. */
    public boolean kept() {
        return kept;
    }

    public void setKept() {
        kept = true;
    }

    /** False when it was given up already. */
    synchronized boolean acquire() {
        if (retired && users == 0) {
            return false;
        }
        users++;
        return true;
    }

    synchronized void release() {
        users--;
        closeIfUnused();
    }

    synchronized void retire() {
        if (!retired) {
            retired = true;
            closeIfUnused();
        }
    }

    private void closeIfUnused() {
        if (retired && users == 0 && ruleBase != null) {
            ruleBase.close();
            ruleBase = null;
            evaluator = null;
        }
    }
}
