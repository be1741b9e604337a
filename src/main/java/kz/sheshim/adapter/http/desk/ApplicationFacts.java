package kz.sheshim.adapter.http.desk;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import kz.sheshim.facts.Fact;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.FactSlot;
import kz.sheshim.facts.Facts;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.table.CellText;
import kz.sheshim.verdict.ValueTexts;
import kz.sheshim.vocabulary.Entity;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.FieldType;
import kz.sheshim.vocabulary.Language;

/** Facts for people: labels and values in one language, codes beside them. */
final class ApplicationFacts {
    private static final int MAX_INSTANCES = 5;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss '(UTC'xxx')'", Locale.ROOT);

    private final Ruleset ruleset;
    private final Language language;
    private final ValueTexts values;

    ApplicationFacts(Ruleset ruleset, Language language) {
        this.ruleset = ruleset;
        this.language = language;
        this.values = new ValueTexts(language, ruleset.receipts());
    }

    /** A part of an application. @param path such as {@code documents[0]} */
    public record Part(String label, String path, List<Told> facts) {}

    /** A fact. @param code of the value; empty if it is none */
    public record Told(String label, String path, String text, String code) {}

    /** What the application states. */
    List<Part> stated(Facts facts) {
        List<Part> parts = new ArrayList<>();
        for (Entity entity : ruleset.vocabulary().submittedEntities()) {
            facts.indexes(entity.name()).forEach(index -> {
                List<Told> told = ruleset.vocabulary().fields(entity).stream()
                        .filter(field -> !field.derived())
                        .map(field -> facts.layout().slot(field.path()))
                        .filter(slot -> facts.states(slot, index))
                        .map(slot -> told(slot, index, facts))
                        .toList();
                if (!told.isEmpty()) {
                    parts.add(new Part(label(entity, index), FactPath.instance(entity.name(), index), told));
                }
            });
        }
        return parts;
    }

    /** What an instance of an entity is called. */
    String label(String entity, int index) {
        return ruleset.vocabulary()
                .entity(entity)
                .map(found -> label(found, index))
                .orElse(entity);
    }

    private String label(Entity entity, int index) {
        String label = entity.label().in(language);
        return index == FactPath.ONCE ? label : label + " " + (index + 1);
    }

    private Told told(FactSlot slot, int index, Facts facts) {
        FactPath path = slot.path(index);
        Object value = facts.get(slot, index) instanceof Fact.Known known ? known.value() : "";
        FieldType type = slot.field().type();
        return new Told(label(slot.field()), path.toString(), text(type, value), code(type, value));
    }

    /** Days and moments are written as everywhere at the desk, and not in words as in a letter. */
    private String text(FieldType type, Object value) {
        if (value instanceof LocalDate day) {
            return day.toString();
        }
        return value instanceof OffsetDateTime moment ? MOMENT.format(moment) : values.text(type, value);
    }

    private static String code(FieldType type, Object value) {
        return type.codeList().isPresent() ? CellText.value(value) : "";
    }

    /** A fact that is named by its path, such as a missing one. */
    Told named(String path) {
        return new Told(
                FieldPath.parse(path.replaceAll("\\[[0-9]+]", ""))
                        .flatMap(ruleset.vocabulary()::field)
                        .map(this::label)
                        .orElse(path),
                path,
                "",
                "");
    }

    /** Values that a condition read. */
    String read(List<FactPath> paths, Facts facts, DecisionTexts texts) {
        String read = paths.stream()
                .limit(MAX_INSTANCES)
                .map(path -> read(path, facts.get(path), texts))
                .collect(Collectors.joining("; "));
        return paths.size() > MAX_INSTANCES ? read + "; …" : read.isEmpty() ? texts.none() : read;
    }

    private String read(FactPath path, Fact fact, DecisionTexts texts) {
        if (fact instanceof Fact.Known known) {
            FieldType type =
                    ruleset.vocabulary().field(path.field()).map(Field::type).orElseGet(FieldType.Text::new);
            String text = text(type, known.value());
            String code = code(type, known.value());
            return code.isEmpty() || code.equals(text) ? text : text + " (" + code + ")";
        }
        return fact instanceof Fact.Absent ? texts.notStated() : texts.notKnown();
    }

    private String label(Field field) {
        return field.label().in(language);
    }
}
