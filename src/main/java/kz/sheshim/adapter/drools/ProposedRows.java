package kz.sheshim.adapter.drools;

import java.util.ArrayList;
import java.util.List;
import kz.sheshim.facts.FactLayout;
import kz.sheshim.vocabulary.Entity;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/** The rows that are put to the rules of a session: facts of the type {@link DeclaredTypes#ROW}, used again for one row of a shape after the other. */
final class ProposedRows {

    /** A row as a fact of the session. */
    static final class ProposedRow {
        private final Object fact;
        private final Answer answer;
        private @Nullable FactHandle handle;

        ProposedRow(Object fact, Answer answer) {
            this.fact = fact;
            this.answer = answer;
        }

        Answer answer() {
            return answer;
        }
    }

    /** How facts of the type are made and filled. */
    static final class RowType {
        private final Accessors type;
        private final Accessors.Member shape;
        private final Accessors.Member values;
        private final Accessors.Member answer;
        private final Accessors.Member[] entities;
        private final Accessors.@Nullable Member[] all;

        RowType(Class<?> declared, FactLayout layout) {
            type = new Accessors(declared);
            shape = type.new Member(DeclaredTypes.SHAPE);
            values = type.new Member(DeclaredTypes.VALUES);
            answer = type.new Member(DeclaredTypes.ANSWER);
            List<Entity> all = List.copyOf(layout.vocabulary().entities());
            entities =
                    all.stream().map(entity -> type.new Member(entity.name())).toArray(Accessors.Member[]::new);
            this.all = all.stream()
                    .map(entity -> entity.many() ? type.new Member(DeclaredTypes.all(entity.name())) : null)
                    .toArray(Accessors.Member[]::new);
        }
    }

    private final KieSession session;
    private final RowType type;
    private final EntityObjects objects;
    private final List<List<ProposedRow>> ofShape = new ArrayList<>();
    private final int[] used;
    private int size;

    ProposedRows(KieSession session, RowType type, EntityObjects objects, int shapes) {
        this.session = session;
        this.type = type;
        this.objects = objects;
        for (int shape = 0; shape < shapes; shape++) {
            ofShape.add(new ArrayList<>(1));
        }
        used = new int[shapes];
    }

    /**
     * Tells the session of a row.
     *
     * @param entity the number of the entity that the table is evaluated for; -1: for none
     * @param instance of this entity
     */
    ProposedRow propose(RowRules.ShapeRule shape, RowValues values, int entity, int instance) {
        ProposedRow row = next(shape.number());
        type.values.set(row.fact, values);
        if (shape.ofInstance()) {
            type.entities[entity].set(row.fact, objects.object(entity, instance));
        }
        row.answer.clear();
        if (row.handle == null) {
            row.handle = session.insert(row.fact);
        } else {
            session.update(row.handle, row.fact);
        }
        return row;
    }

    private ProposedRow next(int shape) {
        List<ProposedRow> rows = ofShape.get(shape);
        if (used[shape] == rows.size()) {
            rows.add(newRow(shape));
        }
        return rows.get(used[shape]++);
    }

    private ProposedRow newRow(int shape) {
        Object fact = type.type.newInstance();
        Answer answer = new Answer();
        type.shape.set(fact, shape);
        type.answer.set(fact, answer);
        for (int entity = 0; entity < type.entities.length; entity++) {
            Accessors.Member all = type.all[entity];
            if (all == null) {
                type.entities[entity].set(fact, objects.object(entity, 0));
            } else {
                all.set(fact, objects.all(entity));
            }
        }
        size++;
        return new ProposedRow(fact, answer);
    }

    /** The number of facts of the session that are rows. */
    int size() {
        return size;
    }

    /** The rows that were proposed for a table have been answered: their facts can be used again. */
    void answered(RowRules.ShapeRule shape) {
        used[shape.number()] = 0;
    }
}
