package kz.sheshim.adapter.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that says where the policy is. */
final class Folder {
    @Option(
            names = {"-p", "--policy"},
            defaultValue = "${env:SHESHIM_POLICY_FOLDER:-.}",
            paramLabel = "FOLDER",
            description = "The folder with decision-tables and rules (SHESHIM_POLICY_FOLDER, or else this one).")
    private Path folder = Path.of(".");

    Path path() {
        return folder;
    }
}
