package kz.sheshim.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kz.sheshim.policy.Catalogue;
import kz.sheshim.policy.FactPlaceholders;
import kz.sheshim.policy.ReceiptForm;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.verdict.Ground;
import kz.sheshim.verdict.Notice;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldPath;

/** Which fields the texts of a verdict name, so that their values are part of it. What applications say themselves is recorded beside it. */
final class TextValues {
    private final Map<String, Set<FieldPath>> ofGrounds = new HashMap<>();
    private final Map<String, Set<FieldPath>> ofNotices = new HashMap<>();
    private final Set<FieldPath> ofReceipts = new TreeSet<>();

    TextValues(Ruleset ruleset) {
        Catalogue catalogue = ruleset.catalogue();
        catalogue.grounds().forEach((code, ground) -> {
            Set<FieldPath> fields = FactPlaceholders.in(ground.text());
            fields.addAll(FactPlaceholders.in(ground.remedy()));
            ofGrounds.put(code, fields);
        });
        catalogue.notices().forEach((code, text) -> ofNotices.put(code, FactPlaceholders.in(text)));
        for (ReceiptForm form : ruleset.receipts().forms()) {
            form.parts().forEach(part -> ofReceipts.addAll(FactPlaceholders.in(part.text())));
        }
        ofReceipts.removeIf(
                path -> ruleset.vocabulary().field(path).filter(Field::derived).isEmpty());
    }

    /** The fields that the texts of these grounds and notices name, and derived ones that receipts do. */
    Set<FieldPath> of(Collection<Ground> grounds, Collection<Notice> notices) {
        Set<FieldPath> fields = new TreeSet<>(ofReceipts);
        grounds.forEach(ground -> fields.addAll(ofGrounds.getOrDefault(ground.code(), Set.of())));
        notices.forEach(notice -> fields.addAll(ofNotices.getOrDefault(notice.code(), Set.of())));
        return fields;
    }
}
