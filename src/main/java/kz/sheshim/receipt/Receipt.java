package kz.sheshim.receipt;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import kz.sheshim.facts.FactPath;
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

    /** The texts that every receipt of its form has: without their letters it cannot be read. */
    public String fixedText() {
        StringBuilder text = new StringBuilder(issuedBy + title + policy);
        words.values().forEach(text::append);
        sections.stream().map(Section::heading).filter(Objects::nonNull).forEach(text::append);
        return text.toString();
    }

    /**
     * Names of the parts of the record that the receipt shows: its proof tells no others. A receipt that does not say why the application was decided so does
     * not tell its outcome either.
     */
    public Set<String> shownParts() {
        Set<String> shown = new HashSet<>(Set.of("reference", "filedOn"));
        sections.stream().flatMap(section -> section.blocks().stream()).forEach(block -> {
            if (block instanceof Block.Grounds) {
                shown.addAll(List.of("outcome", "grounds"));
            } else if (block instanceof Block.SubmittedFacts facts) {
                facts.facts().forEach(fact -> shown.add(fact.field()));
            } else if (block instanceof Block.Instances instances) {
                for (int i = 0; i < instances.rows().size(); i++) {
                    String instance = FactPath.instance(instances.entity(), i);
                    instances
                            .rows()
                            .get(i)
                            .forEach(fact -> shown.add(instance
                                    + fact.field().substring(instances.entity().length())));
                }
            }
        });
        return shown;
    }

    /** The blocks below a heading; without a heading, those above the first one. */
    public record Section(@Nullable String heading, List<Block> blocks) {
        public Section {
            blocks = List.copyOf(blocks);
        }
    }
}
