package kz.sheshim.adapter.drools;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import kz.sheshim.adapter.drools.ProposedRows.RowType;
import kz.sheshim.engine.RuleBase;
import kz.sheshim.facts.FactLayout;
import kz.sheshim.facts.FactSlot;
import kz.sheshim.facts.Facts;
import kz.sheshim.table.FieldCondition.Scope;
import kz.sheshim.vocabulary.Entity;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldPath;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one revision, compiled by Drools. Sessions are used again for one application after the other: as many are kept as were ever in use at a time.
 */
final class DroolsRuleBase implements RuleBase {
    private final CompiledRules compiled;
    private final FactLayout layout;
    private final RowRules rows;
    private final RowType rowType;
    private final EntityType[] types;
    private final Set<Integer> entitiesOfRuleFiles = new HashSet<>();
    private final ConcurrentLinkedDeque<DroolsSession> idle = new ConcurrentLinkedDeque<>();

    DroolsRuleBase(CompiledRules compiled, FactLayout layout, RowRules rows) {
        this.compiled = compiled;
        this.layout = layout;
        this.rows = rows;
        rowType = new RowType(compiled.type(DeclaredTypes.ROW), layout);
        List<EntityType> all = new ArrayList<>();
        for (Entity entity : layout.vocabulary().entities()) {
            all.add(new EntityType(
                    entity,
                    layout.vocabulary().fields(entity).size(),
                    compiled.type(entity.type()),
                    entity.many() ? compiled.type(DeclaredTypes.typeOfAll(entity)) : null));
        }
        types = all.toArray(EntityType[]::new);
        rows.shapes().stream()
                .flatMap(shape -> shape.shape().columns().stream())
                .forEach(column -> show(column.field(), column.scope()));
        layout.vocabulary().fields().stream().filter(Field::byRules).forEach(this::showToRuleFiles);
    }

    private void show(Field field, Scope scope) {
        FactSlot slot = layout.slot(field.path());
        if (scope == Scope.ALL) {
            types[slot.entity()].showAll(slot);
        } else {
            types[slot.entity()].show(slot);
        }
    }

    private void showToRuleFiles(Field derived) {
        FactSlot result = layout.slot(derived.path());
        types[result.entity()].show(result);
        entitiesOfRuleFiles.add(result.entity());
        for (FieldPath source : derived.derivedFrom()) {
            FactSlot slot = layout.slot(source);
            types[slot.entity()].showToRuleFiles(slot);
            entitiesOfRuleFiles.add(slot.entity());
        }
    }

    FactLayout layout() {
        return layout;
    }

    RowRules rows() {
        return rows;
    }

    RowType rowType() {
        return rowType;
    }

    /** The types of the entities, by their numbers. */
    EntityType[] types() {
        return types;
    }

    /** The numbers of the entities that rules/*.drl read or write. */
    Set<Integer> entitiesOfRuleFiles() {
        return entitiesOfRuleFiles;
    }

    @Override
    public Session open(Facts facts) {
        DroolsSession session = idle.pollFirst();
        if (session == null) {
            session = new DroolsSession(this, compiled.newSession(), idle::addFirst);
        }
        session.begin(facts);
        return session;
    }

    @Override
    public void close() {
        for (@Nullable DroolsSession session = idle.pollFirst(); session != null; session = idle.pollFirst()) {
            session.dispose();
        }
        compiled.close();
    }
}
