package kz.sheshim.adapter.http.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.sheshim.vocabulary.Phrase;

/** Problems of this service (RFC 9457). {@code src/docs/api.md} lists the types. */
public final class Problems {
    private static final String PREFIX = "urn:sheshim:problem:";
    private static final String DETAIL = "detail";
    private static final Set<Integer> LATER = Set.of(429, 503);

    private Problems() {}

    /**
     * @param status another than 429 and 503, which are for {@link #later}
     */
    public static HttpProblem.Builder problem(String type, int status, String title) {
        if (LATER.contains(status)) {
            throw new IllegalArgumentException("a caller who gets " + status + " must be told when to try again");
        }
        return builder(URI.create(PREFIX + type), status, title);
    }

    /**
     * A problem that may be over when the caller tries again.
     *
     * @param seconds after which it makes sense to try again; the caller is told
     */
    public static HttpProblem.Builder later(String type, long seconds, String title) {
        return later(URI.create(PREFIX + type), 503, seconds, title);
    }

    /**
     * @param status 429 or 503
     * @param seconds as above
     */
    public static HttpProblem.Builder later(URI type, int status, long seconds, String title) {
        return builder(type, status, title).withHeader("Retry-After", seconds);
    }

    /** Says in a problem what is wrong, for any language. */
    public static HttpProblem.Builder said(HttpProblem.Builder problem, Phrase detail) {
        Map<String, Object> told = new HashMap<>();
        detail.putInto(told, DETAIL);
        told.remove(DETAIL);
        told.forEach(problem::with);
        return problem.withDetail(detail.toString());
    }

    /** What a problem says; empty if it says nothing. */
    public static Optional<Phrase> detail(HttpProblem problem) {
        if (problem.getDetail() == null) {
            return Optional.empty();
        }
        Map<String, Object> told = new HashMap<>(problem.getParameters());
        told.put(DETAIL, problem.getDetail());
        return Optional.of(Phrase.in(told, DETAIL));
    }

    private static HttpProblem.Builder builder(URI type, int status, String title) {
        return HttpProblem.builder().withType(type).withTitle(title).withStatus(status);
    }

    /**
     * @param detail a sentence that names what was not found
     */
    public static HttpProblem notFound(Phrase detail) {
        return said(problem("not-found", 404, "Not found"), detail).build();
    }

    /**
     * @param wrong a sentence that says what the parameter must be; its first value is the name, in the place of which the desk shows the label of the field
     */
    public static HttpProblem badParameter(String name, Phrase wrong) {
        return said(problem("bad-parameter", 400, "A parameter cannot be read"), wrong)
                .with("parameter", name)
                .build();
    }

    /** Says of several parameters at once that they cannot be read. */
    public static HttpProblem badParameters(List<HttpProblem> each) {
        return said(
                        problem("bad-parameter", 400, "Parameters cannot be read"),
                        Phrase.of("{0} parameters cannot be read.", each.size()))
                .with(
                        "errors",
                        each.stream()
                                .map(one -> new FaultView(
                                        String.valueOf(one.getParameters().get("parameter")), one.getDetail(), null))
                                .toList())
                .build();
    }

    /**
     * @param encoding the Content-Encoding of the request
     */
    public static HttpProblem encoded(String encoding) {
        return said(
                        problem("body-encoded", 415, "The body is compressed or encoded"),
                        Phrase.of(
                                "The service does not read bodies with Content-Encoding: {0}. Send the JSON itself, without this header.",
                                encoding))
                .withHeader("Accept-Encoding", "identity")
                .build();
    }

    public static HttpProblem tooLarge(int maxBytes) {
        return said(
                        problem("body-too-large", 413, "The body is too large"),
                        Phrase.of("The service accepts at most {0} bytes.", maxBytes))
                .with("limit", maxBytes)
                .build();
    }

    public static HttpProblem tooSlow(Duration limit) {
        return said(
                        problem("body-too-slow", 408, "The body did not arrive in time"),
                        Phrase.of("The body must arrive within {0} milliseconds.", limit.toMillis()))
                .build();
    }

    /**
     * @param detail what there is too much of, and that nothing was done
     */
    public static HttpProblem overloaded(Phrase detail) {
        return said(later("overloaded", 1, "The service is overloaded"), detail).build();
    }
}
