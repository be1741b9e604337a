package kz.sheshim.finding.name;

import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * An entity, list, effect or scenario is named that does not exist.
 *
 * @param kind what should have this name, as a noun with its article
 * @see kz.sheshim.policy.reading.VocabularyReader
 * @see kz.sheshim.policy.reading.TableHead
 * @see kz.sheshim.policy.reading.CatalogueReader
 * @see kz.sheshim.scenario.ScenarioReader
 */
public record UnknownName(String given, Phrase kind, @Nullable String nearest) implements UnknownReference {
    private static final Phrase ENTITY = Phrase.of("an entity of the sheet Entities");

    /** An entity that the sheet Entities does not define. */
    public static UnknownName ofEntity(String given, @Nullable String nearest) {
        return new UnknownName(given, ENTITY, nearest);
    }

    @Override
    public @Nullable String sheet() {
        return kind.equals(ENTITY) ? "Entities" : null;
    }

    @Override
    public Phrase wrong() {
        return Phrase.of("{0} is not {1}.", Wording.quote(given), kind);
    }

    @Override
    public Phrase advice() {
        return Wording.suggest(given, nearest, Phrase.of("Correct the name, or define it."));
    }
}
