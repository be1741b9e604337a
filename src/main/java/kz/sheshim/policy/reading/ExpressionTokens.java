package kz.sheshim.policy.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words, names, values and signs of an expression, one after the other. */
final class ExpressionTokens {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*+(\"[^\"]*+\"|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]+\\.[0-9]+|[a-zA-Z][A-Za-z0-9]*\\.[A-Za-z0-9]+"
                    + "|[\\p{L}\\p{N}_]+(?:-[\\p{L}\\p{N}_]+)*|<=|>=|!=|[<>=+*/(),:-]|\\S)");

    private final List<String> tokens = new ArrayList<>();
    private int next;

    ExpressionTokens(String text) {
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.lookingAt()) {
            tokens.add(matcher.group(1));
            matcher.region(matcher.end(), text.length());
        }
    }

    /** The next token, which stays; empty at the end. */
    String peek() {
        return peek(0);
    }

    /** A later token. */
    String peek(int further) {
        return next + further < tokens.size() ? tokens.get(next + further) : "";
    }

    String take() {
        String token = peek();
        next++;
        return token;
    }

    /** Takes these tokens if they come next. */
    boolean takes(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!peek(i).equals(words[i])) {
                return false;
            }
        }
        next += words.length;
        return true;
    }

    boolean end() {
        return next >= tokens.size();
    }

    /** The tokens up to one of these words, as they stand; they are taken. */
    String rest() {
        String rest = String.join(" ", tokens.subList(Math.min(next, tokens.size()), tokens.size()));
        next = tokens.size();
        return rest;
    }
}
