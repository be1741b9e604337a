package kz.sheshim.policy.reading;

import java.util.Collection;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.sheshim.finding.cell.UnknownLanguage;
import kz.sheshim.vocabulary.Language;
import kz.sheshim.vocabulary.Languages;

/** Reads the tags of languages (BCP 47), and knows what else people write for a language. */
final class LanguageTags {
    /** The codes of three letters of languages that have one of two letters, which is to be written. */
    private static final Set<String> LONG_CODES = Stream.of(Locale.getISOLanguages())
            .map(code -> Locale.forLanguageTag(code).getISO3Language())
            .collect(Collectors.toUnmodifiableSet());

    private LanguageTags() {}

    /** The language of a tag that is written as it should be, whose parts are known. */
    static Optional<Language> read(String tag) {
        return canonical(tag).filter(tag::equals).map(Language::of);
    }

    private static Optional<String> canonical(String tag) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            boolean known = !LONG_CODES.contains(locale.getLanguage())
                    && !locale.getDisplayLanguage(Locale.ENGLISH).equals(locale.getLanguage())
                    && isNamed(locale.getScript(), locale.getDisplayScript(Locale.ENGLISH))
                    && isNamed(locale.getCountry(), locale.getDisplayCountry(Locale.ENGLISH));
            return known ? Optional.of(locale.toLanguageTag()) : Optional.empty();
        } catch (IllformedLocaleException e) {
            return Optional.empty();
        }
    }

    private static boolean isNamed(String code, String name) {
        return code.isEmpty() || !name.equals(code);
    }

    /** The tag of the language that somebody meant by a tag in other letters, a code of three letters or a name. */
    static Optional<String> meant(String text) {
        String tag = text.strip().replace('_', '-');
        String other = Names.TAGS.get(tag.toLowerCase(Locale.ROOT));
        return other == null ? canonical(tag) : Optional.of(other);
    }

    /** Whether the last word of a heading is a language. */
    static boolean ends(String heading) {
        int space = heading.lastIndexOf(' ');
        return space >= 0 && meant(heading.substring(space + 1)).isPresent();
    }

    /** What is wrong with a heading that is like the known ones, but in another language. */
    static Optional<UnknownLanguage> unknown(String heading, Collection<String> known, Languages languages) {
        int space = heading.lastIndexOf(' ');
        return space < 0
                        || known.contains(heading)
                        || !known.containsAll(languages.columns(heading.substring(0, space)))
                ? Optional.empty()
                : meant(heading.substring(space + 1)).map(tag -> new UnknownLanguage(heading, tag, languages));
    }

    /** What people write for a language that has a code of two letters, in small letters. Made when somebody writes no tag. */
    private static final class Names {
        static final Map<String, String> TAGS = new HashMap<>();

        static {
            for (String tag : Locale.getISOLanguages()) {
                Locale locale = Locale.forLanguageTag(tag);
                Stream.of(
                                locale.getISO3Language(),
                                locale.getDisplayLanguage(Locale.ENGLISH),
                                locale.getDisplayLanguage(locale))
                        .forEach(name -> TAGS.putIfAbsent(name.toLowerCase(Locale.ROOT), locale.toLanguageTag()));
            }
        }
    }
}
