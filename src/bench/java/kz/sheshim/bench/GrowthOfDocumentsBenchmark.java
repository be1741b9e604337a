package kz.sheshim.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import kz.sheshim.ApplicationsFixture;
import kz.sheshim.ServiceLogging;
import kz.sheshim.facts.Facts;
import kz.sheshim.verdict.Verdict;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** What a decision on the shipped policy costs when an application has many documents. */
public class GrowthOfDocumentsBenchmark extends OneDecision {
    @Param({"1", "5", "10", "50"})
    public int documents;

    private List<Facts> applications;

    @Setup
    public void load() {
        ServiceLogging.use();
        applications = ApplicationsFixture.exampleLines().stream()
                .map(example -> example.get("application"))
                .filter(application -> application.path("documents").size() > 0)
                .map(application -> ApplicationsFixture.facts(ApplicationsFixture.bytes(filledUp(application))))
                .toList();
        ShippedApplications.mustBeDecidedAsByReference(applications);
    }

    /** With so many documents: its own in turn, again and again, or only the first of them. */
    private JsonNode filledUp(JsonNode application) {
        JsonNode own = application.get("documents");
        ObjectNode changed = application.deepCopy();
        ArrayNode filled = changed.putArray("documents");
        for (int i = 0; i < documents; i++) {
            filled.add(own.get(i % own.size()));
        }
        return changed;
    }

    @Benchmark
    public Verdict decide(Turn turn) {
        return ShippedApplications.POLICY.decide(turn.of(applications));
    }
}
