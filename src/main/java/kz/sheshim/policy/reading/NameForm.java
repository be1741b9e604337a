package kz.sheshim.policy.reading;

import java.util.regex.Pattern;
import kz.sheshim.finding.name.MalformedName;
import kz.sheshim.vocabulary.LookAlikes;
import kz.sheshim.vocabulary.Phrase;

/** How the names in workbooks are formed. */
public enum NameForm {
    CODE(
            Phrase.of("a valid code"),
            Phrase.of("lower-case words joined by hyphens (like-this), or capitals (LIKE)"),
            Regex.CODE),
    TABLE(
            Phrase.of("a valid table id"),
            Phrase.of("lower-case words joined by hyphens (like-this)"),
            "(?![A-Z0-9]*[A-Z])" + Regex.CODE),
    RULE(Phrase.of("a valid rule id"), Phrase.of("letters, digits and - . _ (ID-12)"), Regex.ID),
    SCENARIO(Phrase.of("a valid scenario id"), Phrase.of("letters, digits and - . _ (ID-12)"), Regex.ID),
    ENTITY(
            Phrase.of("a valid entity name"),
            Phrase.of("letters and digits, beginning with a small letter (documents)"),
            "[a-z][A-Za-z0-9]*"),
    TYPE(
            Phrase.of("a valid type name"),
            Phrase.of("letters and digits, beginning with a capital (Document)"),
            "[A-Z][A-Za-z0-9]*");

    /** A pattern of repeated groups recurses, so a longer text could overflow the stack. */
    private static final int MAX_LENGTH = 100;

    private final Phrase what;
    private final Phrase form;
    private final Pattern pattern;

    NameForm(Phrase what, Phrase form, String pattern) {
        this.what = what;
        this.form = form;
        this.pattern = Pattern.compile(pattern);
    }

    public boolean fits(String text) {
        return text.length() <= MAX_LENGTH && pattern.matcher(text).matches();
    }

    /** What is wrong with a text that does not fit. */
    public MalformedName defect(String text) {
        String seen = LookAlikes.replaced(text);
        return new MalformedName(text, what, form, !seen.equals(text) && fits(seen) ? seen : null);
    }

    /** What is wrong with a text that is not a field path. */
    static MalformedName path(String text) {
        return new MalformedName(
                text,
                Phrase.of("a valid field path"),
                Phrase.of("the entity, a point and the name of the field (claim.amount)"),
                null);
    }

    private static final class Regex {
        static final String CODE = "(?:[a-z0-9]+(?:-[a-z0-9]+)*|[A-Z0-9]+)";
        static final String ID = "[A-Za-z0-9][A-Za-z0-9._-]*";
    }
}
