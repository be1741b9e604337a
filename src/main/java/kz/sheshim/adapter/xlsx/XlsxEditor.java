package kz.sheshim.adapter.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.file.TooLarge;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.workbook.Address;
import kz.sheshim.workbook.Allowance;
import kz.sheshim.workbook.EditRefused;
import kz.sheshim.workbook.FileAddress;
import kz.sheshim.workbook.Limits;
import kz.sheshim.workbook.RowEdit;
import kz.sheshim.workbook.Sheet;
import kz.sheshim.workbook.SheetAddress;
import kz.sheshim.workbook.WorkbookEditor;
import org.xml.sax.SAXException;

/** Edits .xlsx files in the text of their parts; parts that an edit does not concern are copied as they are packed. */
public final class XlsxEditor implements WorkbookEditor {
    @Override
    public byte[] edit(String file, byte[] workbook, List<RowEdit> edits, Limits limits) throws EditRefused {
        ExpectedTexts expected = new ExpectedTexts(read(file, workbook, limits));
        byte[] edited;
        try (Archive archive = new Archive(workbook, limits.allowance())) {
            OpenWorkbook open = new OpenWorkbook(file, archive, limits);
            for (RowEdit edit : edits) {
                edit(file, open, edit);
                expected.edit(edit);
            }
            edited = open.bytes();
        } catch (Allowance.Exceeded e) {
            throw new EditRefused(new FileAddress(file), new TooLarge(e.what(), e.setting()).phrase());
        } catch (IOException | PartHandler.Broken e) {
            throw new EditRefused(
                    new FileAddress(file),
                    Phrase.of(
                            "The workbook cannot be edited here: {0}. Change the workbook in Excel or LibreOffice.",
                            String.valueOf(e.getMessage())));
        }
        if (edited.length > limits.fileBytes()) {
            throw new EditRefused(
                    new FileAddress(file),
                    new TooLarge(Phrase.of("the file has more than {0} bytes", limits.fileBytes()), "max-file-bytes")
                            .phrase());
        }
        Optional<Address> difference = expected.difference(file, read(file, edited, limits));
        if (difference.isPresent()) {
            throw new EditRefused(
                    difference.get(),
                    Phrase.of(
                            "The workbook cannot be edited here: it is read otherwise afterwards. Change the workbook in Excel or LibreOffice."));
        }
        return edited;
    }

    private static void edit(String file, OpenWorkbook open, RowEdit edit)
            throws EditRefused, IOException, Allowance.Exceeded, PartHandler.Broken {
        try {
            open.edit(edit);
        } catch (SAXException e) {
            throw new EditRefused(
                    new SheetAddress(file, edit.sheet()),
                    Phrase.of(
                            "The sheet cannot be edited here: {0}. Change the workbook in Excel or LibreOffice.",
                            String.valueOf(e.getMessage())));
        }
    }

    private static List<Sheet> read(String file, byte[] workbook, Limits limits) throws EditRefused {
        List<Finding> findings = new ArrayList<>();
        List<Sheet> sheets = new XlsxReader().read(file, workbook, limits.allowance(), findings::add);
        Optional<Finding> finding = findings.stream()
                .filter(each ->
                        each.defect() instanceof TooLarge || sheets.isEmpty() && each.address() instanceof FileAddress)
                .reduce((first, last) -> last);
        if (finding.isPresent()) {
            throw new EditRefused(
                    finding.get().address(), finding.get().defect().phrase());
        }
        return sheets;
    }
}
