package kz.sheshim.adapter.cli;

import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import picocli.CommandLine;

/**
 * Tells a person what a service does while a command waits for it, on the error output: on a terminal in one line that the next one overwrites, otherwise in a
 * line when the service does something else, at most one each ten seconds. A program that reads the output sees neither.
 */
final class WaitingLine implements AutoCloseable {
    private static final long REST = TimeUnit.SECONDS.toNanos(10);

    private final PrintWriter err;
    private final boolean terminal;
    private final LongSupplier nanos;
    private String told = "";
    private long toldAt;

    /** @param nanos a clock that only goes forward */
    WaitingLine(PrintWriter err, boolean terminal, LongSupplier nanos) {
        this.err = err;
        this.terminal = terminal;
        this.nanos = nanos;
    }

    static WaitingLine of(CommandLine command) {
        return new WaitingLine(command.getErr(), command.getColorScheme().ansi().enabled(), System::nanoTime);
    }

    /** @param what the service does now */
    void tell(String what) {
        long now = nanos.getAsLong();
        if (what.equals(told) || !terminal && !told.isEmpty() && now - toldAt < REST) {
            return;
        }
        close();
        told = what;
        toldAt = now;
        err.print(what + (terminal ? " ..." : System.lineSeparator()));
        err.flush();
    }

    /** Leaves the line of a terminal as if nothing had stood there. */
    @Override
    public void close() {
        if (terminal && !told.isEmpty()) {
            err.print("\r" + " ".repeat(told.length() + " ...".length()) + "\r");
            err.flush();
            told = "";
        }
    }
}
