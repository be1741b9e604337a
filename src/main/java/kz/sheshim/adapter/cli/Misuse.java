package kz.sheshim.adapter.cli;

import java.math.BigInteger;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in the words of the command line what is wrong with its arguments, also when the service found it out. */
final class Misuse {
    private static final String REFUSED = " [bad-parameter]";

    /** Members of requests that have another name than their option. */
    private static final Map<String, String> OTHER_NAMES = Map.of("text", "--reason", "roles", "--role");

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private Misuse() {}

    /** Puts plain words in place of the names of Java types, and of commands that only sound alike. */
    static CommandLine inPlainWords(CommandLine commandLine) {
        CommandLine.IParameterExceptionHandler usual = commandLine.getParameterExceptionHandler();
        return commandLine
                .registerConverter(Integer.class, text -> (int) number(text, Integer.MAX_VALUE))
                .registerConverter(int.class, text -> (int) number(text, Integer.MAX_VALUE))
                .registerConverter(long.class, text -> number(text, Long.MAX_VALUE))
                .registerConverter(URI.class, Misuse::server)
                .setParameterExceptionHandler((wrong, arguments) -> {
                    List<String> meant = meant(wrong);
                    if (meant.isEmpty()) {
                        return usual.handleParseException(wrong, arguments);
                    }
                    wrong.getCommandLine()
                            .getErr()
                            .println(wrong.getCommandLine()
                                    .getColorScheme()
                                    .errorText("There is no command " + meantName(wrong) + ". Did you mean: "
                                            + String.join(", or: ", meant) + "?"));
                    return CommandLine.ExitCode.USAGE;
                });
    }

    /** Names the option by which somebody gave a member of a request that the service refuses. */
    static String byOption(String refusal, CommandSpec command) {
        int end = refusal.indexOf(' ');
        if (end < 0 || !refusal.endsWith(REFUSED)) {
            return refusal;
        }
        String member = refusal.substring(0, end);
        return Stream.concat(
                        Stream.of("--" + member, OTHER_NAMES.getOrDefault(member, ""))
                                .map(command::findOption)
                                .filter(Objects::nonNull)
                                .map(option -> option.names()[0]),
                        command.positionalParameters().stream()
                                .map(ArgSpec::paramLabel)
                                .filter(member::equalsIgnoreCase))
                .findFirst()
                .map(name -> name + refusal.substring(end))
                .orElse(refusal);
    }

    private static long number(String text, long max) {
        if (!text.matches("[+-]?[0-9]+")) {
            throw new TypeConversionException("'" + text + "' is not a whole number");
        }
        BigInteger number = new BigInteger(text);
        if (number.abs().compareTo(BigInteger.valueOf(max)) > 0) {
            throw new TypeConversionException(text + " is larger than " + max);
        }
        return number.longValue();
    }

    private static URI server(String text) {
        try {
            URI address = URI.create(text);
            if (SCHEMES.contains(String.valueOf(address.getScheme())) && address.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException notAnAddress) {
            // said below
        }
        throw new TypeConversionException(
                "'" + text + "' is not the address of a service, such as http://localhost:8080");
    }

    /** The commands of which somebody left out the first word. */
    private static List<String> meant(ParameterException wrong) {
        return wrong instanceof UnmatchedArgumentException
                ? wrong.getCommandLine().getSubcommands().values().stream()
                        .filter(group -> group.getSubcommands().containsKey(meantName(wrong)))
                        .map(group -> group.getCommandSpec().qualifiedName() + " " + meantName(wrong))
                        .toList()
                : List.of();
    }

    private static String meantName(ParameterException wrong) {
        return wrong instanceof UnmatchedArgumentException unmatched
                        && !unmatched.getUnmatched().isEmpty()
                ? unmatched.getUnmatched().get(0)
                : "";
    }
}
