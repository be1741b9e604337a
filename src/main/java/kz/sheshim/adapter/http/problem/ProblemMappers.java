package kz.sheshim.adapter.http.problem;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Lets {@link ProblemRegistry} answer every exception for which the REST layer and the library of problems have no mapper. */
@Singleton
final class ProblemMappers {
    private final ProblemRegistry problems;

    ProblemMappers(ProblemRegistry problems) {
        this.problems = problems;
    }

    @ServerExceptionMapper({RuntimeException.class, IOException.class})
    Response answer(Throwable failure) {
        return problems.problem(failure).toResponse();
    }
}
