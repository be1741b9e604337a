package kz.sheshim.adapter.http.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.sheshim.policy.Catalogue;
import kz.sheshim.policy.ReceiptWord;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.policy.VerdictFields;
import kz.sheshim.policy.reading.TableSheet.Column;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.vocabulary.CodeList;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.FieldType;
import kz.sheshim.vocabulary.Label;
import kz.sheshim.vocabulary.Language;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/** What the codes in the cells of tables mean, in one language. */
final class CellWords {
    private static final Pattern CODE = Pattern.compile("[\\p{L}0-9][\\p{L}0-9._-]*");

    private static final String YES = ReceiptWord.YES.written();
    private static final String NO = ReceiptWord.NO.written();

    private final Ruleset ruleset;
    private final Language language;

    CellWords(Ruleset ruleset, Language language) {
        this.ruleset = ruleset;
        this.language = language;
    }

    /** The order of words in the language. */
    Comparator<Object> order() {
        return DeskLanguages.order(language);
    }

    /** The title of a table; empty if the law in force does not have the table. */
    String title(String table) {
        return ruleset.tables().stream()
                .filter(each -> each.id().equals(table))
                .findFirst()
                .map(DecisionTable::title)
                .orElse("");
    }

    /** The label of the field that a column reads or gives, or what its heading means; empty if there is nothing to say. */
    String label(Column column) {
        return field(column)
                .map(field -> field.label().in(language))
                .orElseGet(() -> column.binding().isEmpty() ? SheetWords.meaning(column.heading(), language) : "");
    }

    /**
     * The labels of the codes in a cell, in their order and without the dot of a sentence; empty if they say no more than the codes.
     *
     * @param gives what the table gives, as its head says
     */
    String of(String gives, Column column, String text) {
        if (column.given().equals("status")) {
            return Optional.ofNullable(word(text))
                    .map(label -> label.in(language))
                    .filter(label -> !label.equals(text))
                    .orElse("");
        }
        Function<String, @Nullable Label> labels = labels(gives, column);
        List<String> found = new ArrayList<>();
        boolean isSaid = false;
        Matcher code = CODE.matcher(text);
        while (code.find()) {
            Label label = labels.apply(code.group());
            if (label != null) {
                found.add(withoutDot(label));
                isSaid |= !label.in(language).equals(code.group());
            }
        }
        return isSaid ? String.join(", ", found) : "";
    }

    /** A case that a table tells apart, with the labels of its fields and codes. */
    Phrase ofCase(Phrase situation) {
        boolean several = situation.values().stream().allMatch(Phrase.class::isInstance);
        return labelled(
                several ? new Phrase(situation.pattern().replace(", ", "; "), situation.values()) : situation,
                code -> null);
    }

    /** What a finding says, with the labels of fields and codes in the cases that it names. */
    Phrase ofFinding(Phrase finding) {
        return new Phrase(
                finding.pattern(),
                finding.values().stream()
                        .map(value -> value instanceof Phrase inside ? labelled(inside, code -> null) : value)
                        .toList());
    }

    /** What a table concludes in a case, with the labels of its codes. */
    Phrase ofConclusion(String table, Phrase conclusion) {
        return labelled(
                conclusion,
                ruleset.tables().stream()
                        .filter(each -> each.id().equals(table))
                        .findFirst()
                        .map(each -> each.givenFields().stream()
                                .findFirst()
                                .flatMap(ruleset.vocabulary()::field)
                                .map(this::codes)
                                .orElseGet(() -> given(each.gives().code())))
                        .orElse(code -> null));
    }

    /** A phrase that begins with a field speaks of its codes. */
    private Phrase labelled(Phrase phrase, Function<String, @Nullable Label> labels) {
        Optional<Field> field = phrase.values().stream()
                .findFirst()
                .filter(String.class::isInstance)
                .flatMap(path -> FieldPath.parse((String) path))
                .flatMap(ruleset.vocabulary()::field);
        Function<String, @Nullable Label> codes = field.map(this::codes).orElse(labels);
        List<Object> values = new ArrayList<>();
        for (Object value : phrase.values()) {
            if (value instanceof Phrase inside) {
                values.add(labelled(inside, codes));
            } else if (values.isEmpty() && field.isPresent()) {
                values.add(field.get().label().in(language));
            } else {
                values.add(CODE.matcher((String) value)
                        .replaceAll(code -> Matcher.quoteReplacement(word(code.group(), codes))));
            }
        }
        boolean isPlain = field.isPresent() && phrase.pattern().equals("{0} {1}");
        return new Phrase(isPlain ? "{0}: {1}" : phrase.pattern(), values);
    }

    private String word(String code, Function<String, @Nullable Label> labels) {
        Label label = labels.apply(code);
        return label == null ? code : withoutDot(label);
    }

    private String withoutDot(Label label) {
        return FoundDecision.withoutValues(label, language).replaceFirst("[.]$", "");
    }

    /** What an outcome is called, without the dot of a sentence. */
    String outcome(String code) {
        return word(code, each -> ofVerdict(each, ruleset.catalogue()));
    }

    private Function<String, @Nullable Label> labels(String gives, Column column) {
        Optional<Field> field = field(column);
        Catalogue catalogue = ruleset.catalogue();
        if (field.isPresent()) {
            return codes(field.get());
        }
        String given = column.given();
        if (given.equals("code")) {
            return given(gives);
        }
        if (given.startsWith("citation")) {
            return code -> label(catalogue.acts().get(code), Catalogue.Act::title);
        }
        if (given.equals("subject")) {
            Map<String, Label> subjects = ruleset.vocabulary()
                    .codeList(Vocabulary.SUBJECTS)
                    .map(CodeList::codes)
                    .orElse(Map.of());
            return subjects::get;
        }
        return code -> null;
    }

    /** The word of receipts that a cell writes; null: it is none of them, or the policy has no words. */
    private @Nullable Label word(String written) {
        return ReceiptWord.of(written).map(ruleset.receipts().words()::get).orElse(null);
    }

    private Function<String, @Nullable Label> codes(Field field) {
        if (field.type().kind() == FieldType.Kind.YES_NO) {
            return code -> code.equals(YES) || code.equals(NO) ? word(code) : null;
        }
        Map<String, Label> codes = field.type().codeList().map(CodeList::codes).orElse(Map.of());
        return VerdictFields.isOne(field.path()) ? code -> ofVerdict(code, ruleset.catalogue()) : codes::get;
    }

    /** The codes that a table can give. */
    private Function<String, @Nullable Label> given(String gives) {
        Catalogue catalogue = ruleset.catalogue();
        return switch (gives) {
            case "ground" -> code -> label(catalogue.grounds().get(code), Catalogue.GroundText::text);
            case "notice" -> catalogue.notices()::get;
            case "action" -> catalogue.actions()::get;
            default -> code -> null;
        };
    }

    /** A field of the verdict has outcomes, grounds and effects as values. */
    private static @Nullable Label ofVerdict(String code, Catalogue catalogue) {
        Label outcome = label(catalogue.outcomes().get(code), Catalogue.OutcomeText::text);
        return outcome == null ? label(catalogue.grounds().get(code), Catalogue.GroundText::text) : outcome;
    }

    private static <T> @Nullable Label label(@Nullable T holder, Function<T, Label> text) {
        return holder == null ? null : text.apply(holder);
    }

    private Optional<Field> field(Column column) {
        String name = column.isCondition() ? column.binding() : column.given();
        return FieldPath.parse(name).flatMap(ruleset.vocabulary()::field);
    }
}
