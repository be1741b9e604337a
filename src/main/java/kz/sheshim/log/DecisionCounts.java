package kz.sheshim.log;

import java.time.Instant;
import java.util.List;

/** Counts recorded decisions by what their entries say; it reads no case file. */
public interface DecisionCounts {

    /** The number of decisions with this outcome and exactly these grounds. */
    record Count(String outcome, List<String> grounds, long decisions) {
        public Count {
            grounds = List.copyOf(grounds);
        }
    }

    /** The decisions made from one moment on and before another. */
    List<Count> of(Instant from, Instant until);
}
