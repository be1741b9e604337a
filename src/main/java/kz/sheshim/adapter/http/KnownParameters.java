package kz.sheshim.adapter.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kz.sheshim.adapter.http.edge.DeskPages;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.vocabulary.Phrase;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses query parameters that the called method does not read: a misspelt condition would be ignored, and the list would be longer than asked for. Pages of the
 * desk ignore them, because links to these pages come from anywhere.
 */
@Singleton
final class KnownParameters {
    private final Map<Method, Set<String>> names = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void refuseOthers(UriInfo uri, ResourceInfo called, RoutingContext context) {
        Set<String> asked = uri.getQueryParameters().keySet();
        if (asked.isEmpty() || DeskPages.isOne(context.normalizedPath())) {
            return;
        }
        Set<String> known = names.computeIfAbsent(called.getResourceMethod(), KnownParameters::of);
        for (String parameter : asked) {
            if (!known.contains(parameter)) {
                throw Problems.badParameter(
                        parameter,
                        known.isEmpty()
                                ? Phrase.of("{0} must be left out, because this call has no parameters.", parameter)
                                : Phrase.of("{0} must be one of {1}.", parameter, String.join(", ", known)));
            }
        }
    }

    private static Set<String> of(Method method) {
        Set<String> names = new LinkedHashSet<>();
        for (Parameter each : method.getParameters()) {
            addName(each, names);
            if (each.isAnnotationPresent(BeanParam.class)) {
                for (Class<?> bean = each.getType(); bean != null; bean = bean.getSuperclass()) {
                    for (Field field : bean.getDeclaredFields()) {
                        addName(field, names);
                    }
                }
            }
        }
        return names;
    }

    private static void addName(AnnotatedElement parameter, Set<String> names) {
        QueryParam query = parameter.getAnnotation(QueryParam.class);
        if (query != null) {
            names.add(query.value());
        }
    }
}
