package kz.sheshim.policy.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.Severity;
import kz.sheshim.finding.cell.MissingColumn;
import kz.sheshim.finding.cell.UnknownMark;
import kz.sheshim.finding.file.EncryptedFile;
import kz.sheshim.finding.file.MissingSheet;
import kz.sheshim.finding.file.OtherFormat;
import kz.sheshim.finding.file.TooLarge;
import kz.sheshim.finding.file.UnknownSheet;
import kz.sheshim.finding.file.UnreadableFile;
import kz.sheshim.finding.name.FieldNeverSet;
import kz.sheshim.finding.name.MissingOutcome;
import kz.sheshim.finding.name.UnknownReference;
import kz.sheshim.finding.name.UnusedCode;
import kz.sheshim.finding.table.NothingDecides;
import kz.sheshim.workbook.Cell;
import kz.sheshim.workbook.CellAddress;
import kz.sheshim.workbook.Row;
import kz.sheshim.workbook.Sheet;
import kz.sheshim.workbook.SheetAddress;

/**
 * Passes findings about the meaning of cells on, but not those that only follow from another one: an analyst corrects the cause, and they are gone. It knows
 * from the beginning which sheets there are and what was wrong with the files.
 */
final class FollowUps implements Consumer<Finding> {
    /** What is found when a part of the policy could not be read. */
    private static final Set<Class<? extends Defect>> OF_MISSING_PARTS =
            Set.of(MissingSheet.class, FieldNeverSet.class, NothingDecides.class);

    /** What says that a workbook, or a part of it, was not read. */
    private static final Set<Class<? extends Defect>> UNREAD =
            Set.of(UnreadableFile.class, OtherFormat.class, EncryptedFile.class, TooLarge.class);

    /** Sheets that define nothing which others name. */
    private static final Set<String> NAMELESS =
            Set.of("Calendar", "Days off", "Working days", "Receipts", "Paragraphs", "Words", RetentionReader.SHEET);

    private final SortedFiles files;
    private final BoundedFindings findings;
    private final Set<String> faultyNames = new HashSet<>();
    private final Set<SheetAddress> faultySheets = new HashSet<>();
    private boolean partUnread;
    private boolean sheetUnread;
    private boolean bindingFaulty;
    private boolean namesMissing;
    private boolean clean = true;

    /** @param findings those about the files have passed through it already */
    FollowUps(SortedFiles files, BoundedFindings findings) {
        this.files = files;
        this.findings = findings;
        findings.passed().forEach(this::learn);
    }

    @Override
    public void accept(Finding finding) {
        namesMissing |= missing(finding).anyMatch(sheet -> !NAMELESS.contains(sheet));
        if (!follows(finding.defect())) {
            learn(finding);
            findings.accept(finding);
        }
    }

    /** The sheets that are missing, or lack a column, so that what they define is not known. */
    private Stream<String> missing(Finding finding) {
        if (finding.defect() instanceof MissingSheet missing) {
            return missing.sheets().stream();
        }
        return finding.defect() instanceof MissingColumn
                        && finding.address() instanceof SheetAddress sheet
                        && files.named().containsKey(sheet.sheet())
                ? Stream.of(sheet.sheet())
                : Stream.empty();
    }

    /** A sheet is not known, or not whole, that defines what others name. */
    boolean namesMissing() {
        return namesMissing;
    }

    /** The sheets of scenarios. Each gets the names whose definitions are faulty, so that nothing is found in a cell that uses one of them. */
    List<ScenarioSheet> known(List<ScenarioSheet> scenarios) {
        return scenarios.stream()
                .map(each -> new ScenarioSheet(each.sheet(), each.findings(), faultyNames))
                .toList();
    }

    private void learn(Finding finding) {
        partUnread |= UNREAD.contains(finding.defect().getClass());
        sheetUnread |= finding.defect() instanceof UnknownSheet || finding.defect() instanceof UnknownMark;
        if (finding.defect().severity() == Severity.ERROR) {
            clean = false;
            if (finding.address() instanceof CellAddress cell) {
                faultySheets.add(cell.ofSheet());
                bindingFaulty |= cell.row() == TableHead.BINDING_ROW && table(cell.ofSheet());
                files.named().getOrDefault(cell.sheet(), List.of()).stream()
                        .filter(sheet -> sheet.file().equals(cell.file()) && !NAMELESS.contains(sheet.name()))
                        .forEach(sheet -> nameFaulty(sheet.row(cell.row()), finding.defect()));
            } else if (finding.address() instanceof SheetAddress sheet) {
                faultySheets.add(sheet);
            }
        }
    }

    private boolean table(SheetAddress sheet) {
        return files.tables().stream().anyMatch(table -> table.address().equals(sheet));
    }

    /** A name is in one of the first two filled cells of the row that defines it; the name that the row only refers to is not one. */
    private void nameFaulty(Row row, Defect defect) {
        String other = defect instanceof UnknownReference unknown ? unknown.given() : "";
        row.cells().values().stream()
                .limit(2)
                .map(Cell::text)
                .filter(text -> !text.equals(other))
                .forEach(faultyNames::add);
    }

    private boolean follows(Defect defect) {
        return partUnread && OF_MISSING_PARTS.contains(defect.getClass())
                || sheetUnread && (defect instanceof FieldNeverSet || defect instanceof NothingDecides)
                || namesMissing && (defect instanceof UnknownReference || defect instanceof MissingOutcome)
                || defect instanceof UnknownReference unknown && faultyNames.contains(unknown.given())
                || defect instanceof FieldNeverSet unset && (bindingFaulty || mayBeSet(unset.field()))
                || defect instanceof UnusedCode && !clean;
    }

    /** The row of the field, or a table that sets it, is faulty. */
    private boolean mayBeSet(String field) {
        return faultyNames.contains(field)
                || files.tables().stream()
                        .filter(table -> faultySheets.contains(table.address()))
                        .anyMatch(table -> binds(table, field));
    }

    private static boolean binds(Sheet table, String field) {
        return table.row(TableHead.BINDING_ROW).cells().values().stream()
                .anyMatch(cell -> Arrow.without(cell.text()).equals(field));
    }
}
