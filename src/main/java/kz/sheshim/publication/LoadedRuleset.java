package kz.sheshim.publication;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Ruleset;

/** A revision in memory. It is closed when it is retired and nobody uses it any more. */
public final class LoadedRuleset {
    private final DecidingPolicy policy;
    private final List<PolicyFile> files;
    private int users;
    private boolean retired;
    private volatile boolean stored;
    private volatile boolean ready;

    LoadedRuleset(DecidingPolicy policy, List<PolicyFile> files) {
        this.policy = policy;
        this.files = List.copyOf(files);
    }

    /** The policy, ready to decide. */
    public DecidingPolicy policy() {
        return policy;
    }

    public Ruleset ruleset() {
        return policy.ruleset();
    }

    public List<PolicyFile> files() {
        return files;
    }

    /** Whether its files are known to be in the revision store. */
    public boolean stored() {
        return stored;
    }

    public void setStored() {
        stored = true;
    }

    /** Compiles it, and lets it do something once, so that the first application does not wait for what Drools does at the first decision. */
    void makeReady(Consumer<DecidingPolicy> first) {
        policy.compile();
        if (!ready) {
            first.accept(policy);
            ready = true;
        }
    }

    /** Keeps it from being closed until {@link #release}; false when it was closed already. */
    public synchronized boolean acquire() {
        if (retired && users == 0) {
            return false;
        }
        users++;
        return true;
    }

    /** Does something with it, and releases what the caller has acquired. */
    <T> T use(Function<LoadedRuleset, T> work) {
        try {
            return work.apply(this);
        } finally {
            release();
        }
    }

    public synchronized void release() {
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
            policy.close();
        }
    }
}
