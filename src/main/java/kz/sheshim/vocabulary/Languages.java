package kz.sheshim.vocabulary;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The languages of a policy's texts, or of the desk.
 *
 * @param all at least one, none of them twice; the first is that of readers who can be shown none of the languages that they ask for
 */
public record Languages(List<Language> all) {
    /** Those of a policy that does not say which it has. */
    public static final Languages USUAL = of("en", "ru", "kk");

    /** That of names and codes, which are the same everywhere. */
    static final Languages ANY = of("und");

    public Languages {
        all = List.copyOf(all);
        if (all.isEmpty() || all.stream().distinct().count() < all.size()) {
            throw new IllegalArgumentException("no languages, or one of them twice: " + all);
        }
    }

    public static Languages of(String... tags) {
        return new Languages(Stream.of(tags).map(Language::of).toList());
    }

    public Language first() {
        return all.get(0);
    }

    /** The language with this tag. */
    public Optional<Language> tagged(String tag) {
        return all.stream().filter(language -> language.tag().equals(tag)).findFirst();
    }

    /** What to show to a reader of this language: itself, or the same language in another script or country, or else the first one. */
    public Language closest(Language wanted) {
        return all.contains(wanted) ? wanted : near(wanted.tag()).orElse(first());
    }

    /** The language that fits a range of languages (RFC 4647, lookup), or else one that differs only in script or country. */
    public Optional<Language> near(String range) {
        Optional<Language> same = tagged(range);
        if (same.isPresent()) {
            return same;
        }
        String tag = Locale.lookupTag(
                List.of(new Locale.LanguageRange(range)),
                all.stream().map(Language::tag).toList());
        String language = range.replaceFirst("-.*", "");
        return tag == null
                ? all.stream()
                        .filter(each -> each.locale().getLanguage().equalsIgnoreCase(language))
                        .findFirst()
                : tagged(tag);
    }

    /** The columns of a sheet that hold the same texts, one for each language. */
    public List<String> columns(String prefix) {
        return all.stream().map(language -> language.column(prefix)).toList();
    }

    /** The tags with commas, as in a cell. */
    @Override
    public String toString() {
        return all.stream().map(Language::tag).collect(Collectors.joining(", "));
    }
}
