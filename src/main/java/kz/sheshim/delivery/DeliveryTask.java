package kz.sheshim.delivery;

import java.util.regex.Pattern;
import kz.sheshim.log.EntryNumber;

/**
 * The work that is scheduled: to hand over the actions of one decision to one destination, in their order. It is recorded with the decision and taken away only when
 * nothing of it is left, so none can be forgotten.
 */
public record DeliveryTask(String destination, EntryNumber entry) {
    private static final String TASK = "hand-over-";

    private static final Pattern DESTINATION = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");

    /**
     * @throws IllegalArgumentException if a destination cannot be called so
     */
    public static void requireDestination(String name) {
        if (!DESTINATION.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "the name of a destination is not made of up to 40 small letters, digits and hyphens");
        }
    }

    /** The name of all errands to a destination. */
    public static String task(String destination) {
        return TASK + destination;
    }

    public String task() {
        return task(destination);
    }

    /** Its name among those to the destination. */
    public String instance() {
        return Long.toString(entry.value());
    }
}
