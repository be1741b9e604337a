package kz.sheshim.spark;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A command and its options, each with a value: {@code replay --database URL}. */
record Options(String command, Map<String, String> values) {
    private static final Map<String, List<String>> OF_COMMANDS = Map.of(
            "replay", List.of("--from", "--to", "--outcome", "--ground", "--submitter", "--newest", "--report"),
            "impact",
                    List.of(
                            "--from", "--to", "--outcome", "--ground", "--submitter", "--newest", "--report", "--draft",
                            "--before", "--after"),
            "export", List.of("--folder"));
    private static final List<String> OF_ALL =
            List.of("--master", "--properties", "--built", "--database", "--user", "--export", "--range");

    /** @throws IllegalArgumentException if they cannot be understood */
    static Options of(String... arguments) {
        if (arguments.length % 2 == 0 || !OF_COMMANDS.containsKey(arguments[0])) {
            throw new IllegalArgumentException("a command (replay, impact or export), and options with a value each");
        }
        Map<String, String> values = new TreeMap<>();
        for (int i = 1; i < arguments.length; i += 2) {
            if (!OF_ALL.contains(arguments[i]) && !OF_COMMANDS.get(arguments[0]).contains(arguments[i])) {
                throw new IllegalArgumentException(arguments[0] + " has no option " + arguments[i]);
            }
            values.put(arguments[i], arguments[i + 1]);
        }
        return new Options(arguments[0], values);
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    String require(String name) {
        return get(name).orElseThrow(() -> new IllegalArgumentException(command + " needs " + name));
    }
}
