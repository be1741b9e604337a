package kz.sheshim.log;

import java.util.ArrayList;
import java.util.List;
import kz.sheshim.access.Submitter;

/**
 * What is kept of a decision and can be erased.
 *
 * @param reference the submitter's own number of the application
 * @param received the application as received
 * @param read the facts read from the application, as JSON
 * @param verdict the verdict as recorded
 * @param groundCells for each ground, the cell of its rule at that time
 */
public record CaseFile(
        Submitter submitter, String reference, String received, String read, String verdict, List<String> groundCells) {
    public CaseFile {
        groundCells = List.copyOf(groundCells);
    }

    public static CaseFile of(Decision decision) {
        return new CaseFile(
                decision.submitter(),
                decision.reference(),
                decision.received(),
                decision.read(),
                decision.verdictText(),
                decision.groundCells());
    }

    /**
     * The parts that the entry commits to.
     *
     * @param personal a part for each fact of the application that is personal data
     */
    public List<Part> parts(List<Part> personal) {
        List<Part> parts = new ArrayList<>(List.of(
                Part.of("application", received),
                Part.of("facts", read),
                Part.of("verdict", verdict),
                Part.of("groundCells", groundCells),
                Part.of("reference", reference),
                Part.of("submitter", submitter.name())));
        parts.addAll(personal);
        return parts;
    }
}
