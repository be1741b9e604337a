package kz.sheshim.decision;

import java.util.LinkedHashSet;
import java.util.Set;
import kz.sheshim.facts.Fact;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.FactSlot;
import kz.sheshim.facts.Facts;
import kz.sheshim.log.SearchKey;
import kz.sheshim.log.SearchTerm;
import kz.sheshim.vocabulary.Entity;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldType;

/** The personal texts of an application, by which its case file can be found. */
public final class PersonalTexts {
    private PersonalTexts() {}

    /** Whether case files can be found by values of this field: it is submitted, personal and a text. */
    public static boolean isSearchable(Field field) {
        return field.personal() && !field.derived() && field.type() instanceof FieldType.Text;
    }

    /** The terms of all personal texts that the application submits. */
    public static Set<SearchTerm> terms(Facts facts, SearchKey key) {
        Set<SearchTerm> terms = new LinkedHashSet<>();
        for (Entity entity : facts.vocabulary().submittedEntities()) {
            for (FactSlot slot : facts.layout().submitted(entity)) {
                if (isSearchable(slot.field())) {
                    add(terms, facts, slot, entity.many(), key);
                }
            }
        }
        return terms;
    }

    private static void add(Set<SearchTerm> terms, Facts facts, FactSlot slot, boolean many, SearchKey key) {
        int instances = facts.instances(slot);
        for (int instance = 0; instance < instances; instance++) {
            int index = many ? instance : FactPath.ONCE;
            if (facts.states(slot, index) && facts.get(slot, index) instanceof Fact.Known known) {
                key.term(slot.field().path().toString(), known.value().toString())
                        .ifPresent(terms::add);
            }
        }
    }
}
