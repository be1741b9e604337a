package kz.sheshim.erasure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kz.sheshim.log.DecisionId;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.log.Erasure;

/** The erasures that this service has seen, kept outside the database, so that a database of yesterday does not bring back what was erased. No personal data. */
public interface SeenErasures {

    /** An erasure that was seen: what its entry states, and the number of that entry. */
    record Seen(EntryNumber entry, DecisionId decision, Instant at, String basis) {
        public static Seen of(Erasure erasure) {
            return new Seen(
                    erasure.entry(),
                    erasure.decision(),
                    erasure.at(),
                    erasure.order().basis());
        }
    }

    /** The one that was added last. */
    Optional<Seen> last();

    /** Adds erasures at the end. MUST be durable when it returns. */
    void add(List<Seen> erasures);

    /** Gives all to the reader, in the order in which they were added, in groups of at most this size. */
    void read(int atOnce, Consumer<List<Seen>> reader);
}
