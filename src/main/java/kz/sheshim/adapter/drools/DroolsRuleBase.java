package kz.sheshim.adapter.drools;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import kz.sheshim.adapter.drools.ProposedRows.RowType;
import kz.sheshim.engine.Deadline;
import kz.sheshim.engine.RuleBase;
import kz.sheshim.facts.FactLayout;
import kz.sheshim.facts.FactSlot;
import kz.sheshim.facts.Facts;
import kz.sheshim.policy.reading.RulesetReader;
import kz.sheshim.table.FieldCondition.Scope;
import kz.sheshim.vocabulary.Entity;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.workbook.LineAddress;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one revision, compiled by Drools. Sessions are used again for one application after the other: as many are kept as were ever in use at a time.
 */
final class DroolsRuleBase implements RuleBase {
    private final CompiledRules compiled;
    private final FactLayout layout;
    private final RowRules rows;
    private final Map<String, LineAddress> places;
    private final RowType rowType;
    private final EntityType[] types;
    private final Set<Integer> entitiesOfRuleFiles = new HashSet<>();
    private final ConcurrentLinkedDeque<DroolsSession> idle = new ConcurrentLinkedDeque<>();

    /** @param places where the rules of rule files begin, by their names */
    DroolsRuleBase(CompiledRules compiled, FactLayout layout, RowRules rows, Map<String, LineAddress> places) {
        this.compiled = compiled;
        this.places = Map.copyOf(places);
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

    /** Where a rule of a rule file begins. */
    LineAddress place(String rule) {
        return places.getOrDefault(rule, new LineAddress(RulesetReader.RULE_FOLDER, 1));
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
    public Session open(Facts facts, Deadline deadline) {
        DroolsSession session = idle.pollFirst();
        if (session == null) {
            session = new DroolsSession(this, compiled.newSession(), idle::addFirst);
        }
        session.begin(facts, deadline);
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
