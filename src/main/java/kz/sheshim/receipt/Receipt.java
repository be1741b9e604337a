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
 * A receipt in one language. The same decision always gives the same receipt.
 *
 * @param policy title of the public service
 * @param decidedAt when the decision was recorded
 * @param words the fixed words of the layout
 * @param others codes of the other forms that the decision calls for
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

    /** The blocks below a heading; without a heading, those above the first one. */
    public record Section(@Nullable String heading, List<Block> blocks) {
        public Section {
            blocks = List.copyOf(blocks);
        }
    }
}
