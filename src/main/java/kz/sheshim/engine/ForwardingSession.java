package kz.sheshim.engine;

import java.util.function.IntConsumer;
import kz.sheshim.engine.index.Found;
import kz.sheshim.facts.FactSlot;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.vocabulary.Field;
import org.jspecify.annotations.Nullable;

/** A session that passes everything on to another one, but for what a subclass does otherwise. */
public class ForwardingSession implements RuleBase.Session {
    private final RuleBase.Session session;

    public ForwardingSession(RuleBase.Session session) {
        this.session = session;
    }

    @Override
    public void run(Plan.Part part, IntConsumer examine) {
        session.run(part, examine);
    }

    @Override
    public void match(DecisionTable table, Found found) {
        session.match(table, found);
    }

    @Override
    public @Nullable Object[] derive(Field field) {
        return session.derive(field);
    }

    @Override
    public void update(FactSlot slot, int index) {
        session.update(slot, index);
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
