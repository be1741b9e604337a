package kz.sheshim.adapter.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import kz.sheshim.finding.Finding;
import picocli.CommandLine.Help.ColorScheme;

/**
 * Tells a person what a check is doing, and each finding as soon as it is there. Phases go to the error output: on a terminal in one line
 * that the next phase overwrites, when lines are asked for in one line per phase with the time it took. A program that reads the output sees neither.
 */
final class ProgressLine implements AutoCloseable {
    private final PrintWriter err;
    private final boolean overwrites;
    private final boolean lines;
    private final PrintWriter out;
    private final ColorScheme colours;
    private String file = "";
    private String phase = "";
    private long began;

    /**
     * @param terminal a person is looking at the output
     * @param lines one line per phase, whether or not a person is looking
     */
    ProgressLine(PrintWriter out, PrintWriter err, ColorScheme colours, boolean terminal, boolean lines) {
        this.err = err;
        this.overwrites = terminal && !lines;
        this.lines = lines;
        this.out = out;
        this.colours = colours;
    }

    /**
     * A phase begins, and the one before it has ended.
     *
     * @param what what is done in it: {@code Reading the workbooks}
     */
    void begin(String what) {
        end();
        phase = what;
        began = System.nanoTime();
        if (overwrites) {
            err.print(what + " ...");
            err.flush();
        }
    }

    /** Findings of the present phase, sorted by place. */
    void found(List<Finding> found) {
        clear();
        file = Findings.print(found, file, out, colours);
        out.flush();
    }

    private void end() {
        clear();
        if (lines && !phase.isEmpty()) {
            double seconds = (System.nanoTime() - began) / 1e9;
            err.println(String.format(Locale.ROOT, "%s: %.1f s", phase, seconds));
            err.flush();
        }
        phase = "";
    }

    /** Leaves the line as if nothing had stood there. */
    private void clear() {
        if (overwrites && !phase.isEmpty()) {
            err.print("\r" + " ".repeat(phase.length() + " ...".length()) + "\r");
            err.flush();
        }
    }

    /** The last phase has ended. */
    @Override
    public void close() {
        end();
    }
}
