package kz.sheshim.decision;

import java.util.List;
import kz.sheshim.facts.Fault;

/** The body is no application that could be decided. */
public final class InvalidApplication extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;
    private final boolean wellFormed;

    /**
     * @param wellFormed the body is JSON, each of whose members has one value
     */
    InvalidApplication(List<Fault> faults, boolean wellFormed) {
        super(faults.size() + " faults");
        this.faults = List.copyOf(faults);
        this.wellFormed = wellFormed;
    }

    public List<Fault> faults() {
        return faults;
    }

    public boolean wellFormed() {
        return wellFormed;
    }
}
