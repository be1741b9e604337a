package kz.sheshim.adapter.http.desk;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import kz.sheshim.adapter.http.edge.DeskPages;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jspecify.annotations.Nullable;

/** Shows problems to people as pages: what kind it is, and what the API says of it, in English where it is not translated. */
final class ProblemPages {
    /** The types of conflicts with what somebody else did meanwhile; others come from the state of things. */
    private static final String CHANGED = ".*draft-(stale|other-version|conflict)";

    private final Desk desk;
    private final String contentPolicy;

    /** @param contentPolicy what pages of the desk may load and run */
    ProblemPages(
            Desk desk,
            @ConfigProperty(name = "quarkus.http.filter.desk.header.\"Content-Security-Policy\"")
                    String contentPolicy) {
        this.desk = desk;
        this.contentPolicy = contentPolicy;
    }

    @CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance problem(
                int status,
                String title,
                String what,
                Phrases.@Nullable Said detail,
                boolean forbidden,
                @Nullable RefusedForm form);
    }

    @ServerResponseFilter
    void show(
            ContainerResponseContext response,
            RoutingContext context,
            ResteasyReactiveContainerRequestContext request) {
        if (context.normalizedPath().startsWith(DeskPages.PATH)
                && response.getEntity() instanceof HttpProblem problem) {
            response.getHeaders().putSingle("Content-Security-Policy", contentPolicy);
            response.getHeaders().putSingle("X-Content-Type-Options", "nosniff");
            response.setEntity(
                    desk.page(Templates.problem(
                                    problem.getStatusCode(),
                                    title(problem),
                                    problem.getType() == null ? "" : Objects.requireNonNullElse(problem.getTitle(), ""),
                                    said(problem),
                                    problem.getStatusCode() == 403 && desk.say(problem) == null,
                                    RefusedForm.of(
                                            context.request(),
                                            context.normalizedPath(),
                                            ((ResteasyReactiveRequestContext) request.getServerRequestContext())
                                                    .getFormData(),
                                            problem,
                                            new FieldLabels(desk))))
                            .render(),
                    new java.lang.annotation.Annotation[0],
                    MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
        }
    }

    /** An approval of an older version names no hash to people. */
    private Phrases.@Nullable Said said(HttpProblem problem) {
        return String.valueOf(problem.getType()).endsWith("draft-other-version")
                ? new Phrases.Said(desk.draftTexts().versionChanged(), false)
                : desk.say(problem);
    }

    private String title(HttpProblem problem) {
        Texts texts = desk.texts();
        int status = problem.getStatusCode();
        return switch (status) {
            case 400, 413, 415, 422 -> texts.problemInput();
            case 403 -> texts.problemForbidden();
            case 404 -> texts.problemNotFound();
            case 409 ->
                String.valueOf(problem.getType()).matches(CHANGED) ? texts.problemConflict() : texts.problemNotNow();
            case 412 -> texts.problemConflict();
            case 410 -> texts.problemGone();
            case 408, 429, 503 -> texts.problemLater();
            default -> status < 500 ? texts.problemInput() : texts.problemOurs();
        };
    }
}
