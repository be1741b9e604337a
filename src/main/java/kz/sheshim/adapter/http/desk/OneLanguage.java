package kz.sheshim.adapter.http.desk;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import kz.sheshim.adapter.http.AcceptLanguage;
import kz.sheshim.adapter.http.edge.DeskPages;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Tells the REST layer the language that {@link AcceptLanguage} reads: RESTEasy, which makes the pages, answers 400 if it cannot read the header itself. */
final class OneLanguage {

    @ServerRequestFilter(preMatching = true)
    void choose(ContainerRequestContext request, RoutingContext context) {
        String wanted = context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        if (wanted != null && context.normalizedPath().startsWith(DeskPages.PATH)) {
            request.getHeaders()
                    .putSingle(
                            HttpHeaders.ACCEPT_LANGUAGE,
                            AcceptLanguage.of(wanted).among(DeskLanguages.ALL).tag());
        }
    }
}
