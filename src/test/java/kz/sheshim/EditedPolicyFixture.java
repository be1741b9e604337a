package kz.sheshim;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import kz.sheshim.adapter.drools.DroolsCompiler;
import kz.sheshim.adapter.drools.DroolsNames;
import kz.sheshim.adapter.folder.FolderPolicySource;
import kz.sheshim.adapter.json.JacksonParser;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.finding.Finding;
import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.policy.reading.RulesetReader;
import kz.sheshim.publication.PolicyCompiler;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The shipped policy, or another one, with some cells changed, as an analyst would change them. */
public final class EditedPolicyFixture {
    private static final PolicyCompiler COMPILER = new PolicyCompiler(
            new RulesetReader(ShippedWorkbooksFixture.READER, new DroolsNames()),
            new DroolsCompiler(),
            new JacksonParser(),
            null);

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    /** Workbooks that were changed and not saved yet. */
    private final Map<String, XSSFWorkbook> open = new HashMap<>();

    public EditedPolicyFixture() {
        this(new FolderPolicySource(Path.of("")).files());
    }

    public EditedPolicyFixture(List<PolicyFile> files) {
        files.forEach(file -> this.files.put(file.path(), file.bytes()));
    }

    /** Writes a text (or, for null, nothing) into a cell. */
    public EditedPolicyFixture set(String workbook, String sheet, String cell, String text) {
        return edit(workbook, book -> write(book.getSheet(sheet), new CellReference(cell), text));
    }

    /** Adds an empty sheet. */
    public EditedPolicyFixture add(String workbook, String sheet) {
        return edit(workbook, book -> book.createSheet(sheet));
    }

    /** Appends a row: its texts by what stands in the given row (from 1) or the one below it. */
    public EditedPolicyFixture append(String workbook, String sheet, int headingRow, Map<String, String> texts) {
        return edit(workbook, book -> {
            XSSFSheet target = book.getSheet(sheet);
            int number = target.getLastRowNum();
            while (number > 0 && blank(target.getRow(number))) {
                number--;
            }
            for (var entry : texts.entrySet()) {
                write(
                        target,
                        new CellReference(number + 1, column(target, headingRow - 1, entry.getKey())),
                        entry.getValue());
            }
        });
    }

    /** Adds a field that applications may say to the vocabulary. */
    public EditedPolicyFixture field(String path, String type, String ifAbsent) {
        return append(
                "vocabulary.xlsx",
                "Fields",
                1,
                Map.of(
                        "Field",
                        path,
                        "Type",
                        type,
                        "If absent",
                        ifAbsent,
                        "Derived",
                        "no",
                        "Label en",
                        "x",
                        "Label ru",
                        "x",
                        "Label kk",
                        "x",
                        "May change",
                        "no",
                        "Personal",
                        "no"));
    }

    /** Changes a workbook by whatever POI can. */
    public EditedPolicyFixture edit(String workbook, Consumer<XSSFWorkbook> change) {
        change.accept(open.computeIfAbsent("decision-tables/" + workbook, path -> opened(files.get(path))));
        return this;
    }

    private static XSSFWorkbook opened(byte[] bytes) {
        try {
            return new XSSFWorkbook(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void save() {
        open.forEach((path, book) -> {
            try (book;
                    ByteArrayOutputStream saved = new ByteArrayOutputStream()) {
                book.write(saved);
                files.put(path, saved.toByteArray());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        open.clear();
    }

    /** Replaces, or with null removes, a file. */
    public EditedPolicyFixture put(String path, byte[] bytes) {
        save();
        if (bytes == null) {
            files.remove(path);
        } else {
            files.put(path, bytes);
        }
        return this;
    }

    public byte[] bytes(String path) {
        save();
        return files.get(path);
    }

    private static boolean blank(Row row) {
        if (row != null) {
            for (Cell cell : row) {
                if (!cell.toString().isBlank()) {
                    return false;
                }
            }
        }
        return true;
    }

    private static int column(XSSFSheet sheet, int headingRow, String text) {
        for (int row = headingRow; row <= headingRow + 1; row++) {
            for (Cell cell : sheet.getRow(row)) {
                if (cell.toString().equals(text)) {
                    return cell.getColumnIndex();
                }
            }
        }
        throw new IllegalArgumentException("no column " + text);
    }

    private static void write(XSSFSheet sheet, CellReference at, String text) {
        Row row = sheet.getRow(at.getRow()) == null ? sheet.createRow(at.getRow()) : sheet.getRow(at.getRow());
        Cell cell = row.getCell(at.getCol()) == null ? row.createCell(at.getCol()) : row.getCell(at.getCol());
        cell.setBlank();
        if (text != null) {
            cell.setCellValue(text);
        }
    }

    public List<PolicyFile> files() {
        save();
        List<PolicyFile> list = new ArrayList<>();
        files.forEach((path, bytes) -> list.add(new PolicyFile(path, bytes)));
        return list;
    }

    public Ruleset read() {
        try {
            return COMPILER.reader().read(files());
        } catch (FaultyRuleset e) {
            throw new IllegalStateException(e);
        }
    }

    public DecidingPolicy policy() {
        try {
            return COMPILER.compile(files());
        } catch (FaultyRuleset e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is wrong with the policy now, each as "code at address". */
    public List<String> findings() {
        try (DecidingPolicy policy = COMPILER.compile(files())) {
            return List.of();
        } catch (FaultyRuleset e) {
            return e.findings().stream().map(EditedPolicyFixture::name).toList();
        }
    }

    private static String name(Finding finding) {
        return finding.defect().code() + " at " + finding.address();
    }
}
