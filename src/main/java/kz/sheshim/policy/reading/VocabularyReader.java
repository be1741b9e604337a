package kz.sheshim.policy.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.cell.NeedlessCell;
import kz.sheshim.finding.cell.UnknownWord;
import kz.sheshim.finding.cell.WrongType;
import kz.sheshim.finding.name.ReservedName;
import kz.sheshim.finding.name.SharedLabel;
import kz.sheshim.finding.name.UnknownName;
import kz.sheshim.policy.Catalogue;
import kz.sheshim.policy.VerdictFields;
import kz.sheshim.vocabulary.CodeList;
import kz.sheshim.vocabulary.Derivation;
import kz.sheshim.vocabulary.Entity;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.FieldType;
import kz.sheshim.vocabulary.IfAbsent;
import kz.sheshim.vocabulary.Label;
import kz.sheshim.vocabulary.Nearest;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Reads the sheets Entities, Fields and Codes into a vocabulary. */
final class VocabularyReader {
    private static final List<FieldType> PLAIN = List.of(
            new FieldType.Text(),
            new FieldType.Date(),
            new FieldType.DateTime(),
            new FieldType.YesNo(),
            new FieldType.Whole(),
            new FieldType.Decimal());
    private static final List<String> PLAIN_TYPES =
            PLAIN.stream().map(FieldType::name).toList();

    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            Map.entry("string", "text"),
            Map.entry("boolean", "yes/no"),
            Map.entry("bool", "yes/no"),
            Map.entry("int", "integer"),
            Map.entry("whole number", "integer"),
            Map.entry("decimal", "number"),
            Map.entry("float", "number"),
            Map.entry("double", "number"),
            Map.entry("timestamp", "date-time"),
            Map.entry("moment", "date-time"));

    private final SheetsByName sheets;
    private final RuleNames names;
    private final boolean zoned;
    private final Consumer<Finding> findings;

    /** @param zoned the calendar has a time zone */
    VocabularyReader(SheetsByName sheets, RuleNames names, boolean zoned, Consumer<Finding> findings) {
        this.zoned = zoned;
        this.sheets = sheets;
        this.names = names;
        this.findings = findings;
    }

    Vocabulary read(Catalogue catalogue, NamedRules rules) {
        Map<String, CodeList> lists = codeLists();
        Map<String, Entity> entities = entities();
        List<Entity> allEntities = new ArrayList<>(entities.values());
        allEntities.addAll(VerdictFields.entities());
        Set<String> effects = new TreeSet<>();
        catalogue.grounds().values().forEach(ground -> effects.add(ground.effect()));
        List<Field> made = VerdictFields.fields(
                catalogue.outcomes().keySet(), catalogue.grounds().keySet(), effects);
        List<Field> allFields = new ArrayList<>(fields(entities, lists, made));
        allFields.addAll(made);
        allFields.addAll(rules.fields(allEntities, allFields));
        return new Vocabulary(allEntities, allFields, lists.values());
    }

    private Map<String, CodeList> codeLists() {
        Map<String, Map<String, Label>> lists = new LinkedHashMap<>();
        Map<String, DefinedNames<Label>> definitions = new LinkedHashMap<>();
        Map<List<Object>, String> labelled = new HashMap<>();
        for (HeadedSheet.Line line : sheets.lines("Codes", List.of("List", "Code"), "Label")) {
            String list = line.text("List");
            String code = line.code("Code");
            if (!list.isEmpty()) {
                definitions
                        .computeIfAbsent(list, name -> new DefinedNames<>(Phrase.of("code")))
                        .define(line, "Code", code, line.label("Label"));
                findSharedLabel(line, list, code, labelled);
            }
        }
        definitions.forEach((list, codes) -> {
            CodeForms.check(list, codes, findings);
            lists.put(list, codes.values());
        });
        Map<String, CodeList> result = new LinkedHashMap<>();
        lists.forEach((name, codes) -> result.put(name, new CodeList(name, codes)));
        return result;
    }

    /** @param labelled the codes by their list, the column of the label and the label */
    private void findSharedLabel(HeadedSheet.Line line, String list, String code, Map<List<Object>, String> labelled) {
        boolean told = false;
        for (String column : sheets.languages().columns("Label")) {
            String label = line.optional(column);
            String other = labelled.putIfAbsent(List.of(list, column, label), code);
            if (!told && !label.isEmpty() && !code.isEmpty() && other != null && !other.equals(code)) {
                line.report(column, new SharedLabel(label, code, other));
                told = true;
            }
        }
    }

    private Map<String, Entity> entities() {
        DefinedNames<Entity> entities = new DefinedNames<>(Phrase.of("entity"));
        DefinedNames<String> types = new DefinedNames<>(Phrase.of("type"));
        for (HeadedSheet.Line line : sheets.lines("Entities", List.of("Entity", "Type", "Occurs"), "Label")) {
            String name = line.name("Entity", NameForm.ENTITY);
            String type = line.name("Type", NameForm.TYPE);
            boolean many = line.word("Occurs", List.of("once", "many")).equals("many");
            for (Entity made : VerdictFields.entities()) {
                if (made.name().equals(name) || made.type().equals(type)) {
                    line.report("Entity", new ReservedName(made.name().equals(name) ? name : type));
                    name = "";
                }
            }
            if (!type.isEmpty() && !names.takesType(type)) {
                line.report("Type", new ReservedName(type));
            }
            types.define(line, "Type", type, type);
            entities.define(line, "Entity", name, new Entity(name, type, many, true, line.label("Label")));
        }
        return entities.values();
    }

    /** @param made the fields of the verdict, which others can be derived from */
    private List<Field> fields(Map<String, Entity> entities, Map<String, CodeList> lists, List<Field> made) {
        DefinedNames<Field> fields = new DefinedNames<>(Phrase.of("field"));
        Map<String, HeadedSheet.Line> lines = new LinkedHashMap<>();
        for (HeadedSheet.Line line : sheets.lines(
                "Fields",
                List.of("Field", "Type", "If absent", "Derived", "Derived from", "May change", "Personal"),
                "Label")) {
            Optional<FieldPath> path = path(line, entities);
            Optional<FieldType> type = type(line, lists);
            boolean derived = line.yes("Derived");
            Label label = line.label("Label");
            boolean mayChange = line.yes("May change");
            boolean personal = line.yes("Personal");
            if (path.isPresent() && type.isPresent()) {
                Field field = new Field(
                        path.get(),
                        type.get(),
                        ifAbsent(line, type.get(), derived),
                        derived,
                        null,
                        label,
                        mayChange,
                        personal);
                fields.define(line, "Field", path.get().toString(), field);
                lines.putIfAbsent(path.get().toString(), line);
            }
        }
        Map<String, Field> all = new LinkedHashMap<>(fields.values());
        made.forEach(field -> all.put(field.path().toString(), field));
        Map<String, Entity> allEntities = new LinkedHashMap<>(entities);
        VerdictFields.entities().forEach(entity -> allEntities.put(entity.name(), entity));
        BoundsReader bounds = new BoundsReader(entities, fields.values());
        DerivationReader derivations = new DerivationReader(allEntities, all, zoned);
        return fields.values().values().stream()
                .map(field -> complete(field, lines.get(field.path().toString()), derivations, bounds))
                .toList();
    }

    /** The field with what its row says about other fields. */
    private static Field complete(
            Field field, HeadedSheet.@Nullable Line line, DerivationReader derivations, BoundsReader bounds) {
        return line == null
                ? field
                : new Field(
                        field.path(),
                        field.type(),
                        field.ifAbsent(),
                        field.derived(),
                        derivation(field, line, derivations),
                        field.label(),
                        field.mayChange(),
                        field.personal(),
                        bounds.read(line, field));
    }

    private static @Nullable Derivation derivation(Field field, HeadedSheet.Line line, DerivationReader derivations) {
        String text = line.optional(DerivationReader.COLUMN);
        if (text.isEmpty()) {
            return null;
        }
        if (!field.derived()) {
            line.report(
                    DerivationReader.COLUMN,
                    new NeedlessCell(text, Phrase.of("only a field with yes in Derived is derived from others")));
            return null;
        }
        return derivations.read(line, field);
    }

    private Optional<FieldPath> path(HeadedSheet.Line line, Map<String, Entity> entities) {
        String text = line.text("Field");
        Optional<FieldPath> path = FieldPath.parse(text);
        if (text.isEmpty()) {
            return path;
        }
        if (path.isEmpty()) {
            line.report("Field", NameForm.path(text));
            return Optional.empty();
        }
        if (!names.takesField(path.get().field())) {
            line.report("Field", new ReservedName(path.get().field()));
            return Optional.empty();
        }
        String entity = path.get().entity();
        if (!entities.containsKey(entity)) {
            line.report(
                    "Field",
                    UnknownName.ofEntity(
                            entity, Nearest.to(entity, entities.keySet()).orElse(null)));
            return Optional.empty();
        }
        return path;
    }

    private static Optional<FieldType> type(HeadedSheet.Line line, Map<String, CodeList> lists) {
        String text = line.text("Type");
        Optional<FieldType> plain =
                PLAIN.stream().filter(type -> type.name().equals(text)).findFirst();
        if (plain.isPresent() || text.isEmpty()) {
            return plain;
        }
        boolean code = text.startsWith("code ");
        if (code || text.startsWith("list of ")) {
            String name = text.substring(code ? "code ".length() : "list of ".length());
            CodeList list = lists.get(name);
            if (list != null) {
                return Optional.of(code ? new FieldType.Code(list) : new FieldType.Codes(list));
            }
            line.report(
                    "Type",
                    new UnknownName(
                            name,
                            Phrase.of("a list of the sheet Codes"),
                            Nearest.to(name, lists.keySet()).orElse(null)));
            return Optional.empty();
        }
        line.report(
                "Type",
                new UnknownWord(
                        text,
                        Phrase.of(
                                "one of {0}",
                                "text, code LIST, list of LIST, date, date-time, yes/no, integer, number"),
                        otherName(text, lists)
                                .or(() -> Nearest.to(text, PLAIN_TYPES))
                                .orElse(null)));
        return Optional.empty();
    }

    /** The type by what programs call it, or by the list that it names. */
    private static Optional<String> otherName(String text, Map<String, CodeList> lists) {
        String last = text.substring(text.lastIndexOf(' ') + 1);
        return lists.containsKey(last)
                ? Optional.of((text.startsWith("list") ? "list of " : "code ") + last)
                : Optional.ofNullable(OTHER_NAMES.get(text.toLowerCase(Locale.ROOT)));
    }

    private static IfAbsent ifAbsent(HeadedSheet.Line line, FieldType type, boolean derived) {
        String text = line.text("If absent");
        if (text.equals("refuse") && !derived) {
            return new IfAbsent.Refuse();
        }
        if (text.equals("unknown") && !derived) {
            return new IfAbsent.NotKnown();
        }
        Optional<Object> value = type.list() || type instanceof FieldType.Text ? Optional.empty() : type.parse(text);
        if (value.isPresent()) {
            return new IfAbsent.Means(value.get());
        }
        if (!text.equals("none") && !text.isEmpty()) {
            line.report(
                    "If absent",
                    new WrongType(
                            text,
                            derived
                                    ? Phrase.of("{0} (or {1})", type.name(), "none")
                                    : Phrase.of("{0} (or {1})", type.name(), "refuse, unknown, none"),
                            Nearest.to(text, derived ? List.of("none") : List.of("refuse", "unknown", "none"))
                                    .or(() -> type.list()
                                            ? Optional.empty()
                                            : Rewriting.of(text, type, each -> type.parse(each)
                                                    .isPresent()))
                                    .orElse(null)));
        }
        return new IfAbsent.None();
    }
}
