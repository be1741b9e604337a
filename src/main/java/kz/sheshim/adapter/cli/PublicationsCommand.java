package kz.sheshim.adapter.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kz.sheshim.workbook.WorkbookWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads the publications of a running service. */
@Command(
        name = "publications",
        mixinStandardHelpOptions = true,
        description = "Which law was in force since when, and the decisions that a publication affects.")
final class PublicationsCommand {
    private static final String PATH = "/api/v1/publications";

    private final Toolbox tool;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    PublicationsCommand(Toolbox tool) {
        this.tool = tool;
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "List the publications, newest first.")
    int list(@Mixin ServerOptions server) throws IOException {
        Calls calls = new Calls(tool, server);
        TextTable grid = new TextTable(List.of("entry", "at", "way", "revision", "approvers", "reason"));
        Object after = "";
        while (after != null) {
            Map<?, ?> page = calls.ask("GET", PATH + "?limit=100" + after, null);
            if (page.get("publications") instanceof List<?> publications) {
                publications.stream().map(each -> (Map<?, ?>) each).forEach(each -> grid.add(row(each)));
            }
            after = page.get("next") == null ? null : "&after=" + page.get("next");
        }
        grid.print(spec.commandLine().getOut(), spec.commandLine().getColorScheme());
        return SheshimCommand.CLEAN;
    }

    private static List<String> row(Map<?, ?> publication) {
        return List.of(
                String.valueOf(publication.get("entry")),
                String.valueOf(publication.get("at")),
                publication.get("way") + (DraftLines.isTrue(publication, "rollBack") ? ", roll-back" : ""),
                String.valueOf(publication.get("revision")),
                publication.get("approvers") instanceof List<?> approvers
                        ? String.join(
                                ", ", approvers.stream().map(String::valueOf).toList())
                        : "",
                String.valueOf(publication.get("reason")));
    }

    @Command(
            name = "affected",
            mixinStandardHelpOptions = true,
            description =
                    "Save the recorded decisions that the law would now decide otherwise. Needs the API key of an auditor.")
    int affected(
            @Mixin ServerOptions server,
            @Parameters(paramLabel = "ENTRY", description = "The entry of the publication.") long entry,
            @Option(
                            names = "--to",
                            required = true,
                            paramLabel = "FILE",
                            description = "A file that ends in .csv, .xlsx or .json.")
                    Path file)
            throws IOException {
        String type = type(file);
        String list = PATH + "/" + entry + "/affected";
        PrintWriter out = spec.commandLine().getOut();
        tool.downloads().save(server.address(), server.key(), list, type, file);
        Map<?, ?> progress = new Calls(tool, server).ask("GET", list + "/progress", null);
        out.println("saved: " + file + ", decisions: " + progress.get("decisions"));
        return SheshimCommand.CLEAN;
    }

    private String type(Path file) {
        String name = file.toString();
        @Nullable
        String type = name.endsWith(".csv")
                ? "text/csv"
                : name.endsWith(".xlsx")
                        ? WorkbookWriter.MEDIA_TYPE
                        : name.endsWith(".json") ? "application/json" : null;
        if (type == null) {
            throw new ParameterException(spec.commandLine(), "The file must end in .csv, .xlsx or .json: " + file);
        }
        return type;
    }
}
