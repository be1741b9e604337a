package kz.sheshim.engine;

import kz.sheshim.facts.FactLayout;
import kz.sheshim.facts.FactSlot;
import kz.sheshim.policy.VerdictFields;

/** Where the facts are kept that the verdict itself makes known. */
record VerdictSlots(
        FactSlot outcome,
        FactSlot inForce,
        FactSlot calendarEnds,
        FactSlot code,
        FactSlot effect,
        FactSlot status,
        FactSlot subject) {
    static VerdictSlots of(FactLayout layout) {
        return new VerdictSlots(
                layout.slot(VerdictFields.OUTCOME),
                layout.slot(VerdictFields.IN_FORCE),
                layout.slot(VerdictFields.CALENDAR_ENDS),
                layout.slot(VerdictFields.CODE),
                layout.slot(VerdictFields.EFFECT),
                layout.slot(VerdictFields.STATUS),
                layout.slot(VerdictFields.SUBJECT));
    }
}
