package kz.sheshim.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kz.sheshim.facts.FactPath;
import kz.sheshim.policy.Catalogue;
import kz.sheshim.policy.FactPlaceholders;
import kz.sheshim.policy.ReceiptForm;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.verdict.Ground;
import kz.sheshim.verdict.Notice;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Which fields the texts of a verdict name, so that their values are part of it. What applications say themselves is recorded beside it. */
final class TextValues {
    private final Map<String, Set<FieldPath>> ofGrounds = new HashMap<>();
    private final Map<String, Set<FieldPath>> ofNotices = new HashMap<>();
    private final Map<String, Set<FieldPath>> ofActions = new HashMap<>();
    private final Vocabulary vocabulary;
    private final Set<FieldPath> ofReceipts = new TreeSet<>();

    TextValues(Ruleset ruleset) {
        vocabulary = ruleset.vocabulary();
        Catalogue catalogue = ruleset.catalogue();
        catalogue.grounds().forEach((code, ground) -> {
            Set<FieldPath> fields = FactPlaceholders.in(ground.text());
            fields.addAll(FactPlaceholders.in(ground.remedy()));
            ofGrounds.put(code, fields);
        });
        catalogue.notices().forEach((code, text) -> ofNotices.put(code, FactPlaceholders.in(text)));
        catalogue.actions().forEach((code, text) -> ofActions.put(code, FactPlaceholders.in(text)));
        for (ReceiptForm form : ruleset.receipts().forms()) {
            form.parts().forEach(part -> ofReceipts.addAll(FactPlaceholders.in(part.text())));
        }
        ofReceipts.removeIf(
                path -> ruleset.vocabulary().field(path).filter(Field::derived).isEmpty());
    }

    /** The facts that the texts of these grounds, notices and actions name, and derived ones that receipts do. */
    Set<FactPath> of(Collection<Ground> grounds, Collection<Notice> notices, Collection<String> actions) {
        Set<FactPath> facts = new TreeSet<>();
        ofReceipts.forEach(field -> facts.add(new FactPath(field, FactPath.ONCE)));
        grounds.forEach(ground -> add(ofGrounds.getOrDefault(ground.code(), Set.of()), ground.subject(), facts));
        notices.forEach(notice -> add(ofNotices.getOrDefault(notice.code(), Set.of()), notice.subject(), facts));
        actions.forEach(action -> add(ofActions.getOrDefault(action, Set.of()), null, facts));
        return facts;
    }

    /** Fields of an entity that occurs many times mean the instance that is the subject. */
    private void add(Set<FieldPath> fields, @Nullable String subject, Set<FactPath> facts) {
        for (FieldPath field : fields) {
            if (!vocabulary.many(field)) {
                facts.add(new FactPath(field, FactPath.ONCE));
            } else if (subject != null) {
                FactPath.indexOf(subject, field.entity()).ifPresent(index -> facts.add(new FactPath(field, index)));
            }
        }
    }
}
