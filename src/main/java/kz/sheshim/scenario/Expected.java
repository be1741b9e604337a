package kz.sheshim.scenario;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.scenario.ScenarioFails;
import kz.sheshim.verdict.Verdict;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.workbook.CellAddress;

/** The content that a scenario expects of one part of the verdict (all of it and nothing else), and the cell with that content. */
public record Expected(VerdictPart part, SortedSet<String> names, CellAddress cell) {
    public Expected {
        names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
    }

    boolean isMetBy(Verdict verdict) {
        return names.equals(new TreeSet<>(part.in(verdict)));
    }

    /** The finding if the verdict has another content. */
    Optional<Finding> failure(String scenario, Verdict verdict) {
        return isMetBy(verdict)
                ? Optional.empty()
                : Optional.of(failure(scenario, list(new TreeSet<>(part.in(verdict)))));
    }

    Finding failure(String scenario, Phrase actual) {
        return Finding.at(cell, new ScenarioFails(scenario, part.text(), part.named(), list(names), actual));
    }

    private static Phrase list(Collection<String> names) {
        return names.isEmpty() ? Phrase.of("none") : Phrase.of("{0}", String.join(", ", names));
    }
}
