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
                "List, show, approve, reject and withdraw drafts of a running service, find out their effect, publish one alone, and bring earlier law back.")
final class DraftsCommand {
    private final Toolbox tool;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    DraftsCommand(Toolbox tool) {
        this.tool = tool;
    }

    /** The command with those of its subcommands that are classes of their own. */
    static CommandLine with(Toolbox tool) {
        return new CommandLine(new DraftsCommand(tool)).addSubcommand(new DossierCommand(tool));
    }

    private DraftCalls calls(ServerOptions server) {
        return new DraftCalls(tool, server, spec.commandLine().getOut());
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "List the drafts, newest first.")
    int list(@Mixin ServerOptions server) throws IOException {
        TextTable grid = new TextTable(List.of("id", "state", "title"));
        for (Object each : calls(server).list(DraftCalls.PATH)) {
            Map<?, ?> draft = (Map<?, ?>) each;
            grid.add(List.of(
                    String.valueOf(draft.get("id")),
                    draft.get("state") + (DraftCalls.isTrue(draft, "stale") ? ", stale" : ""),
                    String.valueOf(draft.get("title"))));
        }
        grid.print(spec.commandLine().getOut(), spec.commandLine().getColorScheme());
        return SheshimCommand.CLEAN;
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Show a draft with its dossier: findings, scenarios, changes, effect on recorded decisions.")
    int show(@Mixin ServerOptions server, @Parameters(paramLabel = "ID") String id) throws IOException {
        DraftCalls calls = calls(server);
        calls.print(calls.ask("GET", DraftCalls.PATH + "/" + id, null));
        Map<?, ?> dossier = calls.ask("GET", DraftCalls.PATH + "/" + id + "/dossier", null);
        if (dossier.get("content") instanceof Map<?, ?> content
                && content.get("scenarios") instanceof Map<?, ?> scenarios) {
            calls.printScenarios(scenarios);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (dossier.get("content") != null || dossier.get("progress") == null) {
            out.println(tool.json().apply(dossier));
        }
        if (dossier.get("progress") != null) {
            out.println("The dossier is being made: " + dossier.get("progress") + ". Ask again.");
        }
        return SheshimCommand.CLEAN;
    }

    @Command(
            name = "propose",
            mixinStandardHelpOptions = true,
            description = "Propose the newest version of a draft as it is, for example after a rebase.")
    int propose(
            @Mixin ServerOptions server,
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.") String reason)
            throws IOException {
        return step(server, id, "proposal", Map.of("text", reason));
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
        return step(server, id, "approval", order);
    }

    @Command(name = "reject", mixinStandardHelpOptions = true, description = "Reject a proposed draft.")
    int reject(
            @Mixin ServerOptions server,
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.") String reason)
            throws IOException {
        return step(server, id, "rejection", Map.of("text", reason));
    }

    @Command(name = "withdraw", mixinStandardHelpOptions = true, description = "Withdraw a draft.")
    int withdraw(
            @Mixin ServerOptions server,
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.") String reason)
            throws IOException {
        return step(server, id, "withdrawal", Map.of("text", reason));
    }

    @Command(
            name = "publish-alone",
            mixinStandardHelpOptions = true,
            description =
                    "Publish a draft in an emergency, without a second person. Needs the API key of the role emergency. It is marked for ever.")
    int publishAlone(
            @Mixin ServerOptions server,
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.") String reason)
            throws IOException {
        return step(server, id, "emergency", Map.of("text", reason));
    }

    @Command(
            name = "confirm",
            mixinStandardHelpOptions = true,
            description = "Confirm what somebody else published alone. Needs the API key of an approver.")
    int confirm(
            @Mixin ServerOptions server,
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.") String reason)
            throws IOException {
        return step(server, id, "confirmation", Map.of("text", reason));
    }

    @Command(
            name = "rebase",
            mixinStandardHelpOptions = true,
            description = "Bring a draft onto the law in force; where both changed a workbook, cell by cell.")
    int rebase(@Mixin ServerOptions server, @Parameters(paramLabel = "ID") String id) throws IOException {
        DraftCalls calls = calls(server);
        Map<?, ?> answer = calls.ask("POST", DraftCalls.PATH + "/" + id + "/rebase", Map.of());
        boolean hasFindings = calls.printFindings(answer.get("findings"));
        if (answer.get("draft") instanceof Map<?, ?> draft) {
            calls.print(draft);
        }
        return hasFindings ? SheshimCommand.FOUND : SheshimCommand.CLEAN;
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

    private int step(ServerOptions server, String id, String step, Map<String, String> body) throws IOException {
        DraftCalls calls = calls(server);
        calls.print(calls.ask("POST", DraftCalls.PATH + "/" + id + "/" + step, body));
        return SheshimCommand.CLEAN;
    }
}
