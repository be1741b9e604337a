package kz.sheshim.adapter.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options of commands that work on a policy and can also write for programs, and where such a command writes to. */
final class PolicyOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Folder folder = new Folder();

    @Option(names = "--json", description = "Write JSON, for programs.")
    private boolean json;

    Path folder() {
        return folder.path();
    }

    boolean json() {
        return json;
    }

    CommandLine commandLine() {
        return spec.commandLine();
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    PrintWriter err() {
        return spec.commandLine().getErr();
    }

    ColorScheme colours() {
        return spec.commandLine().getColorScheme();
    }

    /** A person is looking at the output. */
    boolean terminal() {
        return colours().ansi().enabled();
    }
}
