package kz.sheshim.adapter.http.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.sheshim.policy.Catalogue;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.policy.VerdictFields;
import kz.sheshim.policy.reading.TableSheet.Column;
import kz.sheshim.vocabulary.CodeList;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.Label;
import kz.sheshim.vocabulary.Language;
import kz.sheshim.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/** What the codes in the cells of tables mean, in one language. */
final class CellWords {
    private static final Pattern CODE = Pattern.compile("[\\p{L}0-9][\\p{L}0-9._-]*");

    private final Ruleset ruleset;
    private final Language language;

    CellWords(Ruleset ruleset, Language language) {
        this.ruleset = ruleset;
        this.language = language;
    }

    /** The label of the field that a column reads or gives; empty for other columns. */
    String label(Column column) {
        return field(column)
                .filter(field -> !VerdictFields.isOne(field.path()))
                .map(field -> field.label().in(language))
                .orElse("");
    }

    /**
     * The labels of the codes in a cell, in their order and without the dot of a sentence; empty if it has none.
     *
     * @param gives what the table gives, as its head says
     */
    String of(String gives, Column column, String text) {
        Function<String, @Nullable Label> labels = labels(gives, column);
        List<String> found = new ArrayList<>();
        Matcher code = CODE.matcher(text);
        while (code.find()) {
            Label label = labels.apply(code.group());
            if (label != null && !label.in(language).equals(code.group())) {
                found.add(label.in(language).replaceFirst("[.]$", ""));
            }
        }
        return String.join(", ", found);
    }

    private Function<String, @Nullable Label> labels(String gives, Column column) {
        Optional<Field> field = field(column);
        Catalogue catalogue = ruleset.catalogue();
        if (field.isPresent()) {
            Map<String, Label> codes =
                    field.get().type().codeList().map(CodeList::codes).orElse(Map.of());
            return VerdictFields.isOne(field.get().path()) ? code -> ofVerdict(code, catalogue) : codes::get;
        }
        String given = column.given();
        if (given.equals("code")) {
            return switch (gives) {
                case "ground" -> code -> label(catalogue.grounds().get(code), Catalogue.GroundText::text);
                case "notice" -> catalogue.notices()::get;
                case "action" -> catalogue.actions()::get;
                default -> code -> null;
            };
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
