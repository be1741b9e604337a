package kz.sheshim.policy.reading;

import java.util.Collection;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.name.UnknownField;
import kz.sheshim.finding.name.UnsuitableName;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.Nearest;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.vocabulary.Vocabulary;

/** Says what is wrong with a cell that must name one of some fields and does not. */
final class FieldChoice {
    private FieldChoice() {}

    /**
     * @param fields the paths of the fields that can be named
     * @param needed why only these, as a clause
     */
    static Defect defect(String given, Vocabulary vocabulary, Collection<String> fields, Phrase needed) {
        String nearest = Nearest.to(given, fields).orElse(null);
        return FieldPath.parse(given).flatMap(vocabulary::field).isPresent()
                ? new UnsuitableName(given, needed, nearest)
                : new UnknownField(given, nearest);
    }
}
