package kz.sheshim.policy.reading;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.cell.MissingColumn;
import kz.sheshim.finding.cell.MissingSetting;
import kz.sheshim.finding.name.MissingOutcome;
import kz.sheshim.finding.name.UnknownReference;
import kz.sheshim.finding.scenario.InvalidScenario;
import kz.sheshim.vocabulary.Nearest;
import kz.sheshim.workbook.Address;
import kz.sheshim.workbook.Cell;
import kz.sheshim.workbook.CellAddress;
import kz.sheshim.workbook.Row;
import kz.sheshim.workbook.Sheet;
import kz.sheshim.workbook.SheetAddress;
import org.jspecify.annotations.Nullable;

/**
 * Guesses which single cell may be wrong when several places of a policy's files are: a cell for which something else is suggested, a misspelt, misplaced or
 * missing definition of a name that is used and not defined, a word of the row that declares an entity or a field. A guess says nothing until it is tried.
 */
final class Corrections {
    /** How many names, and how many rows, are looked at: those that most errors speak of. */
    private static final int MAX = 6;

    private static final Pattern BETWEEN_NAMES = Pattern.compile("[^\\p{L}\\p{N}._-]+");

    /** What the path of a fact in an application has more than its name. */
    private static final Pattern INSTANCE = Pattern.compile("^\\$[.]|\\[[0-9]+]");

    private final PolicyReading reading;
    private final List<Finding> errors;
    private final Map<SheetAddress, Sheet> sheets = new HashMap<>();
    private final Set<SheetAddress> named = new HashSet<>();

    Corrections(PolicyReading reading) {
        this.reading = reading;
        errors = reading.errors();
        reading.files().named().values().stream().flatMap(List::stream).forEach(sheet -> {
            sheets.put(sheet.address(), sheet);
            named.add(sheet.address());
        });
        reading.files().tables().forEach(sheet -> sheets.put(sheet.address(), sheet));
        reading.scenarios().forEach(each -> sheets.put(each.sheet().address(), each.sheet()));
    }

    /** The guesses, the likeliest first; none if there are not several errors. */
    Stream<Correction> all() {
        return errors.isEmpty() || reading.all().size() < 2
                ? Stream.of()
                : Stream.of(suggested(), exchanged(), moved(), heads(), definitions(), words())
                        .flatMap(guesses -> guesses);
    }

    /** What is suggested for a cell that others depend on. */
    private Stream<Correction> suggested() {
        return errors.stream()
                .filter(finding -> finding.defect().nearest() != null)
                .flatMap(finding -> cell(finding).stream()
                        .filter(cell -> named.contains(cell.address().ofSheet())
                                || cell.address().row() <= TableHead.BINDING_ROW)
                        .map(cell -> change(
                                cell.address(),
                                Arrow.as(
                                        cell.text(),
                                        String.valueOf(finding.defect().nearest())))))
                .limit(MAX);
    }

    /** Two faulty cells of one row of a table, in each other's place. */
    private Stream<Correction> exchanged() {
        List<CellAddress> faulty = errors.stream()
                .flatMap(finding -> cell(finding).stream())
                .map(Cell::address)
                .filter(at -> at.row() > TableHead.BINDING_ROW && !named.contains(at.ofSheet()))
                .distinct()
                .sorted()
                .toList();
        return faulty.stream()
                .flatMap(first -> faulty.stream()
                        .filter(second -> first.ofSheet().equals(second.ofSheet())
                                && first.row() == second.row()
                                && first.column() < second.column())
                        .map(second -> new Correction.OfExchange(sheet(first), first, second)))
                .map(Correction.class::cast)
                .limit(MAX);
    }

    private Stream<Correction> moved() {
        return new MovedRows(reading.files().tables(), errors).all().limit(MAX);
    }

    /** The headings, bindings and settings that a table with an error lacks. */
    private Stream<Correction> heads() {
        Stream<Correction> columns = errors.stream()
                .filter(finding ->
                        finding.defect() instanceof MissingColumn && finding.address() instanceof CellAddress)
                .flatMap(finding -> column((CellAddress) finding.address(), (MissingColumn) finding.defect()))
                .limit(MAX);
        Stream<Correction> settings = reading.files().tables().stream()
                .filter(table -> errors.stream()
                        .anyMatch(finding -> finding.address() instanceof CellAddress cell
                                && cell.ofSheet().equals(table.address())))
                .flatMap(this::forEach)
                .limit(MAX);
        return Stream.of(columns, keys(), settings).flatMap(guesses -> guesses);
    }

    /** The missing key of a setting beside a value that stands without one. */
    private Stream<Correction> keys() {
        return errors.stream()
                .filter(finding -> finding.defect() instanceof MissingSetting)
                .flatMap(finding -> sheetOf(finding.address()).map(sheets::get).stream()
                        .flatMap(sheet -> sheet.rows().stream().limit(TableHead.HEADING_ROW + 2L))
                        .filter(row -> row.cell(0).isEmpty() && row.cell(1).isPresent())
                        .map(row -> change(row.address(0), ((MissingSetting) finding.defect()).setting())))
                .limit(MAX);
    }

    private static Optional<SheetAddress> sheetOf(Address address) {
        return address instanceof CellAddress cell
                ? Optional.of(cell.ofSheet())
                : address instanceof SheetAddress sheet ? Optional.of(sheet) : Optional.empty();
    }

    /** The cells of the row that could be the heading or binding of a column: the one that is nearest, and those above filled cells that are blank. */
    private Stream<Correction> column(CellAddress at, MissingColumn missing) {
        Sheet sheet = sheet(at);
        Row row = sheet.row(at.row());
        Set<Integer> filled = new TreeSet<>(row.cells().keySet());
        filled.addAll(sheet.row(TableHead.BINDING_ROW + 1).cells().keySet());
        return filled.stream()
                .filter(index -> row.cell(index).isEmpty() || row.text(index).equals(missing.nearest()))
                .map(index -> change(row.address(index), missing.column()));
    }

    /** The entity of For each, or the key of a value that stands without one. */
    private Stream<Correction> forEach(Sheet table) {
        List<String> many = SheetsByName.silent(reading.files().named()).silentLines("Entities").stream()
                .filter(line -> line.optional("Occurs").equals("many"))
                .map(line -> line.optional("Entity"))
                .toList();
        return Stream.concat(missingForEach(table, many), unfinishedForEach(table, many));
    }

    /** The setting in a row of the head that is blank, for the entities that the table reads. */
    private static Stream<Correction> missingForEach(Sheet table, List<String> many) {
        List<Row> head = table.rows().stream().limit(TableHead.HEADING_ROW).toList();
        if (head.stream().anyMatch(row -> row.text(0).equals(TableHead.FOR_EACH))) {
            return Stream.of();
        }
        return head.stream().filter(Row::blank).limit(1).flatMap(row -> many.stream()
                .filter(entity -> table.row(TableHead.BINDING_ROW).cells().values().stream()
                        .anyMatch(cell -> cell.text().startsWith(entity + ".")))
                .map(entity -> new Correction.OfForEach(table, row.number(), entity)));
    }

    private Stream<Correction> unfinishedForEach(Sheet table, List<String> many) {
        return table.rows().stream().limit(TableHead.HEADING_ROW).flatMap(row -> {
            boolean valueAlone = row.cell(0).isEmpty() && many.contains(row.text(1));
            boolean keyAlone =
                    row.text(0).equals(TableHead.FOR_EACH) && row.cell(1).isEmpty();
            return valueAlone
                    ? Stream.of(change(row.address(0), TableHead.FOR_EACH))
                    : many.stream().filter(entity -> keyAlone).map(entity -> change(row.address(1), entity));
        });
    }

    /** A name that is used and not defined. @param group what it should belong to on its sheet; null if to nothing */
    private record Wanted(String name, DefiningColumn column, @Nullable String group) {}

    private Stream<Correction> definitions() {
        Map<Wanted, Integer> wanted = new LinkedHashMap<>();
        errors.forEach(finding -> wanted(finding).ifPresent(name -> wanted.merge(name, 1, Integer::sum)));
        wanted.entrySet().removeIf(each -> each.getValue() < 2 && each.getKey().column != DefiningColumn.REACHED_BY);
        return mostOften(wanted).flatMap(this::defining);
    }

    private static Optional<Wanted> wanted(Finding finding) {
        if (finding.defect() instanceof MissingOutcome missing) {
            return Optional.of(new Wanted(missing.how(), DefiningColumn.REACHED_BY, null));
        }
        return finding.defect() instanceof UnknownReference unknown
                ? DefiningColumn.of(unknown.sheet()).map(column -> new Wanted(unknown.given(), column, unknown.group()))
                : Optional.empty();
    }

    /** The changes that may define the name. */
    private Stream<Correction> defining(Wanted wanted) {
        DefiningColumn column = wanted.column;
        List<HeadedSheet.Line> lines =
                SheetsByName.silent(reading.files().named()).silentLines(column.sheet());
        List<String> names =
                lines.stream().map(line -> line.optional(column.name())).toList();
        String near = Nearest.to(wanted.name, names).orElse("");
        Stream<Correction> renamed = lines.stream()
                .filter(line -> List.of(near, "").contains(line.optional(column.name())))
                .map(line -> change(line.address(column.name()), wanted.name));
        Stream<Correction> regrouped = lines.stream()
                .filter(line -> line.optional(column.name()).equals(wanted.name))
                .filter(line -> wanted.group != null)
                .map(line -> change(line.address(String.valueOf(column.group())), String.valueOf(wanted.group)));
        Stream<Correction> added = new NewRows(reading.files(), errors).of(wanted.name, column, wanted.group);
        return Stream.of(renamed.limit(MAX), regrouped.limit(MAX), added).flatMap(changes -> changes);
    }

    /** The words and types that may stand in the rows of entities and fields that several errors speak of. */
    private Stream<Correction> words() {
        Map<String, Integer> spokenOf = new LinkedHashMap<>();
        errors.forEach(finding -> names(finding).forEach(name -> spokenOf.merge(name, 1, Integer::sum)));
        Declarations declarations = new Declarations(reading.files(), errors);
        Map<HeadedSheet.Line, Integer> entities = new LinkedHashMap<>();
        Map<HeadedSheet.Line, Integer> fields = new LinkedHashMap<>();
        spokenOf.values().removeIf(times -> times < 2);
        spokenOf.forEach((name, times) ->
                declarations.of(name).forEach(line -> (name.contains(".") ? fields : entities).put(line, times)));
        return Stream.concat(mostOften(entities), mostOften(fields))
                .flatMap(declarations::otherwise)
                .map(cell -> change(cell.address(), cell.text()));
    }

    /** The fields and entities that a finding, its cell, the binding of its column or the head of its row names. */
    private Set<String> names(Finding finding) {
        Set<String> names = new HashSet<>();
        if (finding.defect() instanceof InvalidScenario invalid) {
            addNames(INSTANCE.matcher(invalid.fact()).replaceAll(""), names);
        }
        if (finding.address() instanceof CellAddress at && sheets.containsKey(at.ofSheet())) {
            Sheet sheet = sheet(at);
            Stream.of(at.row(), TableHead.BINDING_ROW, ScenarioSheet.BINDING_ROW)
                    .map(row -> sheet.row(row).text(at.column()))
                    .forEach(text -> addNames(text, names));
            addNames(sheet.row(at.row()).text(0), names);
        }
        return names;
    }

    private static void addNames(String text, Set<String> names) {
        BETWEEN_NAMES.splitAsStream(text).filter(name -> !name.isEmpty()).forEach(name -> {
            names.add(name);
            names.add(name.replaceFirst("[.].*", ""));
        });
    }

    private static <T> Stream<T> mostOften(Map<T, Integer> counted) {
        return counted.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<T, Integer> each) -> -each.getValue()))
                .limit(MAX)
                .map(Map.Entry::getKey);
    }

    private Optional<Cell> cell(Finding finding) {
        return finding.address() instanceof CellAddress at && sheets.containsKey(at.ofSheet())
                ? sheet(at).row(at.row()).cell(at.column())
                : Optional.empty();
    }

    private Sheet sheet(CellAddress at) {
        return sheets.getOrDefault(at.ofSheet(), new Sheet(at.file(), at.sheet(), List.of()));
    }

    private Correction change(CellAddress at, String meant) {
        return new Correction.OfCell(sheet(at), at, meant);
    }
}
