package kz.sheshim.decision;

import java.util.List;
import java.util.Map;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.Field;
import kz.sheshim.table.DecisionTable;

/** A session that passes everything on to another one, but for what a subclass does otherwise. */
public class ForwardingSession implements RuleBase.Session {
    private final RuleBase.Session session;

    public ForwardingSession(RuleBase.Session session) {
        this.session = session;
    }

    @Override
    public List<Candidate> match(DecisionTable table) {
        return session.match(table);
    }

    @Override
    public Map<FactPath, Object> derive(Field field) {
        return session.derive(field);
    }

    @Override
    public void update(FactPath path) {
        session.update(path);
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
