package kz.sheshim.erasure;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import kz.sheshim.access.Submitter;
import kz.sheshim.log.CaseErased;
import kz.sheshim.log.CaseFiles;
import kz.sheshim.log.CaseHeld;
import kz.sheshim.log.DecisionId;
import kz.sheshim.log.Erasure;

/** Erases case files by order, and puts each erasure on the list outside the database before it answers. */
public final class EraseCases {
    private final CaseFiles cases;
    private final RepeatErasures list;
    private final Clock clock;

    public EraseCases(CaseFiles cases, RepeatErasures list, Clock clock) {
        this.cases = cases;
        this.list = list;
        this.clock = clock;
    }

    /**
     * Erases the case file of a decision. Empty if there is no such decision.
     *
     * @param basis the code of the legal basis
     * @throws CaseErased if it is erased already
     * @throws CaseHeld if a legal hold forbids it
     */
    public Optional<Erasure> erase(DecisionId decision, String basis, Submitter officer) {
        Optional<Erasure> erasure =
                cases.erase(decision, basis, officer, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        list.tryToFollow();
        return erasure;
    }
}
