package kz.sheshim.bulk;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.sheshim.log.DecisionId;
import kz.sheshim.policy.Revision;
import org.jspecify.annotations.Nullable;

/** Reads recorded applications in the order of their entries. */
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

        /** Those that were filed on this day or later. */
        public static Selection filedFrom(LocalDate day) {
            return new Selection(day, null, null, null, null, null);
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

    /** A decision whose case file is gone. @param erased whether an erasure is recorded; otherwise the record is damaged */
    record Gone(long entry, DecisionId id, boolean erased) implements Serializable {}

    /** The entries after one up to another, which is the last of them. */
    record Range(long after, long last) {
        public boolean isEmpty() {
            return after >= last;
        }
    }

    /**
     * Some applications of a selection, and the decisions among them whose case files are gone.
     *
     * @param gone they are only known to fulfil the conditions that a case file is not needed for: all but the submitter
     * @param rest the entries that were not looked at yet
     */
    record Page(List<Recorded> applications, List<Gone> gone, Range rest) {
        public Page {
            applications = List.copyOf(applications);
            gone = List.copyOf(gone);
        }
    }

    /** The entries that a selection is among, by what is recorded now: what is recorded later is not of it. */
    Range range(Selection selection);

    /** Number of decisions that were recorded after an entry; at most {@code most}, further ones are not counted. */
    int countAfter(long entry, int most);

    /**
     * The first ones of a range that is not empty; perhaps none, though the rest has some.
     *
     * @param most maximum number of decisions
     * @param mostBytes after which no further decision is added: of applications and verdicts, as UTF-8
     */
    Page page(Range range, Selection selection, int most, long mostBytes);
}
