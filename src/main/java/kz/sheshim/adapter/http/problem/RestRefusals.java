package kz.sheshim.adapter.http.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.Response;
import kz.sheshim.vocabulary.Phrase;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says in a sentence what the REST layer refuses by itself, before any of our code is asked. */
@Singleton
final class RestRefusals {
    /** The library of problems has mappers for the same exceptions. */
    private static final int BEFORE_ITS_OWN = 1;

    @ServerExceptionMapper(priority = BEFORE_ITS_OWN)
    Response answer(NotFoundException noSuchAddress) {
        return problem(Response.Status.NOT_FOUND, Phrase.of("There is nothing at this address."));
    }

    @ServerExceptionMapper(priority = BEFORE_ITS_OWN)
    Response answer(NotAllowedException otherMethods) {
        return problem(
                Response.Status.METHOD_NOT_ALLOWED,
                Phrase.of("This address exists, but not for this method. OPTIONS tells the methods that it has."));
    }

    @ServerExceptionMapper(priority = BEFORE_ITS_OWN)
    Response answer(NotAcceptableException otherTypes) {
        return problem(
                Response.Status.NOT_ACCEPTABLE,
                Phrase.of("The header Accept allows none of the types that this address can give."));
    }

    @ServerExceptionMapper(priority = BEFORE_ITS_OWN)
    Response answer(NotSupportedException otherTypes) {
        return problem(
                Response.Status.UNSUPPORTED_MEDIA_TYPE,
                Phrase.of("This address does not read bodies of this Content-Type."));
    }

    private static Response problem(Response.Status status, Phrase detail) {
        return Problems.said(HttpProblem.builder().withStatus(status).withTitle(status.getReasonPhrase()), detail)
                .build()
                .toResponse();
    }
}
