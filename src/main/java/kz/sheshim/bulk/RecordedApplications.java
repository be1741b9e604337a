package kz.sheshim.bulk;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

        /** The conditions by their names, for JSON; without those that are not asked. */
        public Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            put(json, "from", from == null ? null : from.toString());
            put(json, "to", to == null ? null : to.toString());
            put(json, "outcome", outcome);
            put(json, "ground", ground);
            put(json, "submitter", submitter);
            put(json, "newest", newest);
            return json;
        }

        private static void put(Map<String, Object> json, String name, @Nullable Object value) {
            if (value != null) {
                json.put(name, value);
            }
        }
    }

    /** A recorded application, as it was received, and its verdict. */
    record Recorded(long entry, DecisionId id, Revision revision, String received, String verdict) {}

    /** The number of the entry before the first one of the selection. */
    long before(Selection selection);

    /** The next ones after an entry, at most so many; empty after the last one. */
    List<Recorded> after(long entry, Selection selection, int most);
}
