package kz.sheshim.adapter.http.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;
import java.time.Duration;

/** Problems of this service (RFC 9457). {@code src/docs/api.md} lists the types. */
public final class Problems {
    private static final String PREFIX = "urn:sheshim:problem:";

    private Problems() {}

    public static HttpProblem.Builder problem(String type, int status, String title) {
        return HttpProblem.builder()
                .withType(URI.create(PREFIX + type))
                .withTitle(title)
                .withStatus(status);
    }

    /**
     * @param detail a sentence that names what was not found
     */
    public static HttpProblem notFound(String detail) {
        return problem("not-found", 404, "Not found").withDetail(detail).build();
    }

    /**
     * @param expected what the parameter must be
     */
    public static HttpProblem badParameter(String name, String expected) {
        return problem("bad-parameter", 400, "A parameter cannot be read")
                .withDetail(name + " must be " + expected + ".")
                .with("parameter", name)
                .build();
    }

    /**
     * @param encoding the Content-Encoding of the request
     */
    public static HttpProblem encoded(String encoding) {
        return problem("body-encoded", 415, "The body is compressed or encoded")
                .withDetail("The service does not read bodies with Content-Encoding: " + encoding
                        + ". Send the JSON itself, without this header.")
                .withHeader("Accept-Encoding", "identity")
                .build();
    }

    public static HttpProblem tooLarge(int maxBytes) {
        return problem("body-too-large", 413, "The body is too large")
                .withDetail("The service accepts at most " + maxBytes + " bytes.")
                .with("limit", maxBytes)
                .build();
    }

    public static HttpProblem tooSlow(Duration limit) {
        return problem("body-too-slow", 408, "The body did not arrive in time")
                .withDetail("The body must arrive within " + limit.toMillis() + " milliseconds.")
                .build();
    }

    /**
     * @param detail what there is too much of, and that nothing was done
     */
    public static HttpProblem overloaded(String detail) {
        return problem("overloaded", 503, "The service is overloaded")
                .withDetail(detail)
                .withHeader("Retry-After", 1)
                .build();
    }
}
