package kz.sheshim.casework;

import java.util.List;
import kz.sheshim.decision.Evaluator;
import kz.sheshim.decision.RuleBase;
import kz.sheshim.ruleset.PolicyFile;
import kz.sheshim.ruleset.Ruleset;

/** A ruleset in memory, ready to decide. It is given up when it is retired and nobody uses it any more. */
final class LoadedRuleset {
    private final Ruleset ruleset;
    private final List<PolicyFile> files;
    private final RuleBase ruleBase;
    private final Evaluator evaluator;
    private int users;
    private boolean retired;
    private volatile boolean kept;

    LoadedRuleset(Ruleset ruleset, List<PolicyFile> files, RuleBase ruleBase) {
        this.ruleset = ruleset;
        this.files = List.copyOf(files);
        this.ruleBase = ruleBase;
        this.evaluator = new Evaluator(ruleset, ruleBase);
    }

    Ruleset ruleset() {
        return ruleset;
    }

    List<PolicyFile> files() {
        return files;
    }

    Evaluator evaluator() {
        return evaluator;
    }

    /** Whether its files are known to be in the revision store. */
    boolean kept() {
        return kept;
    }

    void setKept() {
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
        if (retired && users == 0) {
            ruleBase.close();
        }
    }
}
