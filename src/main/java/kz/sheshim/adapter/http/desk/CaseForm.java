package kz.sheshim.adapter.http.desk;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.sheshim.adapter.http.desk.Phrases.Said;
import kz.sheshim.facts.FactPath;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.verdict.ValueTexts;
import kz.sheshim.vocabulary.Bounds.Bound;
import kz.sheshim.vocabulary.DateText;
import kz.sheshim.vocabulary.Entity;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldType;
import kz.sheshim.vocabulary.IfAbsent;
import kz.sheshim.vocabulary.Language;
import kz.sheshim.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/** The form of a case, made from the vocabulary: a part for each entity, an input for each field that applications submit. */
public record CaseForm(List<Part> parts) {

    /** An entity. @param count number of instances of one that occurs many times */
    public record Part(String entity, String label, boolean many, int count, List<Block> blocks) {}

    /** An instance. @param name {@code documents[0]} */
    public record Block(String name, String label, List<Input> inputs) {}

    /** A choice of an input. */
    public record Option(String code, String label, boolean chosen) {}

    /**
     * An input.
     *
     * @param path its name: the path of the fact
     * @param id its id in the page
     * @param kind {@code text}, {@code code}, {@code codes}, {@code yes-no}, {@code date}, {@code moment}, {@code whole} or {@code decimal}
     * @param offset the offset of a moment, as it was said
     * @param none whether the list is said to be empty
     * @param fault what is wrong; null: nothing
     */
    public record Input(
            String path,
            String id,
            String label,
            String kind,
            String text,
            String offset,
            List<Option> options,
            boolean none,
            String hint,
            @Nullable Said fault) {}

    /**
     * @param faults what is wrong, by the path of the fact
     */
    static CaseForm of(Ruleset ruleset, FormTexts texts, Map<String, Said> faults, Language language, int max) {
        Maker maker = new Maker(
                ruleset,
                texts,
                faults,
                language,
                MessageBundles.get(TryWords.class, Localized.Literal.of(language.tag())));
        return new CaseForm(ruleset.vocabulary().submittedEntities().stream()
                .map(entity -> maker.part(entity, max))
                .toList());
    }

    /** The id that the page gives to what has this path. */
    static String id(String path) {
        return path.replaceAll("[^A-Za-z0-9]+", "-");
    }

    private record Maker(
            Ruleset ruleset, FormTexts texts, Map<String, Said> faults, Language language, TryWords words) {

        Part part(Entity entity, int max) {
            int count = texts.instances(entity, max);
            String label = entity.label().in(language);
            List<Block> blocks = new ArrayList<>();
            for (int i = 0; i < (entity.many() ? count : 1); i++) {
                int index = entity.many() ? i : FactPath.ONCE;
                blocks.add(new Block(
                        FactPath.instance(entity.name(), index),
                        label + (entity.many() ? " " + (i + 1) : ""),
                        vocabulary().fields(entity).stream()
                                .filter(field -> !field.derived())
                                .map(field -> input(field, index))
                                .toList()));
            }
            return new Part(entity.name(), label, entity.many(), count, blocks);
        }

        private Vocabulary vocabulary() {
            return ruleset.vocabulary();
        }

        private Input input(Field field, int index) {
            String path = new FactPath(field.path(), index).toString();
            List<String> said = texts.all(path);
            return new Input(
                    path,
                    id(path),
                    field.label().in(language),
                    kind(field.type(), texts.text(path)),
                    texts.text(path),
                    texts.text(path + FormTexts.OFFSET),
                    options(field.type(), said),
                    said.equals(List.of("")),
                    hint(field),
                    faults.get(path));
        }

        /** A text that a browser would not show in an input for days or moments stands in an input for texts. */
        private static String kind(FieldType type, String text) {
            return switch (type.kind()) {
                case TEXT -> "text";
                case CODE -> "code";
                case CODES -> "codes";
                case YES_NO -> "yes-no";
                case WHOLE -> "whole";
                case DECIMAL -> "decimal";
                case DATE -> text.isEmpty() || DateText.date(text).isPresent() ? "date" : "text";
                case DATE_TIME ->
                    text.isEmpty() || text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{5,12}") ? "moment" : "text";
            };
        }

        /** The codes of the list; and what was said, if it is not one of them. */
        private List<Option> options(FieldType type, List<String> said) {
            return type.codeList()
                    .map(list -> Stream.concat(
                                    Shown.choices(list.codes(), (code, label) -> label.in(language), language)
                                            .entrySet()
                                            .stream()
                                            .map(code -> new Option(
                                                    code.getKey(), code.getValue(), said.contains(code.getKey()))),
                                    said.stream()
                                            .filter(code -> !code.isEmpty() && !list.has(code))
                                            .map(code -> new Option(code, code, true)))
                            .toList())
                    .orElse(List.of());
        }

        private String hint(Field field) {
            List<String> hints = new ArrayList<>();
            Bound least = field.bounds().least();
            Bound greatest = field.bounds().greatest();
            if (least != null) {
                hints.add(words.atLeast(bound(least, field.type())));
            }
            if (greatest != null) {
                hints.add(words.atMost(bound(greatest, field.type())));
            }
            String form = form(field.type().kind());
            if (form != null) {
                hints.add(form);
            }
            hints.add(ifAbsent(field));
            return String.join(" ", hints);
        }

        /** Without the dot of a last abbreviation: one ends the sentence. */
        private String bound(Bound bound, FieldType type) {
            String text = bound instanceof Bound.OfField other
                    ? new FactNames(vocabulary(), language).of(other.field().toString())
                    : bound.value().map(value -> values().text(type, value)).orElse(bound.text());
            return text.replaceFirst("\\.$", "");
        }

        private @Nullable String form(FieldType.Kind kind) {
            return switch (kind) {
                case WHOLE -> words.wholeNumber();
                case DECIMAL -> words.decimalNumber();
                case TEXT, CODE, CODES, DATE, DATE_TIME, YES_NO -> null;
            };
        }

        private String ifAbsent(Field field) {
            IfAbsent ifAbsent = field.ifAbsent();
            if (ifAbsent instanceof IfAbsent.Refuse) {
                return words.needed();
            }
            if (ifAbsent instanceof IfAbsent.Means means) {
                return words.means(values().text(field.type(), means.value()));
            }
            return ifAbsent instanceof IfAbsent.None ? words.meansNone() : words.meansUnknown();
        }

        private ValueTexts values() {
            return new ValueTexts(language, ruleset.receipts());
        }
    }
}
