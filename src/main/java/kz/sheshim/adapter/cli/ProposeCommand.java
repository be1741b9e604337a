package kz.sheshim.adapter.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import kz.sheshim.policy.PolicyArchive;
import kz.sheshim.policy.PolicyFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Uploads changed workbooks as a draft, and proposes it. */
@Command(
        name = "propose",
        mixinStandardHelpOptions = true,
        description =
                "Upload changed workbooks as a draft of a running service, and propose it to the approvers. Needs the API key of an analyst.")
final class ProposeCommand implements Callable<Integer> {
    private final Toolbox tool;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "The changed workbooks.")
    private List<Path> files = List.of();

    @Option(names = "--title", paramLabel = "TEXT", description = "What it changes, in a few words. For a new draft.")
    private @Nullable String title;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why. Without it the draft is not proposed yet.")
    private @Nullable String reason;

    @Option(
            names = "--base",
            paramLabel = "REVISION",
            description = "The revision that it changes. Default: the one in force.")
    private @Nullable String base;

    @Option(names = "--draft", paramLabel = "ID", description = "Upload a new version of this draft.")
    private @Nullable String draft;

    @Option(
            names = "--remove",
            paramLabel = "NAME",
            description = "A workbook that the draft shall have no more. May be repeated.")
    private List<String> removed = List.of();

    @Option(
            names = "--rules",
            description = "Take the rule files (rules/*.drl), which are code, from the folder of the service too.")
    private boolean rules;

    ProposeCommand(Toolbox tool) {
        this.tool = tool;
    }

    @Override
    public Integer call() throws IOException {
        List<String> faults = faults();
        if (!faults.isEmpty()) {
            throw new ParameterException(spec.commandLine(), String.join(System.lineSeparator(), faults));
        }
        PrintWriter out = spec.commandLine().getOut();
        DraftCalls calls = new DraftCalls(tool, server, out);
        Map<?, ?> answer = calls.calls().send(path(), files.isEmpty() ? new byte[0] : PolicyArchive.of(read(files)));
        boolean hasErrors = calls.printFindings(answer.get("findings"));
        Map<?, ?> uploaded = answer.get("draft") instanceof Map<?, ?> opened ? opened : Map.of();
        if (reason != null) {
            uploaded = calls.ask(
                    "POST",
                    DraftCalls.address(String.valueOf(uploaded.get("id"))) + "/proposal",
                    Map.of("text", reason));
        }
        calls.print(uploaded);
        return hasErrors ? SheshimCommand.FOUND : SheshimCommand.CLEAN;
    }

    /** What cannot be meant, all of it. Nothing is uploaded then. */
    private List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (files.isEmpty() && removed.isEmpty() && !rules) {
            faults.add("Name the changed workbooks (FILE…), or a workbook to --remove.");
        }
        if (draft == null && title == null) {
            faults.add("--title is missing: say in a few words what changes.");
        }
        if (draft != null && title != null) {
            faults.add("--title is for a new draft: leave it out, because a draft keeps its title.");
        }
        if (draft != null && base != null) {
            faults.add("--base is for a new draft: leave it out, because a draft keeps its base until it is rebased.");
        }
        if (reason != null && reason.isBlank()) {
            faults.add("--reason is empty: say why, or leave it out to propose the draft later.");
        }
        Map<String, Path> named = new HashMap<>();
        for (Path file : files) {
            Path other = named.putIfAbsent(String.valueOf(file.getFileName()), file);
            if (other != null) {
                faults.add(other + " and " + file + " have the same name: upload one of them.");
            }
        }
        return faults;
    }

    private String path() throws IOException {
        String path = draft == null
                ? DraftCalls.PATH + "?title=" + encoded(String.valueOf(title)) + "&rules=" + rules
                : DraftCalls.address(draft) + "/versions?rules=" + rules;
        return path
                + (base == null ? "" : "&base=" + encoded(base))
                + removed.stream().map(name -> "&remove=" + encoded(name)).collect(Collectors.joining());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static List<PolicyFile> read(List<Path> paths) throws IOException {
        List<PolicyFile> files = new ArrayList<>();
        for (Path path : paths) {
            files.add(new PolicyFile(path.getFileName().toString(), NamedFile.bytes(path)));
        }
        return files;
    }
}
