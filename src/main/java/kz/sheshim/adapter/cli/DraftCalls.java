package kz.sheshim.adapter.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Asks the service about drafts, and prints what it answers. */
record DraftCalls(Toolbox tool, ServerOptions server, PrintWriter out) {
    static final String PATH = "/api/v1/drafts";

    /** Sends JSON, or nothing. */
    Map<?, ?> ask(String method, String path, @Nullable Map<String, ?> body) throws IOException {
        return members(tool.service()
                .ask(
                        server.address(),
                        server.key(),
                        method,
                        path,
                        body == null ? null : tool.json().apply(body)));
    }

    /** Sends an archive. */
    Map<?, ?> send(String path, byte[] archive) throws IOException {
        return members(tool.service().send(server.address(), server.key(), "POST", path, "application/zip", archive));
    }

    /** All drafts, the newest first. */
    List<Map<?, ?>> drafts() throws IOException {
        List<Map<?, ?>> all = new ArrayList<>();
        Object next = "";
        while (next != null) {
            Map<?, ?> page = ask("GET", PATH + "?limit=100" + next, null);
            if (page.get("drafts") instanceof List<?> drafts) {
                drafts.forEach(draft -> all.add((Map<?, ?>) draft));
            }
            next = page.get("next") == null ? null : "&after=" + page.get("next");
        }
        return all;
    }

    /** Does a step of a draft, and prints the draft. */
    void step(String id, String step, Map<String, ?> body) throws IOException {
        print(ask("POST", PATH + "/" + id + "/" + step, body));
    }

    private Map<?, ?> members(byte[] answer) {
        return tool.parser().parse(answer).value() instanceof Map<?, ?> members ? members : Map.of();
    }

    void print(Map<?, ?> draft) {
        out.println("draft " + draft.get("id") + ": " + draft.get("title"));
        out.println("  state     " + draft.get("state") + (isTrue(draft, "stale") ? ", stale: rebase it" : "")
                + (isTrue(draft, "unconfirmed") ? ", published alone and not confirmed" : ""));
        line("base", draft.get("base"));
        line("revision", draft.get("revision"));
        if (isTrue(draft, "unchanged")) {
            line("unchanged", "it is that of the base. Notes, scenarios and the look of a workbook are no law,");
            line("", "so the draft cannot be proposed before it changes a rule or a text");
        }
        line("due", draft.get("due"));
        line("entry", draft.get("entry"));
        if (isTrue(draft, "changesCode")) {
            out.println("  CODE      its rule files, which are code, differ from those of the base");
        }
        if (draft.get("versions") instanceof List<?> versions) {
            versions.stream()
                    .map(version -> (Map<?, ?>) version)
                    .forEach(version -> out.println("  " + version.get("at") + "  version " + version.get("number")
                            + " by " + version.get("author")));
        }
        if (draft.get("steps") instanceof List<?> steps) {
            steps.stream()
                    .map(step -> (Map<?, ?>) step)
                    .forEach(step -> out.println("  " + step.get("at") + "  " + step.get("kind") + " by "
                            + step.get("person") + ": " + step.get("text")));
        }
    }

    /** Prints findings; true if there is any. */
    boolean printFindings(@Nullable Object findings) {
        if (!(findings instanceof List<?> list) || list.isEmpty()) {
            return false;
        }
        list.stream()
                .map(each -> (Map<?, ?>) each)
                .forEach(each ->
                        out.println(each.get("place") + ": " + each.get("severity") + ": " + each.get("message")));
        return true;
    }

    private void line(String name, @Nullable Object value) {
        if (value != null) {
            out.println(String.format("  %-9s %s", name, value));
        }
    }

    static boolean isTrue(Map<?, ?> members, String name) {
        return Objects.equals(members.get(name), true);
    }
}
