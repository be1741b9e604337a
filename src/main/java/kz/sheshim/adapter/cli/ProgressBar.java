package kz.sheshim.adapter.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Consumer;

/** Shows on a terminal which part of a long task is done. Writes nothing into a pipe. */
final class ProgressBar implements Consumer<Double>, AutoCloseable {
    private static final int WIDTH = 30;

    private final PrintWriter err;
    private final boolean terminal;
    private final String what;

    ProgressBar(PrintWriter err, boolean terminal, String what) {
        this.err = err;
        this.terminal = terminal;
        this.what = what;
    }

    @Override
    public void accept(Double done) {
        if (terminal) {
            int filled = (int) (done * WIDTH);
            err.print(String.format(
                    Locale.ROOT,
                    "\r%s [%s%s] %3.0f%%",
                    what,
                    "#".repeat(filled),
                    " ".repeat(WIDTH - filled),
                    done * 100));
            err.flush();
        }
    }

    /** Leaves the line as if nothing had stood there. */
    @Override
    public void close() {
        if (terminal) {
            err.print("\r" + " ".repeat(what.length() + WIDTH + 8) + "\r");
            err.flush();
        }
    }
}
