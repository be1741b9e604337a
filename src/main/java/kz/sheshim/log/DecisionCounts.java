package kz.sheshim.log;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Counts recorded decisions by what their entries say; it reads no case file. */
public interface DecisionCounts {

    /** The number of decisions with this outcome and exactly these grounds. */
    record Count(String outcome, List<String> grounds, long decisions) {
        public Count {
            grounds = List.copyOf(grounds);
        }
    }

    /** The decisions of days, both included. A day without decisions may be left out. */
    Map<LocalDate, List<Count>> of(LocalDate first, LocalDate last, ZoneId zone);
}
