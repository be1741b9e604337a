package kz.sheshim.adapter.drools;

/** What the rule of a proposed row says when it fires. Public, since compiled rules call it. */
public final class Answer {
    private boolean fired;
    private boolean holds;

    /** @param open some condition is unknown; otherwise all are true */
    public void matches(boolean open) {
        fired = true;
        holds = !open;
    }

    void clear() {
        fired = false;
    }

    boolean fired() {
        return fired;
    }

    boolean holds() {
        return holds;
    }
}
