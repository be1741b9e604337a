package kz.sheshim.decision;

import kz.sheshim.facts.Slot;
import kz.sheshim.facts.Vocabulary;
import kz.sheshim.ruleset.VerdictFields;

/** Where the facts are kept that the verdict itself makes known. */
record VerdictSlots(Slot outcome, Slot inForce, Slot calendarEnds, Slot code, Slot effect, Slot status, Slot subject) {
    static VerdictSlots of(Vocabulary vocabulary) {
        return new VerdictSlots(
                vocabulary.slot(VerdictFields.OUTCOME),
                vocabulary.slot(VerdictFields.IN_FORCE),
                vocabulary.slot(VerdictFields.CALENDAR_ENDS),
                vocabulary.slot(VerdictFields.CODE),
                vocabulary.slot(VerdictFields.EFFECT),
                vocabulary.slot(VerdictFields.STATUS),
                vocabulary.slot(VerdictFields.SUBJECT));
    }
}
