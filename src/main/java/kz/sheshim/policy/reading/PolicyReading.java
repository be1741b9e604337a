package kz.sheshim.policy.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.Severity;
import kz.sheshim.finding.file.TooManyFindings;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.workbook.Address;

/**
 * What reading a policy's files came to.
 *
 * @param ruleset as far as it could be read
 * @param findings what is wrong with the files
 * @param scenarios the sheets of scenarios about whose cells something can be said
 * @param inScenarios what is wrong with those cells
 */
record PolicyReading(
        SortedFiles files,
        Optional<Ruleset> ruleset,
        List<Finding> findings,
        List<ScenarioSheet> scenarios,
        List<Finding> inScenarios) {

    /** A finding, as far as two readings can be compared: its wording may depend on what else is read. */
    private record Key(Address address, String code) {}

    List<Finding> all() {
        return Stream.concat(findings.stream(), inScenarios.stream()).toList();
    }

    List<Finding> errors() {
        return all().stream().filter(PolicyReading::isError).toList();
    }

    static boolean isError(Finding finding) {
        return finding.defect().severity() == Severity.ERROR;
    }

    /** There are more errors than are found. */
    private boolean cutOff() {
        return findings.stream().anyMatch(finding -> finding.defect() instanceof TooManyFindings);
    }

    /** The findings that another reading does not have, among them an error; none if that one has other errors. */
    List<Finding> rightedBy(PolicyReading other) {
        boolean wrongsOthers = !cutOff() && !keys(errors()).containsAll(keys(other.errors()));
        if (other.cutOff() || wrongsOthers) {
            return List.of();
        }
        Set<Key> there = keys(other.all());
        List<Finding> righted =
                all().stream().filter(finding -> !there.contains(key(finding))).toList();
        return righted.stream().anyMatch(PolicyReading::isError) ? righted : List.of();
    }

    /** The same, as it is told: one finding for one name that is not defined. */
    PolicyReading told() {
        return new PolicyReading(files, ruleset, Repetitions.inOne(findings), scenarios, inScenarios);
    }

    /**
     * The same, with causes in place of what a change would right, and then everything that would still be wrong. About the cells of scenarios nothing more can be
     * said until the causes are mended.
     *
     * @param corrected with the changes
     */
    PolicyReading told(List<Finding> causes, PolicyReading corrected) {
        List<Finding> all = new ArrayList<>(causes);
        all.addAll(Repetitions.inOne(corrected.all()));
        return new PolicyReading(files, ruleset, all, List.of(), List.of());
    }

    private static Set<Key> keys(List<Finding> findings) {
        return findings.stream().map(PolicyReading::key).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Key key(Finding finding) {
        return new Key(finding.address(), finding.defect().code());
    }
}
