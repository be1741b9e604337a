package kz.sheshim.adapter.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that says where the policy is. */
final class Folder {
    @Option(
            names = {"-p", "--policy"},
            defaultValue = ".",
            paramLabel = "FOLDER",
            description = "The folder with decision-tables and rules (this one by default).")
    private Path folder = Path.of(".");

    Path path() {
        return folder;
    }
}
