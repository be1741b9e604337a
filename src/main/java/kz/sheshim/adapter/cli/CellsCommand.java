package kz.sheshim.adapter.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import kz.sheshim.finding.Finding;
import kz.sheshim.workbook.Row;
import kz.sheshim.workbook.Sheet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Writes the cells of a workbook as lines of text, one a row, so that tools for texts can compare workbooks ({@code git diff} with a {@code
 * textconv}). Rows are not numbered: a row that is put in between would change every line below it.
 */
@Command(
        name = "cells",
        mixinStandardHelpOptions = true,
        description = "Write the cells of a workbook as lines of text, for git diff and other tools.")
final class CellsCommand implements Callable<Integer> {
    private final Toolbox toolbox;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "WORKBOOK", description = "An .xlsx file.")
    private Path file = Path.of("");

    CellsCommand(Toolbox toolbox) {
        this.toolbox = toolbox;
    }

    @Override
    public Integer call() throws IOException {
        List<Finding> findings = new ArrayList<>();
        List<Sheet> sheets = toolbox.workbooks()
                .read(
                        file.getFileName().toString(),
                        toolbox.bytes(file),
                        toolbox.limits().allowance(),
                        findings::add);
        PrintWriter out = spec.commandLine().getOut();
        findings.forEach(finding -> out.println("! " + finding));
        for (Sheet sheet : sheets) {
            out.println("== " + sheet.name());
            sheet.rows().stream().filter(row -> !row.blank()).forEach(row -> out.println(line(row)));
        }
        return SheshimCommand.CLEAN;
    }

    private static String line(Row row) {
        List<String> texts = new ArrayList<>();
        for (int column = 0; column <= row.cells().lastKey(); column++) {
            texts.add(row.text(column).replaceAll("\\s*\\R\\s*", " ⏎ "));
        }
        return String.join(" | ", texts);
    }
}
