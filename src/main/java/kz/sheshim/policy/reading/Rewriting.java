package kz.sheshim.policy.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the right writing that a wrong one was probably meant as: of a date, a yes, a bound, a list. */
final class Rewriting {
    private static final int LONGEST = 120;
    private static final Map<String, String> YES_AND_NO = Map.ofEntries(
            Map.entry("true", "yes"),
            Map.entry("y", "yes"),
            Map.entry("1", "yes"),
            Map.entry("да", "yes"),
            Map.entry("иә", "yes"),
            Map.entry("ия", "yes"),
            Map.entry("false", "no"),
            Map.entry("n", "no"),
            Map.entry("0", "no"),
            Map.entry("нет", "no"),
            Map.entry("жоқ", "no"));
    private static final List<UnaryOperator<String>> STEPS = List.of(
            text -> text.toLowerCase(Locale.ROOT),
            Rewriting::yesAndNo,
            text -> text.replaceAll("(≥|=>)\\s*", ">= ").replaceAll("(≤|=<)\\s*", "<= "),
            text -> text.replaceFirst("^(<>|!=|≠)\\s*", "not "),
            text -> text.replaceFirst("^=+\\s*", ""),
            replacing("(?<![0-9])([0-9]{1,2})[./]([0-9]{1,2})[./]([0-9]{4})(?![0-9])", Rewriting::dayFirst),
            replacing("(?<![0-9])([0-9]{4})[./]([0-9]{1,2})[./]([0-9]{1,2})(?![0-9])", Rewriting::yearFirst),
            text -> text.replaceFirst("(?<=[0-9])\\s*[–—]\\s*(?=[0-9])", ".."),
            text -> text.replaceFirst("^([0-9.]+)\\s*-\\s*([0-9.]+)$", "$1..$2"),
            text -> text.replaceFirst("(?<=[0-9])\\s*\\.\\.\\.+\\s*(?=[0-9])", ".."),
            text -> text.replaceFirst("^([0-9.-]+)\\s*\\+$", ">= $1"),
            text -> text.replaceAll("(?<=[0-9]),(?=[0-9])", "."),
            text -> text.replaceAll(",(?=[0-9])", ", "),
            text -> text.replaceAll("(?<=[0-9]) (?=[0-9]{3}(?![0-9]))", ""),
            text -> text.replaceAll("\\s*;\\s*|\\s+(or|или|немесе)\\s+|\\s*\n\\s*", ", "),
            text -> text.replaceFirst("^(includes|lacks)\\s+", text.startsWith("l") ? "not " : ""),
            text -> text.startsWith("not ") ? "lacks " + text.substring(4) : "includes " + text);

    private Rewriting() {}

    /** The first rewriting that can be read: by one step, or by all up to one. */
    static Optional<String> of(String text, Predicate<String> readable) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        List<String> candidates = new ArrayList<>();
        STEPS.forEach(step -> candidates.add(step.apply(text)));
        String all = text;
        for (UnaryOperator<String> step : STEPS) {
            all = step.apply(all);
            candidates.add(all);
        }
        return candidates.stream()
                .map(String::strip)
                .filter(candidate -> !candidate.equals(text) && readable.test(candidate))
                .findFirst();
    }

    private static String yesAndNo(String text) {
        if (Stream.of(text.split(",", -1))
                .noneMatch(part -> YES_AND_NO.containsKey(part.strip().toLowerCase(Locale.ROOT)))) {
            return text;
        }
        return Stream.of(text.split(",", -1))
                .map(part -> YES_AND_NO.getOrDefault(part.strip().toLowerCase(Locale.ROOT), part.strip()))
                .collect(Collectors.joining(", "));
    }

    private static UnaryOperator<String> replacing(
            String pattern, java.util.function.Function<java.util.regex.MatchResult, String> by) {
        Pattern compiled = Pattern.compile(pattern);
        return text -> compiled.matcher(text).replaceAll(by);
    }

    private static String dayFirst(java.util.regex.MatchResult date) {
        return iso(date.group(3), date.group(2), date.group(1));
    }

    private static String yearFirst(java.util.regex.MatchResult date) {
        return iso(date.group(1), date.group(2), date.group(3));
    }

    private static String iso(String year, String month, String day) {
        return year + "-" + (month.length() == 1 ? "0" : "") + month + "-" + (day.length() == 1 ? "0" : "") + day;
    }
}
