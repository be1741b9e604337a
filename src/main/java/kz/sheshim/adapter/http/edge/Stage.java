package kz.sheshim.adapter.http.edge;

import io.vertx.ext.web.Route;

/**
 * What happens to a request before it reaches a resource, in this order. Only {@link #BODY} reads what the caller sends;
 * everything before it is cheap. Quarkus authenticates the caller after {@link #AUTH_FAILURES} and before {@link #RATE}
 * (its handlers have the numbers -300 to -100).
 */
public enum Stage {
    /** {@link Requests} counts the request. */
    CONNECTION(-100_001),

    /** {@link RequestIds} gives the request its id. */
    REQUEST_ID(-100_000),

    /** {@link AuthFailures} answers 401 and 403, before any other failure handler. */
    AUTH_FAILURES(-1_000),

    /** {@link RateLimit}: how many requests a second does this submitter send? */
    RATE(-3),

    /** {@link Bulkhead}: how many requests, and how many bytes of their bodies, are in progress? */
    BULKHEAD(-2),

    /** {@link RequestBodies} reads the body, within limits of size and time. */
    BODY(-1),

    /** {@link AuthFailures} answers what failed and was not answered by an earlier handler. */
    OTHER_FAILURES(0),

    /** {@code IntakeRoute} answers the request that comes most, before the REST layer would. */
    INTAKE(1);

    private final int order;

    Stage(int order) {
        this.order = order;
    }

    /** Gives a route of Vert.x its place: routes with a lower number run earlier. */
    public Route at(Route route) {
        return route.order(order);
    }

    /** The same place for a filter of Quarkus: filters with a higher number run earlier. */
    int priority() {
        return -order;
    }
}
