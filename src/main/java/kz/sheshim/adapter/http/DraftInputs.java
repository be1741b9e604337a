package kz.sheshim.adapter.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.Optional;
import java.util.UUID;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.log.Publication;
import kz.sheshim.publication.Draft;
import kz.sheshim.publication.DraftId;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.workbook.TextDirection;
import org.jspecify.annotations.Nullable;

/** What people enter for a draft, over REST and at the desk alike. */
public final class DraftInputs {
    private static final int MAX_TITLE = 200;
    private static final int MAX_ABOUT = 1_000;

    private DraftInputs() {}

    /** The id in the path of a request. */
    public static DraftId id(String text) {
        try {
            return new DraftId(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            throw Problems.notFound(Phrase.of("There is no draft {0}.", text));
        }
    }

    /** What the draft changes: one line. */
    public static String title(@Nullable Object value) {
        return line("title", value, MAX_TITLE);
    }

    /** The number of the version that a form changes; null if the form does not say it. */
    public static @Nullable Integer version(@Nullable String text) {
        return text == null ? null : (int) Parameters.number("version", text, Integer.MAX_VALUE);
    }

    /** The row or the case that a comment is about, as {@link Draft.Step#row} and {@link Draft.Step#situation} name it: one line. */
    public static String about(Object value) {
        return line("about", value, MAX_ABOUT);
    }

    /**
     * A reason or a comment, which may have several lines.
     *
     * @param member its name in the request
     */
    public static String said(String member, @Nullable Object value) {
        int max = Publication.MAX_REASON;
        if (value instanceof String text) {
            String lines = text.replace("\r\n", "\n"); // a browser counts a line break as one character, and sends two
            if (isText(lines, max)
                    && lines.codePoints().noneMatch(each -> Character.isISOControl(each) && !isBreak(each))) {
                return lines.strip();
            }
            fault(member, lines, max).ifPresent(wrong -> {
                throw wrong;
            });
        }
        throw notAText(
                member,
                value,
                Phrase.of("{0} must be a text of at most {1} characters, without control characters.", member, max));
    }

    private static String line(String member, @Nullable Object value, int max) {
        if (value instanceof String text && isLine(text, max)) {
            return text.strip();
        }
        if (value instanceof String text) {
            fault(member, text, max).ifPresent(wrong -> {
                throw wrong;
            });
        }
        throw notAText(
                member, value, Phrase.of("{0} must be a text of at most {1} characters, in one line.", member, max));
    }

    private static HttpProblem notAText(String member, @Nullable Object value, Phrase expected) {
        if (value == null) {
            return Members.missing(member);
        }
        return value instanceof String text && text.codePoints().noneMatch(DraftInputs::isSeen)
                ? Problems.badParameter(member, Phrase.of("{0} is empty.", member))
                : Problems.badParameter(member, expected);
    }

    /** What is wrong with a text of which more can be said than what it must be. */
    private static Optional<HttpProblem> fault(String member, String text, int max) {
        if (text.length() > max) {
            return Optional.of(Problems.badParameter(
                    member,
                    Phrase.of("{0} has {1} characters, and at most {2} are possible.", member, text.length(), max)));
        }
        if (hasHalfACharacter(text)) {
            return Optional.of(Problems.badParameter(
                    member, Phrase.of("{0} has half a character (a lone surrogate). Type the text anew.", member)));
        }
        return TextDirection.first(text)
                .map(sign -> Problems.badParameter(
                        member,
                        Phrase.of(
                                "{0} has the character {1}, which cannot be seen and turns the order of the others. Type the text anew.",
                                member, sign)));
    }

    private static boolean isLine(String text, int max) {
        return isText(text, max) && text.codePoints().noneMatch(Character::isISOControl);
    }

    /** At least one letter, digit or sign is seen, and what is seen is what is written. */
    private static boolean isText(String text, int max) {
        return text.length() <= max
                && text.codePoints().anyMatch(DraftInputs::isSeen)
                && !hasHalfACharacter(text)
                && !TextDirection.isOverridden(text);
    }

    /** The database would store another character in its place. */
    private static boolean hasHalfACharacter(String text) {
        return text.codePoints().anyMatch(each -> Character.getType(each) == Character.SURROGATE);
    }

    private static boolean isSeen(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    private static boolean isBreak(int codePoint) {
        return codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
    }
}
