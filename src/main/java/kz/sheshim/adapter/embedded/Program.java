package kz.sheshim.adapter.embedded;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Runs a program of the operating system or of PostgreSQL and waits for its end. */
final class Program {
    private Program() {}

    record Result(boolean succeeded, String output) {}

    /** @throws IOException if the program does not exist */
    static Result run(List<String> prefix, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(prefix.stream(), command.stream()).toList());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Result(process.waitFor() == 0, output);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while running " + command.get(0));
        }
    }
}
