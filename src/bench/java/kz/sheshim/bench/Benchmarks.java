package kz.sheshim.bench;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs benchmarks with JMH's own options. Sheshim is measured on the class path of the service: engines that bring other modules of Drools along
 * ({@code …RivalsBenchmark}) run in JVMs with a class path of their own.
 */
public final class Benchmarks {
    private static final Path RESULTS = Path.of("target", "jmh");
    private static final String RIVALS = ".*RivalsBenchmark.*";
    private static final String ALL_OTHERS = "^(?!" + RIVALS + ").*$";

    private Benchmarks() {}

    /**
     * @param args the class path of the service with the benchmarks, then what JMH is told
     */
    public static void main(String[] args) throws CommandLineOptionException, RunnerException, IOException {
        CommandLineOptions said = new CommandLineOptions(Arrays.copyOfRange(args, 1, args.length));
        if (said.shouldHelp()) {
            said.showHelp();
            return;
        }
        if (said.shouldList()) {
            new Runner(said).list();
            return;
        }
        String everything = System.getProperty("java.class.path");
        List<RunResult> results = new ArrayList<>(run(said, RIVALS, args[0]));
        results.addAll(run(said, ALL_OTHERS, everything));
        if (results.isEmpty()) {
            throw new NoBenchmarksException();
        }
        write(results);
    }

    /** JMH starts its JVMs with the class path that it believes to have itself. */
    private static Collection<RunResult> run(CommandLineOptions said, String except, String classpath)
            throws RunnerException {
        System.setProperty("java.class.path", classpath);
        Options options = new OptionsBuilder()
                .parent(said)
                .exclude(except)
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .build();
        try {
            return new Runner(options).run();
        } catch (NoBenchmarksException e) {
            return List.of();
        }
    }

    private static void write(List<RunResult> results) throws IOException {
        Files.createDirectories(RESULTS);
        File json = RESULTS.resolve("results.json").toFile();
        ResultFormatFactory.getInstance(ResultFormatType.JSON, json.getPath()).writeOut(results);
        try (PrintStream text = new PrintStream(RESULTS.resolve("results.txt").toFile(), StandardCharsets.UTF_8)) {
            text.printf(
                    "%s, %s, %d processors, %s %s%n%n",
                    LocalDate.now(),
                    System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                    Runtime.getRuntime().availableProcessors(),
                    System.getProperty("java.vm.name"),
                    System.getProperty("java.runtime.version"));
            ResultFormatFactory.getInstance(ResultFormatType.TEXT, text).writeOut(results);
        }
    }
}
