package kz.sheshim.policy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kz.sheshim.vocabulary.Label;
import kz.sheshim.vocabulary.Language;

/** All forms of receipts of a policy, in the order of the workbook, and the words that they need. A policy may have none. */
public record ReceiptForms(List<ReceiptForm> forms, Map<ReceiptWord, Label> words) {
    public static final ReceiptForms NONE = new ReceiptForms(List.of(), Map.of());

    public ReceiptForms {
        forms = List.copyOf(forms);
        Map<ReceiptWord, Label> ordered = new EnumMap<>(ReceiptWord.class);
        ordered.putAll(words);
        words = Collections.unmodifiableMap(ordered);
    }

    /** The forms that a decision with this outcome and these actions calls for, by the law of this day. */
    public List<ReceiptForm> fitting(String outcome, Collection<String> actions, LocalDate day) {
        return forms.stream().filter(form -> form.fits(outcome, actions, day)).toList();
    }

    public String word(ReceiptWord word, Language language) {
        Label label = words.get(word);
        return label == null ? word.written() : label.in(language);
    }
}
