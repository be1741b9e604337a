package kz.sheshim.adapter.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.Severity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Help.ColorScheme;

/** Writes findings for people and for programs. */
final class Findings {
    private Findings() {}

    static void print(List<Finding> findings, PrintWriter out, ColorScheme colours) {
        print(findings, "", out, colours);
    }

    /**
     * Prints findings below others.
     *
     * @param fileBefore the file of the last one that was printed; empty when there is none
     * @return the file of the last one now
     */
    static String print(List<Finding> findings, String fileBefore, PrintWriter out, ColorScheme colours) {
        String before = fileBefore;
        for (Finding finding : findings) {
            String file = visible(finding.address().file());
            if (!file.equals(before)) {
                out.println(before.isEmpty() ? bold(file, colours) : "\n" + bold(file, colours));
                before = file;
            }
            boolean error = finding.defect().severity() == Severity.ERROR;
            String place = visible(finding.address().toString())
                    .substring(file.length())
                    .replaceFirst("^ › ", "");
            out.println("  "
                    + style(severity(finding), colours, error ? Style.fg_red : Style.fg_yellow)
                    + " "
                    + bold(place.isEmpty() ? "the file" : place, colours)
                    + (finding.rule() == null ? "" : " (rule " + finding.rule() + ")")
                    + "  "
                    + style(finding.defect().code(), colours, Style.faint));
            out.println("    " + visible(finding.defect().message()));
        }
        return before;
    }

    /** Prints to the error output, because a program may be reading the output. */
    static void printAside(List<Finding> findings, CommandLine commandLine) {
        print(findings, commandLine.getErr(), commandLine.getColorScheme());
    }

    static List<Map<String, @Nullable Object>> json(List<Finding> findings) {
        return findings.stream()
                .map(finding -> {
                    Map<String, @Nullable Object> json = new LinkedHashMap<>();
                    json.put("severity", severity(finding));
                    json.put("code", finding.defect().code());
                    json.put("file", finding.address().file());
                    json.put("sheet", finding.address().sheet());
                    json.put("cell", finding.address().within());
                    json.put("rule", finding.rule());
                    json.put("message", finding.defect().message());
                    return json;
                })
                .toList();
    }

    /** Nothing in the name of a file or sheet may steer a terminal, or turn the rest of the line round. */
    private static String visible(String text) {
        return text.replaceAll("[\\p{Cc}\\u202a-\\u202e\\u2066-\\u2069]", "�");
    }

    private static String severity(Finding finding) {
        return finding.defect().severity().code();
    }

    static String bold(String text, ColorScheme colours) {
        return style(text, colours, Style.bold);
    }

    /** Coloured on a terminal, plain in a pipe; the text itself is never read as markup. */
    static String style(String text, ColorScheme colours, IStyle style) {
        return colours.ansi().enabled() ? style.on() + text + Style.reset.on() : text;
    }
}
