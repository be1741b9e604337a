package kz.sheshim.policy.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.Wording;
import kz.sheshim.finding.cell.FaultyLanguages;
import kz.sheshim.vocabulary.Language;
import kz.sheshim.vocabulary.Languages;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.workbook.Sheet;
import org.jspecify.annotations.Nullable;

/** Reads the setting Languages of the sheet Policy, by which all other texts are read. */
final class LanguagesReader {
    static final String SETTING = "Languages";
    static final String TITLE = "Title";

    /** Maximum number of languages: each asks for a text of everything that has one. */
    private static final int MAX = 32;

    private final List<HeadedSheet.Line> lines;
    private final Consumer<Finding> findings;

    private LanguagesReader(List<HeadedSheet.Line> lines, Consumer<Finding> findings) {
        this.lines = lines;
        this.findings = findings;
    }

    /** The languages of the policy. If the setting is faulty: those that its cell seems to mean, so that its texts are read. */
    static Languages read(Map<String, List<Sheet>> sheets, Consumer<Finding> findings) {
        return new LanguagesReader(SheetsByName.silent(sheets).silentLines("Policy"), findings).read();
    }

    private Languages read() {
        return lines.stream()
                .filter(line -> line.optional("Setting").equals(SETTING)
                        && !line.optional("Value").isEmpty())
                .findFirst()
                .map(this::read)
                .orElse(Languages.USUAL);
    }

    private Languages read(HeadedSheet.Line line) {
        String text = line.optional("Value");
        List<String> tags =
                Stream.of(text.split("[,;/\\s]+")).filter(tag -> !tag.isEmpty()).toList();
        Phrase why = fault(text, tags);
        if (why == null) {
            return Languages.of(tags.toArray(String[]::new));
        }
        Optional<Languages> meant = meant(tags);
        findings.accept(Finding.at(
                line.address("Value"),
                new FaultyLanguages(text, why, meant.map(Languages::toString).orElse(null))));
        return meant.orElse(Languages.USUAL);
    }

    /** What is wrong, as a clause; null: nothing. */
    private static @Nullable Phrase fault(String text, List<String> tags) {
        Set<String> seen = new HashSet<>();
        for (String tag : tags) {
            if (LanguageTags.read(tag).isEmpty()) {
                return fault(tag);
            }
            if (!seen.add(tag)) {
                return Phrase.of("{0} stands twice", tag);
            }
        }
        if (tags.size() > MAX) {
            return Phrase.of("these are more than {0}", MAX);
        }
        if (tags.isEmpty()) {
            return Phrase.of("it names none");
        }
        return text.matches("[^,\\s]+(?:\\s*,\\s*[^,\\s]+)*") ? null : Phrase.of("the tags are not divided by commas");
    }

    private static Phrase fault(String tag) {
        return List.of(Locale.getISOCountries()).contains(tag.toUpperCase(Locale.ROOT))
                ? Phrase.of(
                        "{0} is not the tag of a language, but the code of a country ({1})",
                        Wording.quote(tag), new Locale("", tag).getDisplayCountry(Locale.ENGLISH))
                : Phrase.of("{0} is not the tag of a language", Wording.quote(tag));
    }

    /** The languages of the titles, if they can be the ones that are listed; or else those that the words mean. */
    private Optional<Languages> meant(List<String> tags) {
        List<String> titles = lines.stream()
                .map(line -> line.optional("Setting"))
                .filter(setting -> setting.startsWith(TITLE + " "))
                .map(setting -> setting.substring(TITLE.length() + 1))
                .filter(tag -> LanguageTags.read(tag).isPresent())
                .distinct()
                .limit(MAX)
                .toList();
        List<String> meant = tags.stream()
                .flatMap(tag -> LanguageTags.meant(tag).stream())
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
        if (!titles.isEmpty() && titles.containsAll(meant)) {
            titles.stream().filter(title -> !meant.contains(title)).forEach(meant::add);
        } else if (meant.size() < tags.size() || meant.size() > MAX) {
            return Optional.empty();
        }
        return meant.isEmpty()
                ? Optional.empty()
                : Optional.of(new Languages(meant.stream().map(Language::of).toList()));
    }
}
