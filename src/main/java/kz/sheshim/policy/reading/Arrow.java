package kz.sheshim.policy.reading;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The arrow, {@code →} or {@code ->}, before the name of what a column gives; columns without it hold conditions or facts. */
public final class Arrow {
    private static final Pattern ARROW = Pattern.compile("(?:→|->)(.*)", Pattern.DOTALL);

    private Arrow() {}

    /** The name behind the arrow; empty for a text that does not begin with one. */
    public static Optional<String> name(String binding) {
        Matcher arrow = ARROW.matcher(binding);
        return arrow.matches() ? Optional.of(arrow.group(1).strip()) : Optional.empty();
    }

    /** Another name, with an arrow before it if the binding has one. */
    static String as(String binding, String name) {
        return name(binding).isPresent() && name(name).isEmpty() ? "→ " + name : name;
    }

    /** What a column is bound to, with or without an arrow before it. */
    static String without(String binding) {
        return name(binding).orElse(binding);
    }
}
