package kz.sheshim.adapter.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.reading.NameForm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a small policy into a new folder, for a person to fill with another service. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description = "Write a small policy of workbooks into a new folder, to begin the policy of another service.")
final class NewCommand implements Callable<Integer> {
    private final Toolbox toolbox;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "POLICY",
            description = "The folder to make. Its name is the id of the policy: small letters, digits and hyphens.")
    private Path folder = Path.of("");

    NewCommand(Toolbox toolbox) {
        this.toolbox = toolbox;
    }

    @Override
    public Integer call() throws IOException {
        Path place = folder.toAbsolutePath().normalize();
        String name = String.valueOf(place.getFileName());
        if (!NameForm.TABLE.fits(name)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "\"" + name
                            + "\" cannot be the id of a policy. Write small letters, digits and hyphens: driving-licences.");
        }
        make(place);
        PrintWriter out = spec.commandLine().getOut();
        out.println("Made " + folder
                + ", a small policy that is complete. Its rules are an example: write yours over them.");
        for (PolicyFile file : toolbox.starter().apply(name)) {
            Path path = place.resolve(file.path());
            Files.createDirectories(path.getParent());
            Files.write(path, file.bytes());
            out.println("  " + file.path());
        }
        out.println(
                "Begin with vocabulary.xlsx. The sheet Notes of each workbook says how to fill it. Then, in the folder:");
        out.println("  sheshim check");
        out.println("  sheshim decide decision-tables/example.json");
        return SheshimCommand.CLEAN;
    }

    private void make(Path place) throws IOException {
        Files.createDirectories(place.getParent());
        try {
            Files.createDirectory(place);
        } catch (FileAlreadyExistsException e) {
            throw new IOException(
                    folder + " exists already, and nothing was changed in it. Choose another name, or remove it.", e);
        }
    }
}
