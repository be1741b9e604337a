package kz.sheshim.publication;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.sheshim.policy.reading.TableSheet;
import kz.sheshim.table.HitPolicy;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.workbook.Cell;
import kz.sheshim.workbook.Row;
import kz.sheshim.workbook.RowEdit;
import kz.sheshim.workbook.Sheet;

/**
 * Brings what one side changed on a sheet into the other side's state of it. Rows are matched by what names them: a rule by its id, any other row by its first
 * cells, as few as no two rows share; a row whose first cell is blank belongs to the one above. A row that only the other side has stays.
 */
final class SheetMerge {
    /** More cells than these never name a row. */
    private static final int MAX_NAMING_CELLS = 4;

    private final Sheet base;
    private final Sheet changed;
    private final Sheet onto;
    private final List<RowEdit> changes = new ArrayList<>();
    private final List<RowEdit> insertions = new ArrayList<>();
    private final List<Phrase> touching = new ArrayList<>();
    private final List<Phrase> inexpressible = new ArrayList<>();

    /**
     * What is to be done.
     *
     * @param edits of the sheet that is brought up to date; they count only if nothing stands in their way
     * @param touching cells and rows that both sides changed, each as a part of a sentence
     * @param inexpressible changes that are more than cells and new rows, each as a part of a sentence
     */
    record Merged(List<RowEdit> edits, List<Phrase> touching, List<Phrase> inexpressible) {
        Merged {
            edits = List.copyOf(edits);
            touching = List.copyOf(touching);
            inexpressible = List.copyOf(inexpressible);
        }
    }

    /**
     * What names the rows of a sheet.
     *
     * @param cells number of first cells whose texts name a row; 0: the rule id names it
     */
    private record Naming(int cells) {
        /** The rows by their names; empty if two have the same one. */
        Optional<Map<String, Row>> rows(Sheet sheet) {
            Map<String, Row> rows = new LinkedHashMap<>();
            int rule = TableSheet.of(sheet).ruleColumn();
            String owner = "";
            int below = 0;
            for (Row row : sheet.rows()) {
                if (!row.blank()) {
                    boolean isOwned = cells > 0 && row.text(0).isEmpty() && !owner.isEmpty();
                    below = isOwned ? below + 1 : 0;
                    owner = isOwned ? owner : name(row, rule);
                    if (rows.put(isOwned ? owner + OWNED + below : owner, row) != null) {
                        return Optional.empty();
                    }
                }
            }
            return Optional.of(rows);
        }

        private String name(Row row, int rule) {
            if (cells > 0) {
                return IntStream.range(0, cells).mapToObj(row::text).collect(Collectors.joining(" "));
            }
            return row.number() < TableSheet.FIRST_RULE_ROW ? "row " + (row.number() + 1) : row.text(rule);
        }

        static Optional<Naming> of(List<Sheet> sheets) {
            boolean isTable =
                    sheets.stream().anyMatch(sheet -> !TableSheet.of(sheet).id().isEmpty());
            return (isTable ? IntStream.of(0) : IntStream.rangeClosed(1, MAX_NAMING_CELLS))
                    .mapToObj(Naming::new)
                    .filter(naming ->
                            sheets.stream().allMatch(sheet -> naming.rows(sheet).isPresent()))
                    .findFirst();
        }
    }

    /** Between the name of a row and the number of one that belongs to it. */
    private static final String OWNED = "\n";

    private static String owner(String name) {
        int end = name.indexOf(OWNED);
        return end < 0 ? name : name.substring(0, end);
    }

    private static String shown(String name) {
        return name.replace(OWNED, ", row ");
    }

    private SheetMerge(Sheet base, Sheet changed, Sheet onto) {
        this.base = base;
        this.changed = changed;
        this.onto = onto;
    }

    /**
     * @param base what both sides changed
     * @param changed the side whose changes are taken
     * @param onto the side that they are brought into
     */
    static Merged of(Sheet base, Sheet changed, Sheet onto) {
        return new SheetMerge(base, changed, onto).merged();
    }

    /** Whether the cells of two sheets say the same. */
    static boolean same(Sheet one, Sheet other) {
        return texts(one).equals(texts(other));
    }

    private static Map<Integer, SortedMap<Integer, String>> texts(Sheet sheet) {
        return sheet.rows().stream()
                .filter(row -> !row.blank())
                .collect(Collectors.toMap(Row::number, SheetMerge::texts));
    }

    private static SortedMap<Integer, String> texts(Row row) {
        SortedMap<Integer, String> texts = new TreeMap<>();
        row.cells().forEach((column, cell) -> texts.put(column, cell.text()));
        return texts;
    }

    private Merged merged() {
        Optional<Naming> naming = Naming.of(List.of(base, changed, onto));
        if (naming.isEmpty()) {
            inexpressible.add(Phrase.of("rows of {0} cannot be told apart", onto.address()));
        } else if (!sameColumns(naming.get())) {
            inexpressible.add(Phrase.of("columns of {0} were changed", onto.address()));
        } else {
            merge(
                    naming.get().rows(base).orElseThrow(),
                    naming.get().rows(changed).orElseThrow(),
                    naming.get().rows(onto).orElseThrow());
        }
        List<RowEdit> edits = new ArrayList<>(changes);
        edits.addAll(insertions);
        return new Merged(edits, touching, inexpressible);
    }

    private boolean sameColumns(Naming naming) {
        return (naming.cells() == 0
                        ? IntStream.range(TableSheet.FIRST_RULE_ROW - 2, TableSheet.FIRST_RULE_ROW)
                        : IntStream.of(0))
                .allMatch(number -> texts(base.row(number)).equals(texts(changed.row(number)))
                        && texts(base.row(number)).equals(texts(onto.row(number))));
    }

    private void merge(Map<String, Row> before, Map<String, Row> after, Map<String, Row> target) {
        before.keySet().stream()
                .filter(name -> !after.containsKey(name) && target.containsKey(name))
                .forEach(name ->
                        inexpressible.add(Phrase.of("the row {0} of {1} was removed", shown(name), onto.address())));
        List<String> stayed = new ArrayList<>(after.keySet());
        stayed.retainAll(before.keySet());
        List<String> was = new ArrayList<>(before.keySet());
        was.retainAll(after.keySet());
        if (!stayed.equals(was)) {
            inexpressible.add(Phrase.of("rows of {0} were put into another order", onto.address()));
        }
        String above = "";
        for (Map.Entry<String, Row> each : after.entrySet()) {
            String name = each.getKey();
            Row old = before.get(name);
            Row theirs = target.get(name);
            if (old == null) {
                if (theirs == null) {
                    insert(name, each.getValue(), above, before, target);
                } else {
                    change(
                            new Row(theirs.file(), theirs.sheet(), theirs.number(), new TreeMap<>()),
                            each.getValue(),
                            theirs);
                }
            } else if (theirs != null) {
                change(old, each.getValue(), theirs);
            } else if (!texts(old).equals(texts(each.getValue()))) {
                touching.add(Phrase.of(
                        "the row {0} of {1}, which one side changed and the other removed",
                        shown(name), onto.address()));
            }
            if (theirs != null) {
                above = name;
            }
        }
    }

    /** Whether the first rule that matches decides, so that the order of rules has a meaning. */
    private boolean isOrdered() {
        return HitPolicy.FIRST.name().equals(TableSheet.of(onto).head().get("Hit policy"));
    }

    private void change(Row old, Row now, Row theirs) {
        SortedMap<Integer, String> texts = new TreeMap<>();
        TreeSet<Integer> columns = new TreeSet<>(old.cells().keySet());
        columns.addAll(now.cells().keySet());
        columns.addAll(theirs.cells().keySet());
        for (int column : columns) {
            String mine = now.text(column);
            if (!mine.equals(old.text(column)) && !mine.equals(theirs.text(column))) {
                if (!theirs.text(column).equals(old.text(column))) {
                    touching.add(Phrase.of(
                            "{0} ({1} and {2})", theirs.address(column), said(mine), said(theirs.text(column))));
                } else if (now.cell(column).map(Cell::readable).orElse(true)) {
                    texts.put(column, mine);
                } else {
                    inexpressible.add(Phrase.of("{0} cannot be read", now.address(column)));
                }
            }
        }
        if (!texts.isEmpty()) {
            changes.add(new RowEdit.Change(onto.name(), theirs.number(), texts));
        }
    }

    private static Phrase said(String text) {
        return text.isEmpty() ? Phrase.of("nothing") : Phrase.of("\"{0}\"", text);
    }

    /** Rows are inserted from the last to the first, so that an insertion moves none that is still to come. */
    private void insert(String name, Row row, String above, Map<String, Row> before, Map<String, Row> target) {
        if (row.cells().values().stream().anyMatch(cell -> !cell.readable())) {
            inexpressible.add(Phrase.of("a cell of the row {0} of {1} cannot be read", shown(name), changed.address()));
            return;
        }
        if (above.isEmpty()) {
            inexpressible.add(Phrase.of("the row {0} of {1} stands before all others", shown(name), changed.address()));
            return;
        }
        Row last = Objects.requireNonNull(target.get(above));
        if (!owner(name).equals(owner(above))) { // what belongs to the row above stays with it
            for (Map.Entry<String, Row> each : target.entrySet()) {
                if (owner(each.getKey()).equals(owner(above)) && each.getValue().number() > last.number()) {
                    last = each.getValue();
                }
            }
        }
        int end = last.number();
        if (isOrdered()) {
            target.forEach((next, theirs) -> {
                if (theirs.number() == end + 1 && !before.containsKey(next)) {
                    touching.add(Phrase.of(
                            "the order of the rows {0} and {1} of {2}", shown(name), shown(next), onto.address()));
                }
            });
        }
        int at = 0;
        while (at < insertions.size() && insertions.get(at).row() > end) {
            at++;
        }
        insertions.add(at, new RowEdit.Insert(onto.name(), end, texts(row)));
    }
}
