package kz.sheshim.delivery;

import java.util.regex.Pattern;

/**
 * The scheduled work: deliver the events of one decision, or of one step of the law, to one destination, in their order. The task is stored in the transaction
 * that makes the decision or the step, and removed only when all its deliveries are settled, so no delivery can be lost.
 */
public record DeliveryTask(String destination, Origin origin) {
    private static final String PREFIX = "hand-over-";

    private static final Pattern DESTINATION = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");

    /**
     * @throws IllegalArgumentException if this is not a valid name of a destination
     */
    public static void requireDestination(String name) {
        if (!DESTINATION.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "the name of a destination must be 1 to 40 lower-case letters, digits and hyphens, and must start and end with a letter or digit");
        }
    }

    /** The name that the scheduler knows all tasks of a destination by. */
    public static String taskName(String destination) {
        return PREFIX + destination;
    }

    public String taskName() {
        return taskName(destination);
    }

    /** Tells this task from the other tasks of the destination. */
    public String instanceId() {
        return origin.instanceId();
    }
}
