package kz.sheshim.bulk;

import java.time.LocalDate;
import java.util.List;
import kz.sheshim.log.DecisionId;
import kz.sheshim.policy.Revision;
import org.jspecify.annotations.Nullable;

/** Reads recorded applications in the order of their entries. Those whose case file was erased are left out. */
public interface RecordedApplications {

    /**
     * Which applications; null means any.
     *
     * @param from first day of filing, inclusive
     * @param to last day of filing, inclusive
     * @param newest only so many of the newest
     */
    record Selection(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String outcome,
            @Nullable String ground,
            @Nullable String submitter,
            @Nullable Integer newest) {
        public static final Selection ALL = new Selection(null, null, null, null, null, null);

        public static Selection newest(int number) {
            return new Selection(null, null, null, null, null, number);
        }
    }

    /** A recorded application, as it was received, and its verdict. */
    record Recorded(long entry, DecisionId id, Revision revision, String received, String verdict) {}

    /** The number of the entry before the first one of the selection. */
    long before(Selection selection);

    /** The next ones after an entry, at most so many; empty after the last one. */
    List<Recorded> after(long entry, Selection selection, int most);
}
