package kz.sheshim.adapter.http.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import kz.sheshim.log.IdempotencyKey;

/** The problems of the header {@code Idempotency-Key}. The draft asks for a link to its documentation. */
public final class IdempotencyKeyProblems {
    private static final String DRAFT =
            "https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-idempotency-key-header-07#section-";

    private IdempotencyKeyProblems() {}

    public static HttpProblem missing() {
        return problem("idempotency-key-missing", 400, "Idempotency-Key is missing", "2.1")
                .withDetail("This operation is idempotent and requires the header Idempotency-Key:"
                        + " a text of your choice in double quotes, a different one for each application")
                .build();
    }

    public static HttpProblem malformed() {
        return problem("idempotency-key-malformed", 400, "Idempotency-Key cannot be read", "2.1")
                .withDetail("The header must hold one text of 1 to " + IdempotencyKey.MAX_LENGTH
                        + " characters of printable ASCII in double quotes")
                .build();
    }

    static HttpProblem reused() {
        return problem("idempotency-key-reused", 422, "Idempotency-Key is already used", "2.2")
                .withDetail("You sent another application under this key. Nothing was decided."
                        + " Give each application its own key.")
                .build();
    }

    private static HttpProblem.Builder problem(String type, int status, String title, String section) {
        return Problems.problem(type, status, title).with("documentation", DRAFT + section);
    }
}
