package kz.sheshim.policy.reading;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import kz.sheshim.finding.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Finds one change of a sheet that removes errors at two or more places and adds none. It is reported once, at the cell to change, in place of those errors.
 * A change is tried by reading the files as if it had been made.
 */
final class Causes {
    /** Each try is a reading of all files, which are parsed already. */
    private static final int MAX_TRIES = 48;

    private final Function<SortedFiles, Reading> reader;
    private int tries;

    Causes(Function<SortedFiles, Reading> reader) {
        this.reader = reader;
    }

    /** A change that helps, and what was read with it. */
    private record Found(Correction correction, List<Finding> righted, Reading reading) {}

    /**
     * What reading the files came to, with causes in place of what follows from them. The ruleset is always that of the files as they are written, never one with
     * a change that was only tried.
     */
    Reading read(SortedFiles files) {
        Reading asWritten = reader.apply(files);
        Reading reading = asWritten;
        List<Finding> causes = new ArrayList<>();
        Found found = best(reading);
        while (found != null) {
            causes.add(found.correction.told(found.righted));
            reading = found.reading;
            found = best(reading);
        }
        return causes.isEmpty() ? asWritten.told() : asWritten.told(causes, reading);
    }

    private @Nullable Found best(Reading reading) {
        Found best = null;
        Iterator<Correction> corrections = new Corrections(reading).all().iterator();
        while (tries < MAX_TRIES && corrections.hasNext()) {
            tries++;
            Correction correction = corrections.next();
            Reading corrected = reader.apply(reading.files().with(correction.corrected()));
            List<Finding> righted = reading.rightedBy(corrected);
            long places = righted.stream().map(Finding::address).distinct().count();
            if (places > 1 && (best == null || righted.size() > best.righted.size())) {
                best = new Found(correction, righted, corrected);
            }
            if (best != null && best.reading.errors().isEmpty()) {
                return best;
            }
        }
        return best;
    }
}
