package kz.sheshim.adapter.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Works on the drafts of a running service. */
@Command(
        name = "drafts",
        mixinStandardHelpOptions = true,
        description =
                "List, show, comment, approve, reject and withdraw drafts of a running service, find out their effect, publish one alone, and bring earlier law back.")
final class DraftsCommand {
    private final Toolbox tool;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    DraftsCommand(Toolbox tool) {
        this.tool = tool;
    }

    /** The command with those of its subcommands that are classes of their own. */
    static CommandLine with(Toolbox tool) {
        return new CommandLine(new DraftsCommand(tool))
                .addSubcommand(new DossierCommand(tool))
                .addSubcommand(
                        "propose",
                        DraftStepCommand.of(
                                tool,
                                "proposal",
                                "Propose the newest version of a draft as it is, for example after a rebase."))
                .addSubcommand("reject", DraftStepCommand.of(tool, "rejection", "Reject a proposed draft."))
                .addSubcommand("withdraw", DraftStepCommand.of(tool, "withdrawal", "Withdraw a draft."))
                .addSubcommand(
                        "publish-alone",
                        DraftStepCommand.of(
                                tool,
                                "emergency",
                                "Publish a draft in an emergency, without a second person. Needs the API key of the role emergency. It is marked for ever."))
                .addSubcommand(
                        "confirm",
                        DraftStepCommand.of(
                                tool,
                                "confirmation",
                                "Confirm what somebody else published alone. Needs the API key of an approver."));
    }

    private DraftCalls calls(ServerOptions server) {
        return new DraftCalls(tool, server, spec.commandLine().getOut());
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "List the drafts, newest first.")
    int list(@Mixin ServerOptions server) throws IOException {
        TextTable grid = new TextTable(List.of("id", "state", "title"));
        for (Map<?, ?> draft : calls(server).drafts()) {
            grid.add(List.of(
                    String.valueOf(draft.get("id")),
                    draft.get("state") + (DraftLines.isTrue(draft, "stale") ? ", stale" : ""),
                    String.valueOf(draft.get("title"))));
        }
        grid.print(spec.commandLine().getOut(), spec.commandLine().getColorScheme());
        return SheshimCommand.CLEAN;
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Show a draft with its dossier: findings, scenarios, changes, effect on recorded decisions.")
    int show(
            @Mixin ServerOptions server,
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--all", description = "All of the dossier, as JSON.") boolean all)
            throws IOException {
        DraftCalls calls = calls(server);
        DraftLines lines = calls.lines(calls.ask("GET", DraftCalls.address(id), null));
        lines.print();
        Map<?, ?> dossier = calls.ask("GET", DraftCalls.address(id) + "/dossier", null);
        PrintWriter out = spec.commandLine().getOut();
        if (dossier.get("content") != null) {
            if (all) {
                out.println(tool.json().apply(dossier));
            } else {
                new DossierLines(out).print(dossier);
            }
        }
        if (dossier.get("progress") != null) {
            out.println("The dossier is being made: " + dossier.get("progress") + ". Ask again.");
        }
        lines.printNext(dossier.get("errors") instanceof Number errors && errors.intValue() > 0);
        return SheshimCommand.CLEAN;
    }

    @Command(
            name = "approve",
            mixinStandardHelpOptions = true,
            description = "Approve a draft that others wrote. Needs the API key of an approver.")
    int approve(
            @Mixin ServerOptions server,
            @Parameters(paramLabel = "ID") String id,
            @Option(
                            names = "--revision",
                            required = true,
                            paramLabel = "REVISION",
                            description = "The revision that you have looked at.")
                    String revision,
            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.") String reason,
            @Option(
                            names = "--at",
                            paramLabel = "MOMENT",
                            description =
                                    "When it comes into force, such as 2026-12-01T00:00:00+05:00. Default: at once.")
                    @Nullable
                    String at)
            throws IOException {
        Map<String, String> order = new LinkedHashMap<>(Map.of("revision", revision, "reason", reason));
        if (at != null) {
            order.put("at", at);
        }
        calls(server).step(id, "approval", order);
        return SheshimCommand.CLEAN;
    }

    @Command(
            name = "comment",
            mixinStandardHelpOptions = true,
            description = "Comment on a draft, or on a row or a case of it.")
    int comment(
            @Mixin ServerOptions server,
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--text", required = true, paramLabel = "TEXT", description = "The comment.") String text,
            @Option(
                            names = "--about",
                            paramLabel = "PLACE",
                            description =
                                    "The row (TABLE/RULE), or the case (TABLE: and the case as the dossier writes it). Default: the draft.")
                    @Nullable
                    String about)
            throws IOException {
        Map<String, String> comment = new LinkedHashMap<>(Map.of("text", text));
        if (about != null) {
            comment.put("about", about);
        }
        calls(server).step(id, "comments", comment);
        return SheshimCommand.CLEAN;
    }

    @Command(
            name = "rebase",
            mixinStandardHelpOptions = true,
            description = "Bring a draft onto the law in force; where both changed a workbook, cell by cell.")
    int rebase(@Mixin ServerOptions server, @Parameters(paramLabel = "ID") String id) throws IOException {
        DraftCalls calls = calls(server);
        Map<?, ?> answer = calls.ask("POST", DraftCalls.address(id) + "/rebase", Map.of());
        boolean hasErrors = calls.printFindings(answer.get("findings"));
        if (answer.get("draft") instanceof Map<?, ?> draft) {
            calls.print(draft);
        }
        return hasErrors ? SheshimCommand.FOUND : SheshimCommand.CLEAN;
    }

    @Command(
            name = "roll-back",
            mixinStandardHelpOptions = true,
            description = "Propose to bring an earlier revision back. Another person approves it.")
    int rollBack(
            @Mixin ServerOptions server,
            @Parameters(paramLabel = "REVISION") String revision,
            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.") String reason)
            throws IOException {
        DraftCalls calls = calls(server);
        calls.print(calls.ask(
                "POST", DraftCalls.PATH, Map.of("title", "Roll-back", "revision", revision, "reason", reason)));
        return SheshimCommand.CLEAN;
    }
}
