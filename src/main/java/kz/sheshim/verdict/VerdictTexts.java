package kz.sheshim.verdict;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.sheshim.policy.Catalogue;
import kz.sheshim.policy.FactPlaceholders;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.table.Citation;
import kz.sheshim.vocabulary.CodeList;
import kz.sheshim.vocabulary.Entity;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.Label;
import kz.sheshim.vocabulary.Language;
import kz.sheshim.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/** The texts of verdicts, as the ruleset that gave them says them in one language. */
public record VerdictTexts(Ruleset ruleset, Language language, Verdict verdict) {
    /** @param language the one that is wanted; the texts are in the closest one that the ruleset has */
    public VerdictTexts {
        language = ruleset.policy().languages().closest(language);
    }

    /** In the place of a value that is absent or not known. */
    private static final String NO_VALUE = "—";

    private static final Pattern INSTANCE = Pattern.compile("([A-Za-z0-9]+)\\[([0-9]{1,9})]");

    public String outcome(String code) {
        return text(ruleset.catalogue().outcomes().get(code), Catalogue.OutcomeText::text);
    }

    public String ground(Ground ground) {
        return withSubject(
                ground.code(), ruleset.catalogue().ground(ground.code()).text(), ground.subject());
    }

    public String remedy(Ground ground) {
        return withSubject(
                ground.code(), ruleset.catalogue().ground(ground.code()).remedy(), ground.subject());
    }

    public String notice(Notice notice) {
        return withSubject(notice.code(), ruleset.catalogue().notices().get(notice.code()), notice.subject());
    }

    public String action(String code) {
        return withSubject(code, ruleset.catalogue().actions().get(code), null);
    }

    /** The title of the act that is cited, or its code when the ruleset does not know it. */
    public String act(Citation citation) {
        Catalogue.Act act = ruleset.catalogue().acts().get(citation.act());
        return act == null ? citation.act() : act.title().in(language);
    }

    /** The place in the act; a citation of a place that the ruleset does not list says it as it is. */
    public @Nullable String place(Citation citation) {
        String place = citation.place();
        if (place == null) {
            return null;
        }
        Label text = ruleset.catalogue().places().get(new Catalogue.Place(citation.act(), place));
        return text == null ? place : text.in(language);
    }

    public String wording(Citation citation) {
        return text(ruleset.catalogue().acts().get(citation.act()), Catalogue.Act::wording);
    }

    private <T> String text(@Nullable T holder, Function<T, Label> label) {
        return holder == null ? "" : label.apply(holder).in(language);
    }

    private String withSubject(String code, @Nullable Label label, @Nullable String subject) {
        String text = label == null ? "" : label.in(language);
        if (text.indexOf('{') < 0) {
            return text;
        }
        return FactPlaceholders.PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1).equals("subject")
                                ? subject == null ? "" : name(code, subject)
                                : value(found.group(1), subject)));
    }

    private String value(String name, @Nullable String subject) {
        Field field = FieldPath.parse(name).flatMap(ruleset.vocabulary()::field).orElse(null);
        if (field == null) {
            return NO_VALUE;
        }
        boolean many = ruleset.vocabulary().many(field.path());
        Object value =
                verdict.textValues().get(many ? subject + "." + field.path().field() : name);
        return value == null ? NO_VALUE : new ValueTexts(language, ruleset.receipts()).ofJson(field.type(), value);
    }

    /**
     * A subject in words: the entity's label and its number from 1; or the label of its code in the list of subjects, or in the list of a field that the
     * conclusion names as its subject; or the subject itself.
     */
    private String name(String code, String subject) {
        Matcher instance = INSTANCE.matcher(subject);
        if (instance.matches()) {
            Entity entity = ruleset.vocabulary()
                    .entity(instance.group(1))
                    .filter(Entity::many)
                    .orElse(null);
            if (entity != null) {
                return entity.label().in(language) + " " + (Long.parseLong(instance.group(2)) + 1);
            }
        }
        return Stream.concat(
                        ruleset.vocabulary().codeList(Vocabulary.SUBJECTS).stream(),
                        ruleset.subjectLists(code).stream())
                .map(CodeList::codes)
                .filter(codes -> codes.containsKey(subject))
                .map(codes -> codes.get(subject).in(language))
                .findFirst()
                .orElse(subject);
    }
}
