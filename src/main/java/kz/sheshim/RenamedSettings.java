package kz.sheshim;

import io.quarkus.runtime.Application;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Refuses settings under their former names: a limit that is set under a name that nobody reads would silently not apply. The
 * framework refuses unknown settings too, but not those in environment variables.
 */
public final class RenamedSettings implements ConfigSourceFactory {
    private static final Pattern FORMER_LIMIT = Pattern.compile(
            "(sheshim[.-].+[.-])most-"
                    + "(earlier|instances|time|file-bytes|unpacked-bytes|cells|rows|rules|body-time|requests|bytes|waiting|batches|delay|at-once)");
    private static final Pattern FORMER_SESSION = Pattern.compile("(sheshim[.-]access[.-])session-longest");
    private static final Pattern FORMER_KEY = Pattern.compile("(sheshim[.-]log[.-](?:previous-)?key)-file");
    private static final Pattern VARIABLE = Pattern.compile("[A-Z0-9_]+");

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        if (Application.currentApplication() != null) {
            refuse(context.iterateNames());
        }
        return List.of();
    }

    /**
     * Quarkus prints the message of a {@code ConfigurationException} without a stack trace, and exits with code 1.
     *
     * @throws ConfigurationException if there is a former name among these; the message is one sentence with all new names
     */
    static void refuse(Iterator<String> names) {
        List<String> renamed = renamed(names);
        if (!renamed.isEmpty()) {
            throw new ConfigurationException(
                    (renamed.size() == 1 ? "A setting has a new name: " : "Settings have new names: ")
                            + String.join(", ", renamed) + ".");
        }
    }

    /** Before the embedded PostgreSQL is started. */
    @Override
    public OptionalInt getPriority() {
        return OptionalInt.of(Integer.MAX_VALUE);
    }

    private static List<String> renamed(Iterator<String> names) {
        List<String> renamed = new ArrayList<>();
        names.forEachRemaining(name -> {
            boolean variable = VARIABLE.matcher(name).matches();
            String now = now(variable ? name.toLowerCase(Locale.ROOT).replace('_', '-') : name);
            if (now != null) {
                renamed.add(name + " is now called "
                        + (variable ? now.replace('-', '_').toUpperCase(Locale.ROOT) : now));
            }
        });
        return renamed.stream().distinct().sorted().toList();
    }

    private static @Nullable String now(String name) {
        Matcher limit = FORMER_LIMIT.matcher(name);
        if (limit.matches()) {
            return limit.group(1) + now(limit.group(1), limit.group(2));
        }
        Matcher session = FORMER_SESSION.matcher(name);
        if (session.matches()) {
            return session.group(1) + "max-session";
        }
        Matcher key = FORMER_KEY.matcher(name);
        return key.matches() ? key.group(1) : null;
    }

    private static String now(String group, String limit) {
        return switch (group.replace('.', '-') + limit) {
            case "sheshim-policy-earlier" -> "max-earlier-revisions";
            case "sheshim-http-bytes" -> "max-bytes-in-progress";
            default -> "max-" + limit;
        };
    }
}
