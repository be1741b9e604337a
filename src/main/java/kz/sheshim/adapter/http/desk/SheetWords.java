package kz.sheshim.adapter.http.desk;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import kz.sheshim.vocabulary.Language;
import kz.sheshim.vocabulary.Phrase;

/**
 * What the words of the format of a sheet mean. They stand in the sheet in English in every policy, so a page shows them as they are, where somebody looks for them
 * in the sheet, and says beside them what they mean.
 */
final class SheetWords {
    private static final Map<String, Phrase> WORDS = Map.ofEntries(
            entry("Table", Phrase.of("id of the table")),
            entry("Title", Phrase.of("title of the table")),
            entry("Hit policy", Phrase.of("which rules count")),
            entry("FIRST", Phrase.of("the first rule that holds")),
            entry("UNIQUE", Phrase.of("the only rule that can hold")),
            entry("COLLECT", Phrase.of("every rule that holds")),
            entry("Gives", Phrase.of("what the table gives")),
            entry("For each", Phrase.of("evaluated for each of these")),
            entry("Stage", Phrase.of("when it is evaluated")),
            entry("Dated by", Phrase.of("the day whose law applies")),
            entry("Note", Phrase.of("note")),
            entry("Rule", Phrase.of("id of the rule")),
            entry("From", Phrase.of("first day")),
            entry("Until", Phrase.of("last day")),
            entry("Scenario", Phrase.of("id of the scenario")),
            entry("Outcome", Phrase.of("what is decided")),
            entry("Grounds", Phrase.of("why")),
            entry("Acts cited", Phrase.of("acts that grounds stand on")),
            entry("Facts that are missing", Phrase.of("facts that are not known")),
            entry("Notices", Phrase.of("what is said besides")),
            entry("Actions", Phrase.of("what follows")),
            entry("Due on", Phrase.of("last day of the term")),
            entry("not said", Phrase.of("the application leaves it out")));

    private SheetWords() {}

    /** What the word means; empty for other texts, and in English. */
    static String meaning(String word, Language language) {
        return Optional.ofNullable(WORDS.get(word))
                .filter(meant -> !language.equals(DeskLanguages.ALL.all().get(0)))
                .map(meant -> Phrases.said(meant, language).text())
                .orElse("");
    }
}
