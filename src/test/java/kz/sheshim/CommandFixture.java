package kz.sheshim;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;

/** Commands, as one types them. */
public final class CommandFixture {
    private CommandFixture() {}

    /** What a command ended with, and all that it printed. */
    public record Outcome(int exit, String text) {}

    public static Outcome run(String... arguments) {
        StringWriter text = new StringWriter();
        int exit = CommandWiring.commandLine(Clock.systemUTC())
                .setOut(new PrintWriter(text))
                .setErr(new PrintWriter(text))
                .execute(arguments);
        return new Outcome(exit, text.toString());
    }
}
