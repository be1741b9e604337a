package kz.sheshim.policy.reading;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kz.sheshim.finding.EnoughFindings;
import kz.sheshim.finding.Finding;
import kz.sheshim.policy.Ruleset;
import org.jspecify.annotations.Nullable;

/**
 * Reads files and tells causes in place of what follows from them. Within one reading, {@link FollowUps} leaves out what only follows from a part that is
 * missing or faulty. Over several readings it finds one change of a sheet that removes errors at two or more places and adds none: it is reported once, at the
 * cell to change, in place of those errors. A change is tried by reading the files as if it had been made.
 */
final class CauseFinder {
    /** Each try is a reading of all files, which are parsed already. */
    private static final int MAX_TRIES = 48;

    /** Makes a ruleset of the files, as far as it can be read. */
    interface Reader {
        Optional<Ruleset> read(SortedFiles files, Consumer<Finding> findings);
    }

    private final Reader reader;
    private final List<Finding> ofFiles;
    private final ScenarioCheck check;
    private int tries;

    /** @param ofFiles what is wrong with the files themselves */
    CauseFinder(Reader reader, List<Finding> ofFiles, ScenarioCheck check) {
        this.reader = reader;
        this.ofFiles = ofFiles;
        this.check = check;
    }

    /** A change that helps, and what was read with it. */
    private record Found(Correction correction, List<Finding> righted, PolicyReading reading) {}

    /**
     * What reading the files came to, with causes in place of what follows from them. The ruleset is always that of the files as they are written, never one with
     * a change that was only tried.
     */
    PolicyReading read(SortedFiles files) {
        PolicyReading asWritten = reading(files);
        PolicyReading reading = asWritten;
        List<Finding> causes = new ArrayList<>();
        Found found = best(reading);
        while (found != null) {
            causes.add(found.correction.told(found.righted));
            reading = found.reading;
            found = best(reading);
        }
        return causes.isEmpty() ? asWritten.told() : asWritten.told(causes, reading);
    }

    private @Nullable Found best(PolicyReading reading) {
        Found best = null;
        Iterator<Correction> corrections = new Corrections(reading).all().iterator();
        while (tries < MAX_TRIES && corrections.hasNext()) {
            tries++;
            Correction correction = corrections.next();
            PolicyReading corrected = reading(correction.in(reading.files()));
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

    private PolicyReading reading(SortedFiles files) {
        List<Finding> findings = new ArrayList<>();
        BoundedFindings bounded = new BoundedFindings(findings::add);
        try {
            ofFiles.forEach(bounded);
            FollowUps followUps = new FollowUps(files, bounded);
            Optional<Ruleset> ruleset = reader.read(files, followUps);
            List<ScenarioSheet> scenarios = followUps.namesMissing() ? List.of() : followUps.known(files.scenarios());
            List<Finding> inScenarios = new ArrayList<>();
            ruleset.ifPresent(
                    read -> check.check(scenarios, read, finding -> inScenarios.addAll(Repetitions.each(finding))));
            return new PolicyReading(files, ruleset, findings, scenarios, inScenarios);
        } catch (EnoughFindings e) {
            return new PolicyReading(files, Optional.empty(), findings, List.of(), List.of());
        }
    }
}
