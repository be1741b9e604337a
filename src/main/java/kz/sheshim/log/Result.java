package kz.sheshim.log;

import java.time.LocalDate;
import java.util.List;
import kz.sheshim.verdict.Ground;
import kz.sheshim.verdict.Verdict;

/**
 * What an entry keeps of a verdict for ever, and what it is searched by.
 *
 * @param grounds the codes of the grounds, each once
 */
public record Result(String outcome, List<String> grounds, LocalDate filedOn) {
    public Result {
        grounds = List.copyOf(grounds);
    }

    public static Result of(Verdict verdict) {
        return new Result(
                verdict.outcome(),
                verdict.grounds().stream().map(Ground::code).distinct().toList(),
                verdict.filedOn());
    }

    /** The parts that the entry commits to. */
    public List<Part> parts() {
        return List.of(Part.of("outcome", outcome), Part.of("grounds", grounds), Part.of("filedOn", filedOn));
    }
}
