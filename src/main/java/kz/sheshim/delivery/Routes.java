package kz.sheshim.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Says which events go to which destination. */
public record Routes(List<Destination> destinations) {
    /** No destinations: nothing is delivered. */
    public static final Routes NONE = new Routes(List.of());

    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");

    /**
     * A destination and the events that it takes.
     *
     * @param actions codes of the policy; empty: every action, or none if it takes events of the law
     * @param law the events of the law that it takes
     * @param address where it is, for people
     */
    public record Destination(String name, Set<String> actions, Set<LawEvent.Kind> law, String address) {
        public Destination {
            actions = Set.copyOf(actions);
            law = Set.copyOf(law);
        }

        /** One that takes no events of the law. */
        public Destination(String name, Set<String> actions) {
            this(name, actions, Set.of(), "");
        }

        /** Whether it takes every action. */
        public boolean takesAllActions() {
            return actions.isEmpty() && law.isEmpty();
        }

        boolean takes(String action) {
            return takesAllActions() || actions.contains(action);
        }
    }

    /**
     * One action of a verdict and one destination that takes it.
     *
     * @param place position of the action in the verdict, from 1
     */
    public record Route(int place, String action, String destination) {}

    public Routes {
        destinations = List.copyOf(destinations);
    }

    /**
     * @throws IllegalArgumentException if this is not a valid name of a destination
     */
    public static void requireName(String destination) {
        if (!NAME.matcher(destination).matches()) {
            throw new IllegalArgumentException(
                    "the name of a destination must be 1 to 40 lower-case letters, digits and hyphens, and must start and end with a letter or digit");
        }
    }

    /** The routes of a verdict with these actions, in the order of the actions. */
    public List<Route> of(List<String> actions) {
        List<Route> routes = new ArrayList<>();
        for (int i = 0; i < actions.size(); i++) {
            for (Destination destination : destinations) {
                if (destination.takes(actions.get(i))) {
                    routes.add(new Route(i + 1, actions.get(i), destination.name()));
                }
            }
        }
        return List.copyOf(routes);
    }

    /** Actions that a destination takes but that are not among these actions of the policy: most likely misspelt. */
    public Set<String> unknownActions(Set<String> actions) {
        Set<String> unknown = new TreeSet<>();
        destinations.forEach(destination -> unknown.addAll(destination.actions()));
        unknown.removeAll(actions);
        return unknown;
    }

    public Set<String> destinationNames() {
        Set<String> names = new TreeSet<>();
        destinations.forEach(destination -> names.add(destination.name()));
        return names;
    }
}
