package kz.sheshim.analysis;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.sheshim.analysis.Dimension.Kind;
import kz.sheshim.finding.table.Gap;
import kz.sheshim.table.CellText;
import kz.sheshim.table.Condition;
import kz.sheshim.table.Condition.Between.Bound;
import kz.sheshim.table.Rule;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.Phrase;

/** Writes cases and rows in the words of the workbooks: field paths, codes and cells. */
final class CaseTexts {
    private final CaseSpace space;
    private final FieldPath datedBy;

    CaseTexts(CaseSpace space, FieldPath datedBy) {
        this.space = space;
        this.datedBy = datedBy;
    }

    /** All cases of a box. */
    Phrase cases(Box box) {
        List<Phrase> parts = new ArrayList<>();
        box.region().box().forEach((index, atoms) -> all(space.dimension(index), atoms)
                .ifPresent(parts::add));
        return listed(parts);
    }

    /** A concrete case of the region (periods and ranges are written in full). */
    Phrase situation(Region region) {
        Map<Integer, BitSet> sides = new TreeMap<>(region.box());
        region.clauses()
                .forEach(clause -> sides.putIfAbsent(
                        clause.get(0).dimension(), clause.get(0).atoms()));
        List<Phrase> parts = new ArrayList<>();
        sides.forEach((index, atoms) -> {
            part(space.dimension(index), atoms).ifPresent(parts::add);
        });
        return listed(parts);
    }

    private static Phrase listed(List<Phrase> parts) {
        return parts.isEmpty() ? Phrase.of("whatever the facts are") : Phrase.joined(", ", parts);
    }

    private static Optional<Phrase> all(Dimension dimension, BitSet atoms) {
        if (!dimension.single() || atoms.cardinality() == 1) {
            return part(dimension, atoms);
        }
        List<Phrase> parts = new ArrayList<>();
        BitSet values = dimension.values();
        values.and(atoms);
        if (dimension.ordered()) {
            for (int first = values.nextSetBit(0); first >= 0; ) {
                int end = values.nextClearBit(first);
                parts.add(words(dimension, first, end - 1));
                first = values.nextSetBit(end);
            }
        } else if (!values.isEmpty()) {
            parts.add(values(dimension, values));
        }
        for (int atom = atoms.nextSetBit(0); atom >= 0; atom = atoms.nextSetBit(atom + 1)) {
            if (dimension.atoms().get(atom).absent()) {
                parts.add(Phrase.of("missing"));
            } else if (dimension.atoms().get(atom).unknown()) {
                parts.add(Phrase.of("unknown"));
            }
        }
        return Optional.of(Phrase.of("{0} {1}", dimension.field().path(), Phrase.joined(", ", parts)));
    }

    /** Values that are not ordered. */
    private static Phrase values(Dimension dimension, BitSet atoms) {
        List<Object> out = named(dimension, atoms, false);
        boolean other = atoms.stream().anyMatch(atom -> dimension.atoms().get(atom) instanceof Atom.AnyOther);
        if (!other) {
            return Phrase.of("{0}", CellText.values(named(dimension, atoms, true)));
        }
        return out.isEmpty() ? Phrase.of("present") : Phrase.of("not {0}", CellText.values(out));
    }

    /** Empty: it says nothing. */
    private static Optional<Phrase> part(Dimension dimension, BitSet atoms) {
        return dimension.kind() instanceof Kind.Openness && atoms.get(Dimension.NO)
                ? Optional.empty()
                : Optional.of(said(dimension, atoms));
    }

    private static Phrase said(Dimension dimension, BitSet atoms) {
        String field = dimension.field().path().toString();
        if (dimension.kind() instanceof Kind.Included included) {
            String value = CellText.value(included.value());
            return atoms.get(Dimension.YES)
                    ? Phrase.of("{0} includes {1}", field, value)
                    : Phrase.of("{0} lacks {1}", field, value);
        }
        if (dimension.kind() instanceof Kind.Openness) {
            return Phrase.of("{0} not all known", field);
        }
        int first = atoms.nextSetBit(0);
        Atom atom = dimension.atoms().get(first);
        if (atom instanceof Atom.Interval range) {
            int last = first;
            while (last + 1 < dimension.size()
                    && atoms.get(last + 1)
                    && dimension.atoms().get(last + 1) instanceof Atom.Interval) {
                last++;
            }
            return Phrase.of("{0} {1}", field, words(dimension, first, last));
        }
        if (atom instanceof Atom.OneValue value) {
            return Phrase.of("{0} {1}", field, CellText.value(value.value()));
        }
        if (atom instanceof Atom.AnyOther) {
            return Phrase.of("{0} another value", field);
        }
        return atom.absent() ? Phrase.of("{0} missing", field) : Phrase.of("{0} unknown", field);
    }

    /** The ranges from the first to the last of these atoms, for people. */
    private static Phrase words(Dimension dimension, int first, int last) {
        Comparable<?> low = ((Atom.Interval) dimension.atoms().get(first)).low();
        Comparable<?> high = ((Atom.Interval) dimension.atoms().get(last)).high();
        return low instanceof LocalDate && !low.equals(high)
                ? dates(low, high, first == 0, last == dimension.values().length() - 1)
                : Phrase.of("{0}", range(dimension, first, last));
    }

    /** The same in the notation of a cell. */
    private static String range(Dimension dimension, int first, int last) {
        Comparable<?> low = ((Atom.Interval) dimension.atoms().get(first)).low();
        Comparable<?> high = ((Atom.Interval) dimension.atoms().get(last)).high();
        boolean fromStart = first == 0;
        boolean toEnd = last == dimension.values().length() - 1;
        if (low.equals(high)) {
            return CellText.value(low);
        }
        if (fromStart == toEnd) {
            return CellText.of(new Condition.Between(new Bound(low, true), toEnd ? null : new Bound(high, true)));
        }
        return CellText.of(toEnd ? new Condition.Between(above(low), null) : new Condition.Between(null, below(high)));
    }

    private static Phrase dates(Comparable<?> low, Comparable<?> high, boolean fromStart, boolean toEnd) {
        if (fromStart) {
            return toEnd ? Phrase.of("any") : Phrase.of("until {0}", high);
        }
        return toEnd ? Phrase.of("from {0} on", low) : Phrase.of("{0} to {1}", low, high);
    }

    /** With the shorter of the two ways to write a bound. */
    private static Bound above(Comparable<?> low) {
        return low instanceof BigDecimal number && number.scale() == 18
                ? new Bound(Scale.DECIMAL.before(low), false)
                : new Bound(low, true);
    }

    private static Bound below(Comparable<?> high) {
        return high instanceof BigDecimal number && number.scale() == 18
                ? new Bound(Scale.DECIMAL.after(high), false)
                : new Bound(high, true);
    }

    /** The cells of the row of the workbook that matches exactly the known cases of the box, by their column. */
    Map<String, List<String>> row(Box box) {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        for (int index = 0; index < box.atoms().size(); index++) {
            Dimension dimension = space.dimension(index);
            cells(dimension, box.atoms().get(index))
                    .forEach((column, cells) -> columns.computeIfAbsent(column, any -> new ArrayList<>())
                            .addAll(cells));
        }
        columns.replaceAll((column, cells) -> joined(cells));
        return columns;
    }

    /** All values that one column must lack fit into one cell; other cells need a column each. */
    private static List<String> joined(List<String> cells) {
        List<String> joined = new ArrayList<>(
                cells.stream().filter(cell -> !cell.startsWith("lacks ")).toList());
        String lacks = cells.stream()
                .filter(cell -> cell.startsWith("lacks "))
                .map(cell -> cell.substring("lacks ".length()))
                .collect(Collectors.joining(", "));
        if (!lacks.isEmpty()) {
            joined.add("lacks " + lacks);
        }
        return joined;
    }

    private Map<String, List<String>> cells(Dimension dimension, BitSet atoms) {
        String field = dimension.field().path().toString();
        if (Region.subset(dimension.known(), atoms)) {
            return Map.of();
        }
        if (dimension.kind() instanceof Kind.Included included) {
            return Map.of(
                    field,
                    List.of((atoms.get(Dimension.YES) ? "includes " : "lacks ") + CellText.value(included.value())));
        }
        BitSet values = dimension.values();
        if (Region.subset(values, atoms)) {
            return Map.of(field, List.of("present"));
        }
        int first = atoms.nextSetBit(0);
        if (!values.get(first)) {
            return Map.of(field, List.of("missing"));
        }
        if (!dimension.ordered()) {
            return among(dimension, atoms);
        }
        int last = atoms.length() - 1;
        if (!dimension.field().path().equals(datedBy)) {
            return Map.of(field, List.of(range(dimension, first, last)));
        }
        Map<String, List<String>> period = new LinkedHashMap<>();
        if (first > 0) {
            period.put(
                    "From",
                    List.of(CellText.value(((Atom.Interval) dimension.atoms().get(first)).low())));
        }
        if (last < values.length() - 1) {
            period.put(
                    "Until",
                    List.of(CellText.value(((Atom.Interval) dimension.atoms().get(last)).high())));
        }
        return period;
    }

    /** Values that are not ordered; "not" includes that there is none. */
    private static Map<String, List<String>> among(Dimension dimension, BitSet atoms) {
        String field = dimension.field().path().toString();
        BitSet values = dimension.values();
        boolean canBeAbsent = values.cardinality() < dimension.known().cardinality();
        boolean absent = canBeAbsent && atoms.intersects(absent(dimension));
        List<Object> in = named(dimension, atoms, true);
        List<Object> out = named(dimension, atoms, false);
        boolean other = atoms.stream().anyMatch(atom -> dimension.atoms().get(atom) instanceof Atom.AnyOther);
        if (!other && !absent && (canBeAbsent || in.size() <= out.size() || in.size() <= 3)) {
            return Map.of(field, List.of(CellText.values(in)));
        }
        if (other && !absent && canBeAbsent) {
            return Map.of(field, List.of("not " + CellText.values(out), "present"));
        }
        return Map.of(field, List.of("not " + CellText.values(out)));
    }

    private static BitSet absent(Dimension dimension) {
        BitSet absent = dimension.known();
        absent.andNot(dimension.values());
        return absent;
    }

    private static List<Object> named(Dimension dimension, BitSet atoms, boolean in) {
        return IntStream.range(0, dimension.size())
                .filter(atom -> atoms.get(atom) == in)
                .mapToObj(dimension.atoms()::get)
                .filter(Atom.OneValue.class::isInstance)
                .map(atom -> ((Atom.OneValue) atom).value())
                .toList();
    }

    /** The period and condition cells of a rule. */
    static Phrase cells(Rule rule) {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        if (rule.inForce().from() != null) {
            columns.put("From", List.of(CellText.value(rule.inForce().from())));
        }
        if (rule.inForce().until() != null) {
            columns.put("Until", List.of(CellText.value(rule.inForce().until())));
        }
        rule.conditions()
                .forEach(condition -> columns.computeIfAbsent(condition.field().toString(), any -> new ArrayList<>())
                        .add(CellText.of(condition.condition())));
        return Gap.row(columns);
    }
}
