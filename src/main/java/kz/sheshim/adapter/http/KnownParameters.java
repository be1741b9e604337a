package kz.sheshim.adapter.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kz.sheshim.adapter.http.edge.DeskPages;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.vocabulary.Phrase;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses query parameters that the called method does not read, or of which it reads only the first: a misspelt condition would be ignored, and the list would be
 * longer than asked for. Pages of the desk ignore them, because links to these pages come from anywhere.
 */
@Singleton
final class KnownParameters {
    /** The parameters of a method, and whether one may be there several times. */
    private final Map<Method, Map<String, Boolean>> names = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void refuseOthers(UriInfo uri, ResourceInfo called, RoutingContext context) {
        MultivaluedMap<String, String> query = uri.getQueryParameters();
        if (query.isEmpty() || DeskPages.isOne(context.normalizedPath())) {
            return;
        }
        Map<String, Boolean> known = names.computeIfAbsent(called.getResourceMethod(), KnownParameters::of);
        for (String parameter : query.keySet()) {
            if (!known.containsKey(parameter)) {
                throw known.isEmpty()
                        ? Problems.badParameter(
                                parameter,
                                Phrase.of("{0} must be left out, because this call has no parameters.", parameter))
                        : Members.unknown(parameter, parameter, known.keySet().stream());
            }
            if (!known.get(parameter) && query.get(parameter).size() > 1) {
                throw Problems.badParameter(parameter, Phrase.of("{0} must be there only once.", parameter));
            }
        }
    }

    private static Map<String, Boolean> of(Method method) {
        Map<String, Boolean> names = new LinkedHashMap<>();
        for (Parameter each : method.getParameters()) {
            addName(each, each.getType(), names);
            if (each.isAnnotationPresent(BeanParam.class)) {
                for (Class<?> bean = each.getType(); bean != null; bean = bean.getSuperclass()) {
                    for (Field field : bean.getDeclaredFields()) {
                        addName(field, field.getType(), names);
                    }
                }
            }
        }
        return names;
    }

    private static void addName(AnnotatedElement parameter, Class<?> type, Map<String, Boolean> names) {
        QueryParam query = parameter.getAnnotation(QueryParam.class);
        if (query != null) {
            names.put(query.value(), List.class.isAssignableFrom(type));
        }
    }
}
