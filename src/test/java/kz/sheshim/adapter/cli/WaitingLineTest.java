package kz.sheshim.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What people see while a command waits for a service. */
class WaitingLineTest {
    private final StringWriter err = new StringWriter();
    private final AtomicLong seconds = new AtomicLong();

    private WaitingLine line(boolean terminal) {
        return new WaitingLine(new PrintWriter(err), terminal, () -> TimeUnit.SECONDS.toNanos(seconds.get()));
    }

    @Test
    void withoutATerminalALineSaysWhatChangesAndNotTooOften() {
        try (WaitingLine line = line(false)) {
            for (String what : new String[] {"waits", "waits", "decides 1", "decides 2", "decides 3"}) {
                line.tell(what);
                seconds.addAndGet(4);
            }
        }
        assertThat(err).hasToString("waits\ndecides 2\n");
    }

    @Test
    void onATerminalTheLineIsGoneWhenAllIsDone() {
        try (WaitingLine line = line(true)) {
            line.tell("waits");
            line.tell("decides");
        }
        assertThat(err.toString())
                .startsWith("waits ...\r")
                .contains("\rdecides ...\r")
                .endsWith("\r");
        assertThat(err.toString().substring(err.toString().lastIndexOf("...") + 3))
                .isBlank();
    }
}
