package kz.sheshim.adapter.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.EnoughFindings;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.Wording;
import kz.sheshim.finding.cell.HiddenCells;
import kz.sheshim.finding.file.ExternalLink;
import kz.sheshim.finding.file.MacroInFile;
import kz.sheshim.finding.file.TooLarge;
import kz.sheshim.finding.file.UnreadableFile;
import kz.sheshim.policy.reading.WorkbookReader;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.workbook.Allowance;
import kz.sheshim.workbook.FileAddress;
import kz.sheshim.workbook.Sheet;
import kz.sheshim.workbook.SheetAddress;

/** Reads .xlsx files cell by cell as a stream, by meaning and not by look, within an allowance. */
public final class XlsxReader implements WorkbookReader {
    private static final Pattern MACRO =
            Pattern.compile("vbaProject\\.bin$|^/?xl/macrosheets/", Pattern.CASE_INSENSITIVE);

    @Override
    public List<Sheet> read(String file, byte[] bytes, Allowance allowance, Consumer<Finding> findings) {
        List<Sheet> sheets = new ArrayList<>();
        FileAddress place = new FileAddress(file);
        Optional<Defect> other = FileKind.ofBytes(bytes);
        if (other.isPresent()) {
            findings.accept(Finding.at(place, other.get()));
            return List.of();
        }
        try (Archive archive = new Archive(bytes, allowance)) {
            other = FileKind.ofParts(archive);
            if (other.isPresent()) {
                findings.accept(Finding.at(place, other.get()));
                return List.of();
            }
            read(file, archive, allowance, findings, sheets);
        } catch (EnoughFindings e) {
            throw e;
        } catch (Allowance.Exceeded e) {
            findings.accept(Finding.at(place, new TooLarge(e.what(), e.setting())));
            return List.of();
        } catch (IOException | PartHandler.Broken | RuntimeException e) {
            // Libraries answer broken files with many kinds of unchecked exceptions; to the analyst all are one
            // finding.
            findings.accept(Finding.at(place, new UnreadableFile(reason(e))));
            return List.of();
        }
        return sheets;
    }

    private static void read(
            String file, Archive archive, Allowance allowance, Consumer<Finding> findings, List<Sheet> sheets)
            throws IOException, Allowance.Exceeded, PartHandler.Broken {
        String main = Relations.of(archive, "")
                .target("officeDocument")
                .orElseThrow(() -> new IOException("it is a zip file, but no workbook"));
        Relations relations = Relations.of(archive, main);
        WorkbookPart workbook = new WorkbookPart();
        archive.parse(main, workbook);
        if (workbook.sheets().isEmpty()) {
            throw new IOException("it has no sheets");
        }
        foreign(file, archive, relations, findings);
        SharedTexts texts = new SharedTexts();
        Optional<String> textPart = relations.target("sharedStrings");
        if (textPart.isPresent()) {
            archive.parse(textPart.get(), texts);
        }
        Styles styles = new Styles();
        Optional<String> stylePart = relations.target("styles");
        if (stylePart.isPresent()) {
            archive.parse(stylePart.get(), styles);
        }
        CellMeaning meaning = new CellMeaning(texts, styles, workbook.from1904());
        for (WorkbookPart.Listed listed : workbook.sheets()) {
            if (listed.hidden()) {
                findings.accept(Finding.at(
                        new SheetAddress(file, listed.name()),
                        new HiddenCells(Phrase.of("sheet"), Phrase.of("is hidden"))));
            }
            Relations.Relation part = relations
                    .get(listed.relation())
                    .orElseThrow(
                            () -> new IOException("it lists the sheet " + listed.name() + " and has no part for it"));
            SheetPart sheet = new SheetPart(file, listed.name(), meaning, allowance, findings);
            if (part.kind().equals("worksheet")) {
                archive.parse(part.target(), sheet);
            }
            sheets.add(sheet.sheet());
        }
    }

    /** What would run, or be fetched, when somebody opens the workbook. */
    private static void foreign(String file, Archive archive, Relations relations, Consumer<Finding> findings)
            throws IOException, Allowance.Exceeded, PartHandler.Broken {
        FileAddress place = new FileAddress(file);
        List<String> macros = archive.names().stream()
                .filter(name -> MACRO.matcher(name).find())
                .sorted()
                .toList();
        if (!macros.isEmpty()) {
            findings.accept(Finding.at(place, new MacroInFile(macros.get(0))));
        }
        for (Relations.Relation relation : relations.all()) {
            if (relation.kind().equals("externalLink")) {
                String target = relation.elsewhere()
                        ? relation.target()
                        : Relations.of(archive, relation.target()).all().stream()
                                .findFirst()
                                .map(Relations.Relation::target)
                                .orElse("a program, by DDE or OLE");
                findings.accept(Finding.at(place, new ExternalLink(target)));
            } else if (relation.kind().equals("connections")) {
                findings.accept(Finding.at(place, new ExternalLink("a connection to data")));
            }
        }
    }

    private static Phrase reason(Exception e) {
        String message = e.getMessage();
        return Phrase.of(
                "{0}",
                Wording.shown(
                        message == null
                                ? e.getClass().getSimpleName()
                                : message.lines().findFirst().orElse("")));
    }
}
