package kz.sheshim.engine;

import kz.sheshim.engine.index.Candidates;
import kz.sheshim.facts.FactSlot;
import kz.sheshim.table.DecisionTable;

/** A session that passes everything on to another one, but for what a test does otherwise. */
public class ForwardingSessionFixture implements RuleBase.Session {
    private final RuleBase.Session session;

    public ForwardingSessionFixture(RuleBase.Session session) {
        this.session = session;
    }

    @Override
    public void confirm(DecisionTable table, Candidates candidates, int from, int to) {
        session.confirm(table, candidates, from, to);
    }

    @Override
    public Object[] derive(FactSlot derived) {
        return session.derive(derived);
    }

    @Override
    public void update(FactSlot slot, int instance) {
        session.update(slot, instance);
    }

    @Override
    public void add(String entity) {
        session.add(entity);
    }

    @Override
    public void close() {
        session.close();
    }
}
