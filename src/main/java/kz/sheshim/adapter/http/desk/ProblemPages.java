package kz.sheshim.adapter.http.desk;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import kz.sheshim.adapter.http.edge.DeskPages;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Shows problems to people as pages. */
final class ProblemPages {
    private final Desk desk;

    ProblemPages(Desk desk) {
        this.desk = desk;
    }

    @CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance problem(int status, String title, String detail);
    }

    @ServerResponseFilter
    void show(ContainerResponseContext response, RoutingContext context) {
        if (context.normalizedPath().startsWith(DeskPages.PATH)
                && response.getEntity() instanceof HttpProblem problem) {
            response.setEntity(
                    desk.page(Templates.problem(
                                    problem.getStatusCode(),
                                    Objects.requireNonNullElse(problem.getTitle(), ""),
                                    Objects.requireNonNullElse(problem.getDetail(), "")))
                            .render(),
                    new java.lang.annotation.Annotation[0],
                    MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
        }
    }
}
