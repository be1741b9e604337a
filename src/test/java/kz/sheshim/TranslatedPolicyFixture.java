package kz.sheshim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.sheshim.policy.PolicyFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A policy in other languages, made of one in English, Russian and Kazakh as an analyst would make it: by columns and a setting. */
public final class TranslatedPolicyFixture {
    /** What stands before the English text, so that texts in these languages can be told. */
    private static final Map<String, String> MARKS =
            Map.of("uz", "Oʻzbekcha gʻ sh ch: ", "uz-Cyrl", "Ўзбекча ғ ҳ қ: ", "zh", "中文：");

    private final List<String> tags;
    private final EditedPolicyFixture policy;

    private TranslatedPolicyFixture(List<PolicyFile> files, List<String> tags) {
        this.tags = tags;
        this.policy = new EditedPolicyFixture(files);
        for (PolicyFile file : files) {
            String name = file.path().substring(file.path().lastIndexOf('/') + 1);
            if (name.endsWith(".xlsx")) {
                policy.edit(name, this::translate);
            }
        }
    }

    /** The policy with texts in these languages only, and the setting that says so. */
    public static EditedPolicyFixture of(List<PolicyFile> files, String... tags) {
        return new TranslatedPolicyFixture(files, List.of(tags)).policy;
    }

    /** What stands in the place of an English text. */
    public static String translated(String english, String tag) {
        return MARKS.get(tag) + english;
    }

    private void translate(XSSFWorkbook workbook) {
        workbook.forEach(sheet -> {
            if (sheet.getSheetName().equals("Policy")) {
                translateTitle((XSSFSheet) sheet);
            } else if (sheet.getRow(0) != null) {
                translateColumns((XSSFSheet) sheet);
            }
        });
    }

    private void translateTitle(XSSFSheet sheet) {
        String english = "";
        List<Row> rows = new ArrayList<>();
        sheet.forEach(rows::add);
        for (Row row : rows) {
            String setting = text(row.getCell(0));
            String tag = setting.replaceFirst("^Title ", "");
            english = setting.equals("Title en") ? text(row.getCell(1)) : english;
            if (setting.startsWith("Title ") && !tags.contains(tag)) {
                sheet.removeRow(row);
            }
        }
        int end = sheet.getLastRowNum();
        for (String tag : tags) {
            if (MARKS.containsKey(tag)) {
                row(sheet, ++end, "Title " + tag, translated(english, tag));
            }
        }
        row(sheet, ++end, "Languages", String.join(", ", tags));
    }

    private static void row(XSSFSheet sheet, int number, String setting, String value) {
        Row row = sheet.createRow(number);
        row.createCell(0).setCellValue(setting);
        row.createCell(1).setCellValue(value);
    }

    private void translateColumns(XSSFSheet sheet) {
        List<Cell> headings = new ArrayList<>();
        sheet.getRow(0).forEach(headings::add);
        int end = sheet.getRow(0).getLastCellNum();
        for (Cell heading : headings) {
            if (text(heading).endsWith(" en")) {
                String prefix = text(heading).replaceFirst(" en$", "");
                for (String tag : tags) {
                    if (MARKS.containsKey(tag)) {
                        addColumn(sheet, heading.getColumnIndex(), end++, prefix + " " + tag, tag);
                    }
                }
            }
        }
        for (Cell heading : headings) {
            String tag = text(heading).replaceFirst(".* ", "");
            if (List.of("en", "ru", "kk").contains(tag) && !tags.contains(tag)) {
                int column = heading.getColumnIndex();
                for (Row row : sheet) {
                    if (row.getCell(column) != null) {
                        row.getCell(column).setBlank();
                    }
                }
            }
        }
    }

    private static void addColumn(XSSFSheet sheet, int english, int column, String heading, String tag) {
        for (Row row : sheet) {
            String text = text(row.getCell(english));
            if (!text.isEmpty()) {
                row.createCell(column).setCellValue(row.getRowNum() == 0 ? heading : translated(text, tag));
            }
        }
    }

    private static String text(Cell cell) {
        return cell == null ? "" : cell.toString();
    }
}
