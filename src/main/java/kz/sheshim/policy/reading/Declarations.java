package kz.sheshim.policy.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Finding;
import kz.sheshim.vocabulary.CodeList;
import kz.sheshim.vocabulary.FieldType;
import kz.sheshim.vocabulary.Label;
import kz.sheshim.workbook.Address;
import kz.sheshim.workbook.Cell;
import kz.sheshim.workbook.Sheet;

/** The rows that declare entities and fields, and what they could say instead. */
final class Declarations {
    /** How many types are worth a try. */
    private static final int TYPES = 6;

    private static final String NOT_SAID = "not said";
    private static final Set<String> WITHOUT_VALUE = Set.of("-", "always", "otherwise", "missing", "present", NOT_SAID);
    private static final Pattern BEFORE_VALUES = Pattern.compile("^(?:(?:not|includes|lacks) |[<>]=?) *");
    private static final Pattern BETWEEN_VALUES = Pattern.compile(" *(?:,|[.][.]) *");

    private final SortedFiles files;
    private final SheetsByName sheets;
    private final Map<Address, List<Defect>> faultyCells;

    Declarations(SortedFiles files, List<Finding> errors) {
        this.files = files;
        faultyCells = errors.stream()
                .collect(Collectors.groupingBy(
                        Finding::address, Collectors.mapping(Finding::defect, Collectors.toList())));
        sheets = SheetsByName.silent(files.named());
    }

    /** The rows that declare the name as an entity or a field. */
    Stream<HeadedSheet.Line> of(String name) {
        return Stream.concat(declaring("Entities", "Entity", name), declaring("Fields", "Field", name));
    }

    private Stream<HeadedSheet.Line> declaring(String sheet, String column, String name) {
        return sheets.silentLines(sheet).stream()
                .filter(line -> line.optional(column).equals(name));
    }

    /** Other texts for the cells of the row that decide how cells elsewhere are read. */
    Stream<Cell> otherwise(HeadedSheet.Line line) {
        if (line.address("Entity").sheet().equals("Entities")) {
            return words(line, "Occurs", "once", "many");
        }
        String type = line.optional("Type");
        Stream<Cell> types =
                types(line.optional("Field"), type).map(other -> new Cell(line.address("Type"), other.name()));
        return Stream.of(types, words(line, "Derived", "yes", "no"), absences(line))
                .flatMap(cells -> cells);
    }

    /** What *If absent* may say. A field that a scenario leaves open on purpose is probably unknown without a value, any other has none. */
    private Stream<Cell> absences(HeadedSheet.Line line) {
        boolean isLeftOpen =
                said(line.optional("Field")).anyMatch(cell -> cell.text().equals(NOT_SAID));
        return isLeftOpen ? words(line, "If absent", "unknown", "none") : words(line, "If absent", "none", "unknown");
    }

    private static Stream<Cell> words(HeadedSheet.Line line, String column, String... words) {
        return Stream.of(words)
                .filter(word -> !word.equals(line.optional(column)))
                .map(word -> new Cell(line.address(column), word));
    }

    /** What the row of a field could say that is used and not declared. */
    Stream<Map<String, String>> newField(String path) {
        boolean given = files.tables().stream()
                .flatMap(table -> table.row(TableHead.BINDING_ROW).cells().values().stream())
                .anyMatch(cell -> Arrow.name(cell.text()).filter(path::equals).isPresent());
        return fitting(cells(path)).limit(TYPES).flatMap(type -> Stream.of("none", "refuse")
                .limit(given ? 1 : 2)
                .map(ifAbsent -> Map.of(
                        "Type",
                        type.name(),
                        "If absent",
                        ifAbsent,
                        "Derived",
                        given ? "yes" : "no",
                        "Derived from",
                        "",
                        BoundsReader.LEAST,
                        "",
                        BoundsReader.GREATEST,
                        "")));
    }

    /** Other types by which all cells of the field can be read, if at least half of them are wrong now; {@code text}, which fits anything, last and only if nothing speaks for the type that it has. */
    private Stream<FieldType> types(String path, String current) {
        List<Cell> cells = cells(path);
        long faulty = cells.stream()
                .filter(cell -> faultyCells.containsKey(cell.address()))
                .count();
        boolean readable = all().anyMatch(type -> type.name().equals(current));
        return readable && 2 * faulty < cells.size()
                ? Stream.of()
                : fitting(cells)
                        .filter(type -> !type.name().equals(current))
                        .filter(type -> !(type instanceof FieldType.Text) || !readable || hopeless(cells))
                        .limit(TYPES);
    }

    /** None of several cells can be read, and nothing is suggested for any of them. */
    private boolean hopeless(List<Cell> cells) {
        return cells.size() > 2
                && cells.stream()
                        .allMatch(cell -> faultyCells.containsKey(cell.address())
                                && faultyCells.getOrDefault(cell.address(), List.of()).stream()
                                        .allMatch(error -> error.nearest() == null));
    }

    /** The types that fit all of the cells. Without cells: all types but those of a code list. */
    private Stream<FieldType> fitting(List<Cell> cells) {
        return all().filter(type -> cells.stream().allMatch(cell -> fits(type, cell.text())))
                .filter(type -> !cells.isEmpty() || type.codeList().isEmpty());
    }

    /** The values that tables and scenarios give to the field. */
    private List<Cell> cells(String path) {
        return said(path).filter(cell -> !WITHOUT_VALUE.contains(cell.text())).toList();
    }

    /** What tables and scenarios say of the field. */
    private Stream<Cell> said(String path) {
        List<Sheet> scenarios =
                files.scenarios().stream().map(ScenarioSheet::sheet).toList();
        return Stream.concat(
                said(files.tables(), TableHead.BINDING_ROW, path), said(scenarios, ScenarioSheet.BINDING_ROW, path));
    }

    private static Stream<Cell> said(List<Sheet> sheets, int bindingRow, String path) {
        return sheets.stream().flatMap(sheet -> sheet.row(bindingRow).cells().values().stream()
                .filter(cell -> Arrow.without(cell.text()).equals(path))
                .flatMap(bound -> sheet.rows().stream()
                        .skip(bindingRow + 1L)
                        .flatMap(row -> row.cell(bound.address().column()).stream())));
    }

    private static boolean fits(FieldType type, String text) {
        String values = BEFORE_VALUES.matcher(text).replaceFirst("");
        return BETWEEN_VALUES.splitAsStream(values).allMatch(value -> type.parse(value)
                .isPresent());
    }

    private Stream<FieldType> all() {
        List<FieldType> types = new ArrayList<>(List.of(
                new FieldType.YesNo(),
                new FieldType.Whole(),
                new FieldType.Decimal(),
                new FieldType.Date(),
                new FieldType.DateTime()));
        Map<String, Map<String, Label>> lists = new LinkedHashMap<>();
        sheets.silentLines("Codes")
                .forEach(line -> lists.computeIfAbsent(line.optional("List"), list -> new LinkedHashMap<>())
                        .put(line.optional("Code"), Label.NONE));
        lists.forEach((name, codes) -> types.add(new FieldType.Code(new CodeList(name, codes))));
        lists.forEach((name, codes) -> types.add(new FieldType.Codes(new CodeList(name, codes))));
        types.add(new FieldType.Text());
        return types.stream();
    }
}
