package kz.sheshim.policy.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.Repeated;
import kz.sheshim.workbook.Address;

/** What is wrong for one reason is one finding, however many cells it is wrong in: a name that is not defined, a language, an act. */
public final class Repetitions {
    private Repetitions() {}

    /** The findings, those of one reason in one. */
    public static List<Finding> inOne(Iterable<Finding> findings) {
        Map<Object, List<Finding>> groups = new LinkedHashMap<>();
        findings.forEach(finding -> groups.computeIfAbsent(
                        Objects.requireNonNullElse(finding.defect().sameCause(), finding), key -> new ArrayList<>())
                .add(finding));
        return groups.values().stream().map(Repetitions::one).toList();
    }

    /** A finding for each of the places that it tells of. */
    static List<Finding> each(Finding finding) {
        return finding.defect() instanceof Repeated repeated
                ? Stream.concat(Stream.of(finding.address()), repeated.elsewhere().stream())
                        .map(address -> Finding.at(address, repeated.first()))
                        .toList()
                : List.of(finding);
    }

    /** The first of the places tells of the others. */
    static Finding one(List<Finding> same) {
        List<Finding> sorted =
                same.stream().sorted(Comparator.comparing(Finding::address)).toList();
        Finding first = sorted.get(0);
        List<Address> others = sorted.stream()
                .map(Finding::address)
                .filter(address -> !address.equals(first.address()))
                .distinct()
                .toList();
        return others.isEmpty()
                ? first
                : new Finding(first.address(), first.rule(), new Repeated(first.defect(), others));
    }
}
