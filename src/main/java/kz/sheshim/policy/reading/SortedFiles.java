package kz.sheshim.policy.reading;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.Severity;
import kz.sheshim.finding.cell.UnknownMark;
import kz.sheshim.finding.file.CopiedFile;
import kz.sheshim.finding.file.FaultyRuleFile;
import kz.sheshim.finding.file.MisplacedFile;
import kz.sheshim.finding.file.SharedSheetName;
import kz.sheshim.finding.file.TableInNotes;
import kz.sheshim.finding.file.UnknownSheet;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.vocabulary.Nearest;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.workbook.Allowance;
import kz.sheshim.workbook.FileAddress;
import kz.sheshim.workbook.Sheet;
import kz.sheshim.workbook.SheetAddress;

/**
 * A policy's files, sorted by what they are; nothing is known yet of what their cells mean.
 *
 * @param named the sheets of the vocabulary, the calendar and the receipts by their names; one name may stand in several workbooks
 * @param tables the sheets of decision tables
 * @param scenarios the sheets of scenarios
 * @param ruleFiles the text of each rule file by the file's name
 */
record SortedFiles(
        Map<String, List<Sheet>> named,
        List<Sheet> tables,
        List<ScenarioSheet> scenarios,
        Map<String, String> ruleFiles) {
    /** A sheet whose name begins so is not read. */
    static final String NOTES = "Notes";

    private static final String TABLE = "Table";

    /** Files of tables and rules in other formats. Any other file is litter. */
    private static final Pattern MEANT =
            Pattern.compile(".*\\.(?:xl\\w+|f?ods|csv|tsv|numbers|drl\\w*|dmn)", Pattern.CASE_INSENSITIVE);

    /** The sheets of a file, and what is wrong with its cells. */
    private record Workbook(List<Sheet> sheets, List<Finding> inCells) {}

    /** The sheets that every policy must have. */
    static final List<String> NEEDED = List.of(
            "Policy",
            "Entities",
            "Fields",
            "Codes",
            "Acts",
            "Grounds",
            "Outcomes",
            "Notices",
            "Actions",
            "Calendar",
            "Days off",
            "Working days");

    /** Those of them that must define something. */
    private static final Set<String> FILLED = Set.of("Entities", "Fields", "Acts", "Grounds", "Outcomes");

    private static final List<String> NAMES = Stream.of(
                    NEEDED.stream(), Stream.of("Places", RetentionReader.SHEET), ReceiptReader.SHEETS.stream())
            .flatMap(names -> names)
            .toList();

    /** Reads the files; every file, sheet or cell that cannot be read is a finding. */
    static SortedFiles of(
            List<PolicyFile> files, WorkbookReader workbooks, Allowance allowance, Consumer<Finding> findings) {
        SortedFiles sorted =
                new SortedFiles(new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>(), new TreeMap<>());
        Map<String, Workbook> read = new TreeMap<>();
        for (PolicyFile file :
                files.stream().sorted(Comparator.comparing(PolicyFile::path)).toList()) {
            if (file.path().startsWith(RulesetReader.RULE_FOLDER + "/")) {
                sorted.addRuleFile(file, findings);
            } else if (readable(file, ".xlsx", file.name(), findings)) {
                List<Finding> inCells = new ArrayList<>();
                List<Sheet> sheets = workbooks.read(file.name(), file.bytes(), allowance, inCells::add);
                read.put(file.name(), new Workbook(sheets, inCells));
            }
        }
        Copies copies =
                new Copies(read.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue()
                        .sheets())));
        read.forEach((name, workbook) -> copies.originalOf(name)
                .ifPresentOrElse(
                        original -> findings.accept(Finding.at(new FileAddress(name), new CopiedFile(original))),
                        () -> sorted.addWorkbook(workbook, findings)));
        sorted.findSharedNames(findings);
        return sorted;
    }

    /** A table should not be called as a sheet of the vocabulary, the calendar or the receipts, or as another table. */
    private void findSharedNames(Consumer<Finding> findings) {
        Map<String, SheetAddress> names = new HashMap<>();
        named.forEach((name, sheets) -> names.put(name, sheets.get(0).address()));
        for (Sheet table : tables) {
            SheetAddress first = names.putIfAbsent(table.name(), table.address());
            if (first != null) {
                findings.accept(Finding.at(table.address(), new SharedSheetName(table.name(), first)));
            }
        }
    }

    private void addRuleFile(PolicyFile file, Consumer<Finding> findings) {
        if (readable(file, ".drl", file.path(), findings)) {
            text(file, findings).ifPresent(text -> ruleFiles.put(file.name(), text));
        }
    }

    private void addWorkbook(Workbook workbook, Consumer<Finding> findings) {
        List<Finding> inCells = new ArrayList<>(workbook.inCells());
        scenarios.addAll(ScenarioSheet.in(workbook.sheets(), inCells));
        inCells.stream().filter(finding -> !inNotes(finding)).forEach(findings);
        workbook.sheets().forEach(sheet -> add(sheet, findings));
    }

    private static boolean readable(PolicyFile file, String ending, String shown, Consumer<Finding> findings) {
        if (!file.path().toLowerCase(Locale.ROOT).endsWith(ending)) {
            Severity severity = MEANT.matcher(file.path()).matches() ? Severity.ERROR : Severity.WARNING;
            findings.accept(Finding.at(new FileAddress(file.path()), new MisplacedFile(ending, severity)));
            return false;
        }
        if (file.unread() != null) {
            findings.accept(Finding.at(new FileAddress(shown), file.unread()));
            return false;
        }
        return true;
    }

    private static boolean inNotes(Finding finding) {
        String sheet = finding.address().sheet();
        return sheet != null && sheet.startsWith(NOTES);
    }

    private static Optional<String> text(PolicyFile file, Consumer<Finding> findings) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file.bytes()))
                    .toString());
        } catch (CharacterCodingException e) {
            findings.accept(
                    Finding.at(new FileAddress(file.path()), new FaultyRuleFile(Phrase.of("it is not UTF-8 text."))));
            return Optional.empty();
        }
    }

    /** A sheet on which nothing is written, as spreadsheet programs add them, is as good as none. */
    private void add(Sheet sheet, Consumer<Finding> findings) {
        if (sheet.rows().isEmpty()) {
            return;
        }
        boolean table = sheet.row(0).text(0).equals(TABLE);
        boolean examples = ScenarioSheet.isOne(sheet);
        if (sheet.name().startsWith(NOTES)) {
            if (table || examples) {
                findings.accept(Finding.at(sheet.address(), new TableInNotes()));
            }
        } else if (table) {
            tables.add(sheet);
        } else if (NAMES.contains(sheet.name()) && !examples) {
            named.computeIfAbsent(sheet.name(), name -> new ArrayList<>()).add(sheet);
        } else if (!examples) {
            unknown(sheet, findings);
        }
    }

    /** A misspelt mark in A1 is told there. */
    private static void unknown(Sheet sheet, Consumer<Finding> findings) {
        String mark = sheet.row(0).text(0);
        List<String> marks = List.of(TABLE, ScenarioSheet.MARK);
        findings.accept(Nearest.to(mark, marks)
                .map(nearest ->
                        Finding.at(sheet.row(0).address(0), new UnknownMark(mark, String.join(", ", marks), nearest)))
                .orElseGet(() -> Finding.at(
                        sheet.address(),
                        new UnknownSheet(
                                sheet.name(), Nearest.to(sheet.name(), NAMES).orElse(null)))));
    }

    /** The same files, with another sheet in place of the one at its address. */
    SortedFiles with(Sheet changed) {
        UnaryOperator<Sheet> replace = sheet -> sheet.address().equals(changed.address()) ? changed : sheet;
        Map<String, List<Sheet>> others = new LinkedHashMap<>(named);
        others.replaceAll((name, sheets) -> sheets.stream().map(replace).toList());
        return new SortedFiles(others, tables.stream().map(replace).toList(), scenarios, ruleFiles);
    }

    /** The sheets that every policy must have and this one lacks, or has with nothing in them. */
    List<String> missing() {
        return NEEDED.stream()
                .filter(name -> !named.containsKey(name)
                        || FILLED.contains(name)
                                && named.get(name).stream()
                                        .allMatch(sheet -> sheet.rows().size() == 1))
                .toList();
    }
}
