package kz.sheshim.receipt;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kz.sheshim.log.DecisionId;
import kz.sheshim.policy.ReceiptWord;
import kz.sheshim.policy.Revision;
import kz.sheshim.vocabulary.Language;
import org.jspecify.annotations.Nullable;

/**
 * A receipt written out in one language. The same decision always gives the same.
 *
 * @param policy the title of the service that was applied for
 * @param decidedAt when the decision was recorded
 * @param words what the layout says
 * @param others the codes of the other forms that the decision calls for
 */
public record Receipt(
        String code,
        Language language,
        String issuedBy,
        String title,
        String policy,
        String reference,
        DecisionId decision,
        Instant decidedAt,
        Revision revision,
        List<Section> sections,
        Map<ReceiptWord, String> words,
        List<String> others) {
    public Receipt {
        sections = List.copyOf(sections);
        words = Collections.unmodifiableMap(new EnumMap<>(words));
        others = List.copyOf(others);
    }

    /** What stands below one heading, or above the first. */
    public record Section(@Nullable String heading, List<Block> blocks) {
        public Section {
            blocks = List.copyOf(blocks);
        }
    }
}
