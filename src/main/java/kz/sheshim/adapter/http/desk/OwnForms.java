package kz.sheshim.adapter.http.desk;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriInfo;
import kz.sheshim.adapter.http.edge.DeskPages;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.vocabulary.Phrase;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Takes forms only from pages of the desk itself. Every browser of today says which site a form comes from ({@code Sec-Fetch-Site}); an older one says it by
 * {@code Origin}.
 */
final class OwnForms {

    @ServerRequestFilter(preMatching = true)
    void refuseForeign(ContainerRequestContext request, UriInfo uri, RoutingContext context) {
        HttpMethod method = context.request().method();
        boolean isRead = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
        if (context.normalizedPath().startsWith(DeskPages.PATH) && !isRead && !isOwn(context)) {
            throw Problems.said(
                            Problems.problem("foreign-form", 403, "The form comes from another site"),
                            Phrase.of("Nothing was done. Open the page of the desk, and send its form again."))
                    .build();
        }
    }

    private static boolean isOwn(RoutingContext context) {
        @Nullable String site = context.request().getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        String origin = context.request().getHeader("Origin");
        return origin == null
                || origin.equals(
                        context.request().scheme() + "://" + context.request().getHeader("Host"));
    }
}
