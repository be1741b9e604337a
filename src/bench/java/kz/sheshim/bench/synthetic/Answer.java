package kz.sheshim.bench.synthetic;

import java.util.List;
import java.util.stream.Collectors;

/** The answer to an application. */
record Answer(Outcome verdict, Route route, List<Finding> findings) {

    /** As expected.txt.gz has it. */
    String line() {
        return verdict + "|" + route.queue() + "|" + route.term() + "|"
                + findings.stream().map(Finding::toString).sorted().collect(Collectors.joining(","));
    }
}
