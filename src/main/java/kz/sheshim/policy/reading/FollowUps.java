package kz.sheshim.policy.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.EnoughFindings;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.Severity;
import kz.sheshim.finding.cell.ErrorCell;
import kz.sheshim.finding.cell.FormulaCell;
import kz.sheshim.finding.cell.MissingSetting;
import kz.sheshim.finding.cell.UnknownWord;
import kz.sheshim.finding.cell.UnreadableCell;
import kz.sheshim.finding.file.EncryptedFile;
import kz.sheshim.finding.file.MissingSheet;
import kz.sheshim.finding.file.OtherFormat;
import kz.sheshim.finding.file.TooLarge;
import kz.sheshim.finding.file.TooManyFindings;
import kz.sheshim.finding.file.UnreadableFile;
import kz.sheshim.finding.name.FieldNeverSet;
import kz.sheshim.finding.name.UnknownBinding;
import kz.sheshim.finding.name.UnknownCode;
import kz.sheshim.finding.table.NothingDecides;
import kz.sheshim.workbook.CellAddress;
import kz.sheshim.workbook.Sheet;

/** Passes findings on, but not those that only follow from another one: an analyst mends the cause, and they are gone. */
final class FollowUps implements Consumer<Finding> {
    static final int MOST_ERRORS = 1_000;

    /** What is said of a table when the sheets that define its names are not there. */
    private static final Set<Class<? extends Defect>> OF_UNKNOWN_NAMES =
            Set.of(UnknownBinding.class, UnknownCode.class, UnknownWord.class);

    /** What is said of a policy when a part of it could not be read. */
    private static final Set<Class<? extends Defect>> OF_MISSING_PARTS =
            Set.of(MissingSheet.class, FieldNeverSet.class, NothingDecides.class);

    /** What says that a workbook, or a part of it, takes no part. */
    private static final Set<Class<? extends Defect>> UNREAD =
            Set.of(UnreadableFile.class, OtherFormat.class, EncryptedFile.class, TooLarge.class);

    /** Sheets that define nothing which others name. */
    private static final Set<String> NAMELESS =
            Set.of("Calendar", "Days off", "Working days", "Receipts", "Paragraphs", "Words");

    private final Consumer<Finding> findings;
    private final Set<CellAddress> unreadable = new HashSet<>();
    private final Set<String> faultyNames = new HashSet<>();
    private final Set<CellAddress> faultySheets = new HashSet<>();
    private Map<String, List<Sheet>> named = Map.of();
    private boolean partUnread;
    private boolean bindingFaulty;
    private boolean namesMissing;
    private int errors;

    FollowUps(Consumer<Finding> findings) {
        this.findings = findings;
    }

    @Override
    public void accept(Finding finding) {
        Defect defect = finding.defect();
        if (defect instanceof MissingSheet missing) {
            namesMissing |= !NAMELESS.containsAll(missing.sheets());
        }
        partUnread |= UNREAD.contains(defect.getClass());
        if (follows(finding, defect)) {
            return;
        }
        if (defect instanceof UnreadableCell || defect instanceof FormulaCell || defect instanceof ErrorCell) {
            unreadable.add(finding.address());
        }
        findings.accept(finding);
        if (defect.severity() == Severity.ERROR) {
            remember(finding.address());
            errors++;
            if (errors >= MOST_ERRORS) {
                findings.accept(
                        Finding.at(CellAddress.ofFile(RulesetReader.WORKBOOK_FOLDER), new TooManyFindings(errors)));
                throw new EnoughFindings();
            }
        }
    }

    private void remember(CellAddress place) {
        String sheet = place.sheet();
        String cell = place.cell();
        if (sheet == null) {
            return;
        }
        faultySheets.add(CellAddress.ofSheet(place.file(), sheet));
        if (cell == null) {
            return;
        }
        int row = Integer.parseInt(cell.replaceFirst("^[A-Z]+", "")) - 1;
        bindingFaulty |= row == TableHead.BINDING_ROW && !named.containsKey(sheet);
        for (Sheet each : named.getOrDefault(sheet, List.of())) {
            if (each.file().equals(place.file())) {
                each.row(row).cells().values().stream().limit(2).forEach(name -> faultyNames.add(name.text()));
            }
        }
    }

    private boolean follows(Finding finding, Defect defect) {
        return unreadable.contains(finding.address())
                || partUnread && OF_MISSING_PARTS.contains(defect.getClass())
                || bindingFaulty && defect instanceof FieldNeverSet
                || namesMissing && (OF_UNKNOWN_NAMES.contains(defect.getClass()) || ofOutcomes(finding))
                || defect instanceof UnknownBinding unknown && faultyNames.contains(unknown.given())
                || defect instanceof UnknownCode unknown && faultyNames.contains(unknown.given())
                || defect instanceof UnknownWord unknown && faultyNames.contains(unknown.given());
    }

    /** A sheet that lacks a setting is said by itself, an outcome that is not there by a cell or the folder. */
    private static boolean ofOutcomes(Finding finding) {
        CellAddress place = finding.address();
        return finding.defect() instanceof MissingSetting && (place.sheet() == null || place.cell() != null);
    }

    /** All files were read, and these sheets are in them: names in their faulty rows are there, though they may not be known. */
    void know(Map<String, List<Sheet>> sheets) {
        named = Map.copyOf(sheets);
    }

    /** A table was read: what it is bound to is not ungiven only because the table is faulty. */
    void knowTable(Sheet table) {
        if (faultySheets.contains(table.address())) {
            table.row(TableHead.BINDING_ROW)
                    .cells()
                    .values()
                    .forEach(cell ->
                            faultyNames.add(cell.text().replaceFirst("→|->", "").strip()));
        }
    }

    /** Whether something is wrong where the name stands. */
    boolean faulty(String name) {
        return faultyNames.contains(name);
    }

    /** Whether nothing was wrong so far. */
    boolean clean() {
        return errors == 0;
    }
}
