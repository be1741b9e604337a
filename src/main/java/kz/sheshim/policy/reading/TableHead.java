package kz.sheshim.policy.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.cell.MissingSetting;
import kz.sheshim.finding.cell.UnknownSetting;
import kz.sheshim.finding.cell.UnknownWord;
import kz.sheshim.finding.cell.WrongType;
import kz.sheshim.finding.name.Duplicate;
import kz.sheshim.finding.name.UnknownName;
import kz.sheshim.finding.name.UnsuitableName;
import kz.sheshim.finding.table.MisplacedStage;
import kz.sheshim.policy.VerdictFields;
import kz.sheshim.table.ConclusionKind;
import kz.sheshim.table.HitPolicy;
import kz.sheshim.vocabulary.Entity;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.FieldType;
import kz.sheshim.vocabulary.Nearest;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.vocabulary.Vocabulary;
import kz.sheshim.workbook.Address;
import kz.sheshim.workbook.Cell;
import kz.sheshim.workbook.CellAddress;
import kz.sheshim.workbook.Row;
import kz.sheshim.workbook.Sheet;
import org.jspecify.annotations.Nullable;

/** The head of a decision table: keys in column A and values in column B, in the rows above the heading. */
final class TableHead {
    static final int HEADING_ROW = 6;
    static final int BINDING_ROW = 7;
    static final String FOR_EACH = "For each";
    private static final List<String> KEYS =
            List.of("Table", "Title", "Hit policy", FOR_EACH, "Gives", "Stage", "Dated by", "Note");

    private final Sheet sheet;
    private final Consumer<Finding> findings;
    private final Map<String, Cell> values = new LinkedHashMap<>();

    TableHead(Sheet sheet, Consumer<Finding> findings) {
        this.sheet = sheet;
        this.findings = findings;
        Map<String, CellAddress> places = new LinkedHashMap<>();
        for (int i = 0; i < HEADING_ROW; i++) {
            Row row = sheet.row(i);
            String key = row.text(0);
            if (key.isEmpty()) {
                continue;
            }
            if (!KEYS.contains(key)) {
                report(
                        row.address(0),
                        new UnknownSetting(key, Nearest.to(key, KEYS).orElse(null)));
                continue;
            }
            CellAddress first = places.putIfAbsent(key, row.address(0));
            if (first != null) {
                report(row.address(0), new Duplicate(Phrase.of("setting"), key, first));
            }
            row.cell(1).ifPresent(cell -> values.putIfAbsent(key, cell));
        }
    }

    String id() {
        return needed(
                        "Table",
                        text -> NameForm.TABLE.fits(text)
                                ? Optional.of(text)
                                : refuse("Table", NameForm.TABLE.defect(text)))
                .orElse("");
    }

    CellAddress idAddress() {
        return sheet.row(0).address(1);
    }

    String title() {
        Cell title = values.get("Title");
        return title == null ? "" : title.text();
    }

    Optional<HitPolicy> hitPolicy() {
        return needed("Hit policy", text -> word("Hit policy", text, HitPolicy.values(), HitPolicy::name));
    }

    Optional<ConclusionKind> gives() {
        return needed(
                "Gives",
                text -> word("Gives", text, ConclusionKind.values(), gives -> gives.name()
                        .toLowerCase(Locale.ROOT)));
    }

    @Nullable
    String forEach(Vocabulary vocabulary) {
        List<String> many = vocabulary.entities().stream()
                .filter(Entity::many)
                .map(Entity::name)
                .toList();
        return given(
                        FOR_EACH,
                        text -> many.contains(text)
                                ? Optional.of(text)
                                : refuse(FOR_EACH, notMany(text, vocabulary, many)))
                .orElse(null);
    }

    private static Defect notMany(String entity, Vocabulary vocabulary, List<String> many) {
        String nearest = Nearest.to(entity, many).orElse(null);
        return vocabulary.entity(entity).isPresent()
                ? new UnsuitableName(entity, Phrase.of("For each needs an entity that occurs many times"), nearest)
                : UnknownName.ofEntity(entity, nearest);
    }

    @Nullable
    Integer stage(@Nullable ConclusionKind gives) {
        return given("Stage", text -> stage(text, gives)).orElse(null);
    }

    private Optional<Integer> stage(String text, @Nullable ConclusionKind gives) {
        if (gives == ConclusionKind.FACT) {
            return refuse("Stage", new MisplacedStage());
        }
        return text.matches("[0-9]{1,3}")
                ? Optional.of(Integer.valueOf(text))
                : refuse("Stage", new WrongType(text, Phrase.of("whole number from 0 to 999")));
    }

    FieldPath datedBy(Vocabulary vocabulary, FieldPath usual) {
        List<String> dates = vocabulary.fields().stream()
                .filter(field -> field.type() instanceof FieldType.Date && !VerdictFields.isOne(field.path()))
                .filter(field -> !vocabulary.many(field.path()))
                .map(field -> field.path().toString())
                .toList();
        return given(
                        "Dated by",
                        text -> dates.contains(text)
                                ? FieldPath.parse(text)
                                : refuse(
                                        "Dated by",
                                        FieldChoice.defect(
                                                text,
                                                vocabulary,
                                                dates,
                                                Phrase.of("Dated by needs a date field that occurs once"))))
                .orElse(usual);
    }

    private <T> Optional<T> needed(String key, Function<String, Optional<T>> read) {
        if (!values.containsKey(key)) {
            report(free(), new MissingSetting(key));
        }
        return given(key, read);
    }

    /** Where a setting that is missing can be written: beside a value that stands without one, or else in a blank row. */
    private Address free() {
        return sheet.rows().stream()
                .limit(HEADING_ROW)
                .filter(row -> row.cell(0).isEmpty())
                .max(Comparator.comparing((Row row) -> row.cell(1).isPresent()).thenComparing(row -> -row.number()))
                .<Address>map(row -> row.address(0))
                .orElse(sheet.address());
    }

    private <T> Optional<T> given(String key, Function<String, Optional<T>> read) {
        Cell cell = values.get(key);
        return cell == null ? Optional.empty() : read.apply(cell.text());
    }

    private <T> Optional<T> word(String key, String text, T[] words, Function<T, String> name) {
        List<String> names = new ArrayList<>();
        for (T word : words) {
            if (name.apply(word).equals(text)) {
                return Optional.of(word);
            }
            names.add(name.apply(word));
        }
        return refuse(
                key,
                new UnknownWord(
                        text,
                        Phrase.of("one of {0}", String.join(", ", names)),
                        Nearest.to(text, names).orElse(null)));
    }

    private <T> Optional<T> refuse(String key, Defect defect) {
        Cell cell = values.get(key);
        report(cell == null ? sheet.address() : cell.address(), defect);
        return Optional.empty();
    }

    private void report(Address address, Defect defect) {
        findings.accept(Finding.at(address, defect));
    }
}
