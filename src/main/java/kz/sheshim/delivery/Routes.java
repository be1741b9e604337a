package kz.sheshim.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which destination takes which actions. */
public record Routes(List<Route> routes) {
    /** Nothing is handed over. */
    public static final Routes NONE = new Routes(List.of());

    /**
     * A destination and the actions that it takes.
     *
     * @param actions codes of the policy; empty for every action
     */
    public record Route(String destination, Set<String> actions) {
        public Route {
            actions = Set.copyOf(actions);
        }

        boolean takes(String action) {
            return actions.isEmpty() || actions.contains(action);
        }
    }

    /**
     * One action of a verdict on its way to one destination.
     *
     * @param place of the action in the verdict, from 1
     */
    public record Leg(int place, String action, String destination) {}

    public Routes {
        routes = List.copyOf(routes);
    }

    /** What is handed over of a verdict with these actions, in their order. */
    public List<Leg> of(List<String> actions) {
        List<Leg> legs = new ArrayList<>();
        for (int i = 0; i < actions.size(); i++) {
            for (Route route : routes) {
                if (route.takes(actions.get(i))) {
                    legs.add(new Leg(i + 1, actions.get(i), route.destination()));
                }
            }
        }
        return List.copyOf(legs);
    }

    /** Actions that a destination takes but no policy with these ones can have: most likely misspelt. */
    public Set<String> unknown(Set<String> actions) {
        Set<String> unknown = new TreeSet<>();
        routes.forEach(route -> unknown.addAll(route.actions()));
        unknown.removeAll(actions);
        return unknown;
    }

    public Set<String> destinations() {
        Set<String> destinations = new TreeSet<>();
        routes.forEach(route -> destinations.add(route.destination()));
        return destinations;
    }
}
