package kz.sheshim.decision;

import java.util.ArrayList;
import java.util.List;
import kz.sheshim.facts.Fact;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.FactSlot;
import kz.sheshim.facts.Facts;
import kz.sheshim.log.Part;
import kz.sheshim.verdict.Values;
import kz.sheshim.vocabulary.Entity;

/** The personal data of an application as parts of its record, so that each can be disclosed, or left out, alone. */
public final class PersonalParts {
    private PersonalParts() {}

    /** A part for each submitted fact whose field is personal: {@code documents[0].number}. */
    public static List<Part> of(Facts facts) {
        List<Part> parts = new ArrayList<>();
        for (Entity entity : facts.vocabulary().submittedEntities()) {
            for (FactSlot slot : facts.layout().submitted(entity)) {
                if (slot.field().personal()) {
                    add(parts, facts, slot, entity.many());
                }
            }
        }
        return parts;
    }

    private static void add(List<Part> parts, Facts facts, FactSlot slot, boolean many) {
        int instances = facts.instances(slot);
        for (int instance = 0; instance < instances; instance++) {
            int index = many ? instance : FactPath.ONCE;
            if (facts.states(slot, index) && facts.get(slot, index) instanceof Fact.Known known) {
                parts.add(Part.of(slot.path(index).toString(), Values.json(known.value())));
            }
        }
    }
}
