package kz.sheshim.policy.reading;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import kz.sheshim.vocabulary.LookAlikes;

/** Finds the right writing of a whole expression that a wrong one was meant as: other signs, numbers and dates as people write them, names without their entity. */
final class RewrittenExpression {
    private static final int LONGEST = 400;

    /** A name that stands alone: no part of a path, no entity before a point. */
    private static final Pattern NAME = Pattern.compile("(?<![\\w.-])[a-zA-Z][A-Za-z0-9]*(?![\\w.-])");

    private RewrittenExpression() {}

    /** The first rewriting that can be read: by one step, or by all up to one. */
    static Optional<String> of(String text, Collection<String> fields, Predicate<String> readable) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        List<UnaryOperator<String>> steps = List.of(
                LookAlikes::replaced,
                replacing("^=\\s*", ""),
                replacing("\\s*(?:≥|⩾|=>)\\s*", " >= "),
                replacing("\\s*(?:≤|⩽|=<)\\s*", " <= "),
                replacing("\\s*(?:≠|<>)\\s*", " != "),
                replacing("\\s*(?:==)\\s*", " = "),
                replacing("\\s*×\\s*", " * "),
                replacing("\\s+(?:&&|&)\\s+", " and "),
                replacing("\\s+(?:\\|\\||\\|)\\s+", " or "),
                replacing("(?<![0-9])([0-9]{1,2})\\.([0-9]{2})\\.([0-9]{4})(?![0-9])", "$3-$2-$1"),
                replacing("(?<=-)([0-9])(?![0-9])", "0$1"),
                replacing("(?<=[0-9]):00(?![0-9])", ""),
                replacing("(?<=[0-9])[ \\u00a0\\u202f](?=[0-9]{3}(?![0-9]))", ""),
                replacing("(?<=[0-9]),(?=[0-9])", "."),
                replacing("\\b(sum|count|min|max|any|all)\\s*\\(\\s*([\\w.]+)\\s*\\)", "$1 of $2"),
                replacing("\\b(sum|count|min|max|any|all)\\s+(?!of\\b)", "$1 of "),
                replacing("\\s+(?:where|with|when|if)\\s+(?=[a-z]\\w*\\.)", ": "),
                replacing("\\bis\\s+(?:blank|empty|absent|null)\\b", "is missing"),
                replacing("\\bin\\s+(?!\\()([^()]+)$", "in ($1)"),
                opened -> opened.chars().filter(sign -> sign == '(').count()
                                == 1
                                        + opened.chars()
                                                .filter(sign -> sign == ')')
                                                .count()
                        ? opened + ")"
                        : opened,
                candidate -> NAME.matcher(candidate).replaceAll(name -> path(name, fields)));
        Set<String> candidates = new LinkedHashSet<>();
        steps.forEach(step -> candidates.add(step.apply(text)));
        String all = text;
        for (UnaryOperator<String> step : steps) {
            all = step.apply(all);
            candidates.add(all);
        }
        return candidates.stream()
                .map(candidate -> candidate.strip().replaceAll("\\s+", " "))
                .filter(candidate -> !candidate.equals(text) && readable.test(candidate))
                .findFirst();
    }

    /** The path of the only field that has the name. */
    private static String path(MatchResult name, Collection<String> fields) {
        List<String> named = fields.stream()
                .filter(field -> field.endsWith("." + name.group()))
                .toList();
        return named.size() == 1 ? named.get(0) : name.group();
    }

    private static UnaryOperator<String> replacing(String pattern, String by) {
        Pattern compiled = Pattern.compile(pattern);
        return text -> compiled.matcher(text).replaceAll(by);
    }
}
